using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Session;

/// <summary>The second step of signing in. That the password was right is known from a protected cookie of five minutes.</summary>
internal sealed class SecondStepController(SecondStepService step, PendingSignInQuery pending, SecondFactors factors) : SignInAreaController
{
    private const string CodeView = "~/Features/Admin/Session/Code.cshtml";
    private const string RecoveryView = "~/Features/Admin/Session/Recovery.cshtml";

    [HttpGet("/admin/sign-in/second-factor")]
    public Task<IActionResult> Code(CancellationToken ct) => AskAsync(CodeView, ct);

    [HttpPost("/admin/sign-in/second-factor")]
    public Task<IActionResult> Code(string? code, CancellationToken ct) =>
        CheckAsync(CodeView, SignInMessages.WrongCode, "code", account => factors.TakeCodeAsync(account, code, ct), ct);

    [HttpGet("/admin/sign-in/recovery")]
    public Task<IActionResult> Recovery(CancellationToken ct) => AskAsync(RecoveryView, ct);

    [HttpPost("/admin/sign-in/recovery")]
    public Task<IActionResult> Recovery(string? code, CancellationToken ct) =>
        CheckAsync(RecoveryView, SignInMessages.WrongRecoveryCode, "recovery code", account => factors.TakeRecoveryCodeAsync(account, code, ct), ct);

    private async Task<IActionResult> AskAsync(string view, CancellationToken ct) =>
        await pending.FindAsync(HttpContext, ct) is null ? Restart() : View(view, new CodePage(null));

    private async Task<IActionResult> CheckAsync(string view, string wrong, string way, Func<StaffAccount, Task<bool>> take, CancellationToken ct)
    {
        var (outcome, from) = await step.SignInAsync(HttpContext, way, take, ct);
        return outcome switch
        {
            SignInOutcome.SignedIn => Redirect(ReturnAddress.Of(from)),
            SignInOutcome.TooOften => Again(view, new CodePage(SignInMessages.TooOften), StatusCodes.Status429TooManyRequests),
            SignInOutcome.TooLate => Restart(),
            SignInOutcome.Wrong => Again(view, new CodePage(wrong)),
            _ => throw new InvalidOperationException($"No second step ends with {outcome}."),
        };
    }

    private RedirectResult Restart()
    {
        TempData["Fault"] = SignInMessages.TooLate;
        return Redirect("/admin/sign-in");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Session;

/// <summary>The second step of signing in. That the password was right is known from a row that the browser's cookie names.</summary>
internal sealed class SecondStepController(SignInDoor door, SecondFactors factors, SecondStep step, CxoLabDb db) : SignInAreaController
{
    private const string CodeView = "~/Features/Admin/Session/Code.cshtml";
    private const string RecoveryView = "~/Features/Admin/Session/Recovery.cshtml";

    [HttpGet("/admin/sign-in/second-factor")]
    public async Task<IActionResult> Code(CancellationToken ct) => await FindAsync(ct) is null ? Restart() : View(CodeView, new CodePage(null));

    [HttpPost("/admin/sign-in/second-factor")]
    public Task<IActionResult> Code(string? code, CancellationToken ct) =>
        CheckAsync(CodeView, SignInMessages.WrongCode, "code", account => factors.TakeCodeAsync(account, code, ct), ct);

    [HttpGet("/admin/sign-in/recovery")]
    public async Task<IActionResult> Recovery(CancellationToken ct) => await FindAsync(ct) is null ? Restart() : View(RecoveryView, new CodePage(null));

    [HttpPost("/admin/sign-in/recovery")]
    public Task<IActionResult> Recovery(string? code, CancellationToken ct) =>
        CheckAsync(RecoveryView, SignInMessages.WrongRecoveryCode, "recovery code", account => factors.TakeRecoveryCodeAsync(account, code, ct), ct);

    private async Task<IActionResult> CheckAsync(string view, string wrong, string way, Func<StaffAccount, Task<bool>> take, CancellationToken ct)
    {
        if (door.Limiter.RefuseStep(HttpContext) is not null)
        {
            door.Journal.TooOften();
            return Again(view, new CodePage(SignInMessages.TooOften), StatusCodes.Status429TooManyRequests);
        }

        if (await FindAsync(ct) is not var (account, pending))
        {
            return Restart();
        }

        if (!await step.Guard.CheckStepAsync(account, way, async () => await take(account) && await door.Pending.UseAsync(pending, ct), ct))
        {
            return Again(view, new CodePage(wrong));
        }

        door.Pending.Forget(HttpContext);
        await step.SignIn.CompleteAsync(HttpContext, account, $"password and {way}", ct);
        return Redirect(ReturnAddress.Of(pending.From));
    }

    private async Task<(StaffAccount Account, PendingSignIn Pending)?> FindAsync(CancellationToken ct)
    {
        var pending = await door.Pending.FindAsync(HttpContext, ct);
        var account = pending is null ? null : await db.StaffAccounts.SingleOrDefaultAsync(
            a => a.Id == pending.AccountId && a.SecurityStamp == pending.Stamp && a.DisabledUtc == null && a.TwoFactorEnabled, ct);
        return account is null ? null : (account, pending!);
    }

    private RedirectResult Restart()
    {
        TempData["Fault"] = SignInMessages.TooLate;
        return Redirect("/admin/sign-in");
    }
}

internal sealed class SecondStep(SignInGuard guard, StaffSignIn signIn)
{
    public SignInGuard Guard => guard;

    public StaffSignIn SignIn => signIn;
}

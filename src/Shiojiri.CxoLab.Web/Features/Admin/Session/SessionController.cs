using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Session;

/// <summary>Signing in by password or passkey, and out. The second step is <see cref="SecondStepController"/>'s.</summary>
internal sealed class SessionController(
    PasswordSignInService passwords, PasskeySignInService passkeys, SignOutService signOut, PasskeyService challenges, CurrentStaff staff) : SignInAreaController
{
    [HttpGet("/admin/sign-in")]
    public async Task<IActionResult> SignIn(string? from, CancellationToken ct) =>
        staff.IsSignedIn ? Redirect(ReturnAddress.Of(from)) : View(await PageAsync(null, from, null, ct));

    [HttpPost("/admin/sign-in")]
    public async Task<IActionResult> SignIn(SignInForm form, CancellationToken ct) =>
        await AnswerAsync(await passwords.SignInAsync(HttpContext, form, ct), form.Email, form.From, SignInMessages.WrongPassword, ct);

    [HttpPost("/admin/sign-in/passkey")]
    public async Task<IActionResult> Passkey(string? credential, string? question, string? from, CancellationToken ct) =>
        await AnswerAsync(await passkeys.SignInAsync(HttpContext, question, credential, ct), null, from, SignInMessages.WrongPasskey, ct);

    [HttpPost("/admin/sign-out")]
    public async Task<IActionResult> Leave(CancellationToken ct)
    {
        if (staff.IsSignedIn)
        {
            await signOut.SignOutAsync(HttpContext, ct);
        }

        Saved("サインアウトしました。");
        return Redirect("/admin/sign-in");
    }

    private async Task<IActionResult> AnswerAsync(SignInOutcome outcome, string? email, string? from, string wrong, CancellationToken ct) => outcome switch
    {
        SignInOutcome.SignedIn => Redirect(ReturnAddress.Of(from)),
        SignInOutcome.NeedsSecondStep => Redirect("/admin/sign-in/second-factor"),
        SignInOutcome.TooOften => Again(nameof(SignIn), await PageAsync(email, from, SignInMessages.TooOften, ct), StatusCodes.Status429TooManyRequests),
        SignInOutcome.Wrong => Again(nameof(SignIn), await PageAsync(email, from, wrong, ct)),
        _ => throw new InvalidOperationException($"No first step ends with {outcome}."),
    };

    private async Task<SignInPage> PageAsync(string? email, string? from, string? fault, CancellationToken ct) =>
        new(email, ReturnAddress.Of(from), fault, await challenges.AskAsync(HttpContext, ct));
}

using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Session;

/// <summary>Signing in by password or passkey, and out. The second step is <see cref="SecondStepController"/>'s.</summary>
internal sealed class SessionController(SignInDoor door, SignInGuard guard, StaffSignIn signIn, CurrentStaff staff) : SignInAreaController
{
    [HttpGet("/admin/sign-in")]
    public async Task<IActionResult> SignIn(string? from, CancellationToken ct) =>
        staff.IsSignedIn ? Redirect(ReturnAddress.Of(from)) : View(await PageAsync(null, from, null, ct));

    [HttpPost("/admin/sign-in")]
    public async Task<IActionResult> SignIn(SignInForm form, CancellationToken ct)
    {
        if (door.Limiter.RefusePassword(HttpContext) is not null)
        {
            door.Journal.TooOften();
            return Again(nameof(SignIn), await PageAsync(form.Email, form.From, SignInMessages.TooOften, ct), StatusCodes.Status429TooManyRequests);
        }

        if (await guard.CheckPasswordAsync(form.Email, form.Password, ct) is not { } account)
        {
            return Again(nameof(SignIn), await PageAsync(form.Email, form.From, SignInMessages.WrongPassword, ct));
        }

        if (account.IsSecondFactorSet)
        {
            await door.Pending.BeginAsync(HttpContext, account, form.From, ct);
            return Redirect("/admin/sign-in/second-factor");
        }

        await signIn.CompleteAsync(HttpContext, account, "password", ct);
        return Redirect(ReturnAddress.Of(form.From));
    }

    [HttpPost("/admin/sign-in/passkey")]
    public async Task<IActionResult> Passkey(string? credential, string? question, string? from, CancellationToken ct)
    {
        if (door.Limiter.RefusePassword(HttpContext) is not null)
        {
            door.Journal.TooOften();
            return Again(nameof(SignIn), await PageAsync(null, from, SignInMessages.TooOften, ct), StatusCodes.Status429TooManyRequests);
        }

        if (await door.Passkeys.AnswerAsync(HttpContext, question, credential, ct) is not { } account)
        {
            door.Journal.Refused(null, "passkey");
            return Again(nameof(SignIn), await PageAsync(null, from, "パスキーでサインインできませんでした。もう一度試すか、パスワードをお使いください。", ct));
        }

        await signIn.CompleteAsync(HttpContext, account, "passkey", ct);
        return Redirect(ReturnAddress.Of(from));
    }

    [HttpPost("/admin/sign-out")]
    public async Task<IActionResult> Leave(CancellationToken ct)
    {
        if (staff.IsSignedIn)
        {
            await door.LeaveAsync(HttpContext, AuditAction.SignedOut, ct);
        }

        Saved("サインアウトしました。");
        return Redirect("/admin/sign-in");
    }

    private async Task<SignInPage> PageAsync(string? email, string? from, string? fault, CancellationToken ct) =>
        new(email, ReturnAddress.Of(from), fault, await door.Passkeys.AskAsync(HttpContext, ct));
}

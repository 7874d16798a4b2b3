using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Account;

/// <summary>One's own account: password, second factor, passkeys, and where one is signed in.</summary>
[Authorize(Policy = PermissionPolicies.SignedIn)]
internal sealed class AccountController(OwnAccountService own, CredentialService credentials, PasskeyService passkeys, StaffSessions sessions, AccountPageBuilder builder) : AdminController
{
    private const string Home = "/admin/account";

    [HttpGet("/admin/account")]
    public async Task<IActionResult> Account(CancellationToken ct) => View(await builder.PageAsync(await own.GetAsync(ct), null, ct));

    [HttpPost("/admin/account/password")]
    public async Task<IActionResult> ChangePassword(PasswordForm form, CancellationToken ct)
    {
        var account = await own.GetAsync(ct);
        if (await credentials.ChangePasswordAsync(account, form.CurrentPassword, form.NewPassword, ct) is { } fault)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(Account), await builder.PageAsync(account, fault, ct));
        }

        if (!await own.StayAsync(HttpContext, account, ct))
        {
            return ConcurrentChange.Page();
        }

        Saved("パスワードを変えました。ほかの端末のサインインは終わりました。");
        return Redirect(Home);
    }

    [HttpPost("/admin/account/sign-out-everywhere")]
    public async Task<IActionResult> LeaveEverywhere(CancellationToken ct)
    {
        await credentials.LeaveEverywhereAsync(await own.GetAsync(ct), sessions, ct);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Saved("すべての端末からサインアウトしました。");
        return Redirect("/admin/sign-in");
    }

    [HttpGet("/admin/account/passkeys/new")]
    [RequiresReauthentication]
    public async Task<IActionResult> NewPasskey(CancellationToken ct) =>
        View(new NewPasskeyPage(await passkeys.AskToAddAsync(HttpContext, await own.GetAsync(ct)), null));

    [HttpPost("/admin/account/passkeys")]
    [RequiresReauthentication]
    public async Task<IActionResult> AddPasskey(string? name, string? question, string? credential, CancellationToken ct)
    {
        var account = await own.GetAsync(ct);
        var line = Folding.Line(name);
        line = line.Length is 0 or > 60 || TextCheck.OfLine(line) is not null ? Device.Name(Request.Headers.UserAgent.ToString()) : line;
        if (!await passkeys.AddAsync(HttpContext, account, line, question, credential, ct))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(NewPasskey), new NewPasskeyPage(await passkeys.AskToAddAsync(HttpContext, account), "パスキーを登録できませんでした。もう一度お試しください。"));
        }

        credentials.PasskeyAdded(account, line);
        if (!await own.StayAsync(HttpContext, account, ct))
        {
            return ConcurrentChange.Page();
        }

        Saved("パスキーを登録しました。");
        return Redirect(Home);
    }

    [HttpPost("/admin/account/passkeys/{id}/removal")]
    [RequiresReauthentication]
    public async Task<IActionResult> RemovePasskey(string id, CancellationToken ct)
    {
        var account = await own.GetAsync(ct);
        if (!await credentials.RemovePasskeyAsync(account, id, ct))
        {
            return NotFound();
        }

        if (!await own.StayAsync(HttpContext, account, ct))
        {
            return ConcurrentChange.Page();
        }

        Saved("パスキーを消しました。");
        return Redirect(Home);
    }
}

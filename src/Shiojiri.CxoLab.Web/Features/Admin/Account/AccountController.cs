using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Account;

/// <summary>One's own account: password, second factor, passkeys, and where one is signed in.</summary>
[Authorize(Policy = DutyPolicies.SignedIn)]
internal sealed class AccountController(OwnAccount own, AccountSecrets secrets, AccountTools tools, CurrentStaff staff) : AdminController
{
    private const string Home = "/admin/account";

    [HttpGet("/admin/account")]
    public async Task<IActionResult> Account(CancellationToken ct) => View(await PageAsync(await own.GetAsync(ct), null, ct));

    [HttpPost("/admin/account/password")]
    public async Task<IActionResult> ChangePassword(PasswordForm form, CancellationToken ct)
    {
        var account = await own.GetAsync(ct);
        if (await secrets.ChangePasswordAsync(account, form.CurrentPassword, form.NewPassword, ct) is { } fault)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(Account), await PageAsync(account, fault, ct));
        }

        if (!await own.StayAsync(HttpContext, account, ct))
        {
            return Overtaken.Page();
        }

        Saved("パスワードを変えました。ほかの端末のサインインは終わりました。");
        return Redirect(Home);
    }

    [HttpPost("/admin/account/sign-out-everywhere")]
    public async Task<IActionResult> LeaveEverywhere(CancellationToken ct)
    {
        await secrets.LeaveEverywhereAsync(await own.GetAsync(ct), tools.Sessions, ct);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Saved("すべての端末からサインアウトしました。");
        return Redirect("/admin/sign-in");
    }

    [HttpGet("/admin/account/passkeys/new")]
    [AsksAgain]
    public async Task<IActionResult> NewPasskey(CancellationToken ct) =>
        View(new NewPasskeyPage(await tools.Passkeys.AskToAddAsync(HttpContext, await own.GetAsync(ct)), null));

    [HttpPost("/admin/account/passkeys")]
    [AsksAgain]
    public async Task<IActionResult> AddPasskey(string? name, string? question, string? credential, CancellationToken ct)
    {
        var account = await own.GetAsync(ct);
        var line = Folding.Line(name);
        line = line.Length is 0 or > 60 || TextCheck.OfLine(line) is not null ? Device.Name(Request.Headers.UserAgent.ToString()) : line;
        if (!await tools.Passkeys.AddAsync(HttpContext, account, line, question, credential, ct))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(NewPasskey), new NewPasskeyPage(await tools.Passkeys.AskToAddAsync(HttpContext, account), "パスキーを登録できませんでした。もう一度お試しください。"));
        }

        secrets.PasskeyAdded(account, line);
        if (!await own.StayAsync(HttpContext, account, ct))
        {
            return Overtaken.Page();
        }

        Saved("パスキーを登録しました。");
        return Redirect(Home);
    }

    [HttpPost("/admin/account/passkeys/{id}/removal")]
    [AsksAgain]
    public async Task<IActionResult> RemovePasskey(string id, CancellationToken ct)
    {
        var account = await own.GetAsync(ct);
        if (!await secrets.RemovePasskeyAsync(account, id, ct))
        {
            return NotFound();
        }

        if (!await own.StayAsync(HttpContext, account, ct))
        {
            return Overtaken.Page();
        }

        Saved("パスキーを消しました。");
        return Redirect(Home);
    }

    private async Task<AccountPage> PageAsync(StaffAccount account, (bool IsCurrent, string Text)? fault, CancellationToken ct)
    {
        var here = StaffSessions.Hash(staff.Principal.FindFirst(CurrentStaff.SessionClaim)!.Value);
        var passkeys = await tools.Passkeys.OfAsync(account, ct);
        var sessions = await secrets.SessionsAsync(account, tools.NowUtc, ct);
        return new AccountPage(
            account.DisplayName,
            account.Email!,
            account.Role,
            await secrets.CohortAsync(account.CohortId, ct),
            account.IsSecondFactorSet,
            await tools.Factors.CodesLeftAsync(account.Id, ct),
            [.. passkeys.Select(p => new PasskeyLine(PasskeyService.IdOf(p), p.Name ?? "", p.CreatedAt.UtcDateTime))],
            [.. sessions.Select(s => new SessionLine(Device.Name(s.Device), s.StartedUtc, s.LastSeenUtc, s.KeyHash == here))],
            fault is { IsCurrent: true } ? fault.Value.Text : null,
            fault is { IsCurrent: false } ? fault.Value.Text : null);
    }
}

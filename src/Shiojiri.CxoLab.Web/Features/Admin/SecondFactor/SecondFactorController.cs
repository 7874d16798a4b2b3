using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.SecondFactor;

/// <summary>
/// Sets up the second step of signing in. Open to whoever is signed in without one, which is why it is no
/// <see cref="AdminController"/>: without a second factor this is the only page of the staff area.
/// </summary>
[Authorize(Policy = PermissionPolicies.SignedIn)]
internal sealed class SecondFactorController(OwnAccountService own, SecondFactors factors, PageProtector protector, TimeProvider time, ProgrammeValues programme) : SignInAreaController
{
    [HttpGet("/admin/account/second-factor")]
    [RequiresReauthentication]
    public async Task<IActionResult> SetUp(CancellationToken ct) =>
        View(SetUpPage.For(await own.GetAsync(ct), Totp.DrawSecret(), protector, null, programme.Title));

    [HttpPost("/admin/account/second-factor")]
    [RequiresReauthentication]
    public async Task<IActionResult> SetUp(string? pending, string? code, CancellationToken ct)
    {
        var account = await own.GetAsync(ct);
        if (protector.OpenInTime<PendingSecret>(PendingSecret.Purpose, pending) is not { } drawn || drawn.AccountId != account.Id || drawn.Stamp != account.SecurityStamp)
        {
            TempData["Fault"] = SignInMessages.TooLate;
            return Redirect("/admin/account/second-factor");
        }

        if (Totp.StepOf(drawn.Secret, code, time.GetUtcNow().UtcDateTime) is not { } step)
        {
            return Again(nameof(SetUp), SetUpPage.For(account, drawn.Secret, protector, "コードが違います。アプリに出ている最新の6桁を入力してください。", programme.Title));
        }

        var codes = await factors.SetAsync(account, drawn.Secret, step, ct);
        if (!await own.StayAsync(HttpContext, account, ct))
        {
            return ConcurrentChange.Page();
        }

        return View("Codes", new CodesPage(codes, IsNewFactor: true));
    }

    [HttpPost("/admin/account/recovery-codes")]
    [RequiresReauthentication]
    public async Task<IActionResult> RenewCodes(CancellationToken ct)
    {
        var account = await own.GetAsync(ct);
        if (!account.IsSecondFactorSet)
        {
            return Redirect("/admin/account/second-factor");
        }

        var codes = await factors.RenewCodesAsync(account, ct);
        if (!await own.StayAsync(HttpContext, account, ct))
        {
            return ConcurrentChange.Page();
        }

        return View("Codes", new CodesPage(codes, IsNewFactor: false));
    }

    [HttpPost("/admin/account/second-factor/removal")]
    [RequiresReauthentication]
    public async Task<IActionResult> Remove(CancellationToken ct)
    {
        var account = await own.GetAsync(ct);
        if (account.IsSecondFactorSet)
        {
            await factors.RemoveAsync(account, ct);
            if (!await own.StayAsync(HttpContext, account, ct))
            {
                return ConcurrentChange.Page();
            }
        }

        Saved("2段階認証を解除しました。");
        return Redirect("/admin/account");
    }
}

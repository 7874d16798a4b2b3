using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.PasswordReset;

/// <param name="IsSent">Whether it was taken; it tells nothing of whether there is such an account.</param>
internal sealed record ForgottenPage(string? Email, bool IsSent, string? Fault);

/// <param name="Key">The link's secret; null when the link is no good.</param>
internal sealed record ResetPage(string? Key, string? Email, string? Fault);

/// <summary>A forgotten password is replaced by a mailed link. Whoever asks learns nothing of whether there is such an account.</summary>
internal sealed class PasswordResetController(SignInLimiter limiter, PasswordResetService service, StaffLinks links, LinkedPasswordService passwords) : SignInAreaController
{
    [HttpGet("/admin/password/forgotten")]
    public IActionResult Forgotten() => View(new ForgottenPage(null, IsSent: false, null));

    [HttpPost("/admin/password/forgotten")]
    public async Task<IActionResult> Forgotten(string? email, CancellationToken ct)
    {
        if (limiter.RefuseMail(HttpContext) is not null)
        {
            return Again(nameof(Forgotten), new ForgottenPage(email, IsSent: false, SignInMessages.TooOften), StatusCodes.Status429TooManyRequests);
        }

        await service.AskAsync(email, ct);
        return View(new ForgottenPage(email, IsSent: true, null));
    }

    [HttpGet("/admin/password/{key}")]
    public async Task<IActionResult> Reset(string key, CancellationToken ct) =>
        await links.FindAsync(StaffLink.PasswordReset, key, ct) is { } account ? View(new ResetPage(key, account.Email, null)) : Gone();

    [HttpPost("/admin/password/{key}")]
    public async Task<IActionResult> Reset(string key, string? newPassword, CancellationToken ct)
    {
        var isTooOften = limiter.RefuseMail(HttpContext) is not null;
        if (await links.FindAsync(StaffLink.PasswordReset, key, ct) is not { } account)
        {
            return Gone();
        }

        if (isTooOften)
        {
            return Again(nameof(Reset), new ResetPage(key, account.Email, SignInMessages.TooOften), StatusCodes.Status429TooManyRequests);
        }

        return await passwords.SetAsync(account, newPassword, AuditAction.PasswordChanged, ct) is { } fault
            ? Again(nameof(Reset), new ResetPage(key, account.Email, fault))
            : await StoreAsync(ct);
    }

    private async Task<IActionResult> StoreAsync(CancellationToken ct)
    {
        try
        {
            await service.SaveAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Gone();
        }

        Saved("パスワードを決め直しました。新しいパスワードでサインインしてください。");
        return Redirect("/admin/sign-in");
    }

    private ViewResult Gone() => Again(nameof(Reset), new ResetPage(null, null, null), StatusCodes.Status404NotFound);
}

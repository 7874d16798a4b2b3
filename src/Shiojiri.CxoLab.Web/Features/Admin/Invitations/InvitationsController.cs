using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Invitations;

/// <param name="Key">The link's secret; null when the link is no good.</param>
internal sealed record InvitationPage(string? Key, string? Name, string? Email, string? Fault);

/// <summary>The invited person sets a password and goes on to the second factor.</summary>
internal sealed class InvitationsController(SignInLimiter limiter, StaffLinks links, LinkedPasswordService passwords, StaffSignIn signIn) : SignInAreaController
{
    private const string Way = "invitation";

    [HttpGet("/admin/invitations/{key}")]
    public async Task<IActionResult> Invitation(string key, CancellationToken ct) =>
        await links.FindAsync(StaffLink.Invitation, key, ct) is { } account
            ? View(new InvitationPage(key, account.DisplayName, account.Email, null))
            : Gone();

    [HttpPost("/admin/invitations/{key}")]
    public async Task<IActionResult> Take(string key, string? newPassword, CancellationToken ct)
    {
        var isTooOften = limiter.RefuseMail(HttpContext) is not null;
        if (await links.FindAsync(StaffLink.Invitation, key, ct) is not { } account)
        {
            return Gone();
        }

        if (isTooOften)
        {
            return Again(nameof(Invitation), new InvitationPage(key, account.DisplayName, account.Email, SignInMessages.TooOften), StatusCodes.Status429TooManyRequests);
        }

        return await passwords.SetAsync(account, newPassword, AuditAction.InvitationTaken, ct) is { } fault
            ? Again(nameof(Invitation), new InvitationPage(key, account.DisplayName, account.Email, fault))
            : await ComeInAsync(account, ct);
    }

    private async Task<IActionResult> ComeInAsync(StaffAccount account, CancellationToken ct)
    {
        try
        {
            await signIn.CompleteAsync(HttpContext, account, Way, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The link was used in another tab a moment ago.
            return Gone();
        }

        return Redirect("/admin/account/second-factor");
    }

    private ViewResult Gone() => Again(nameof(Invitation), new InvitationPage(null, null, null, null), StatusCodes.Status404NotFound);
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Session;

/// <summary>Finds who is between the two steps.</summary>
internal sealed class PendingSignInQuery(CxoLabDb db, PendingSignInCookie cookie)
{
    /// <summary>Null when nobody is, too long ago, or the account was changed or closed meanwhile.</summary>
    public async Task<StaffAccount?> FindAsync(HttpContext context, CancellationToken ct) => cookie.Find(context) is { } pending
        ? await db.StaffAccounts.SingleOrDefaultAsync(
            a => a.Id == pending.AccountId && a.SecurityStamp == pending.Stamp && a.DisabledUtc == null && a.TwoFactorEnabled, ct)
        : null;

    /// <summary>Takes the way back that was asked for; the first step is used up by it.</summary>
    public string? TakeFrom(HttpContext context)
    {
        var from = cookie.Find(context)?.From;
        cookie.Remove(context);
        return from;
    }
}

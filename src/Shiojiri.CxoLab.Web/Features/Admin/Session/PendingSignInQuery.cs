using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Session;

/// <summary>Finds who is between the two steps.</summary>
internal sealed class PendingSignInQuery(CxoLabDb db, PendingSignIns pending)
{
    /// <summary>Null when nobody is, too long ago, it was used, or the account was changed or closed meanwhile.</summary>
    public async Task<(StaffAccount Account, PendingSignIn Pending)?> FindAsync(HttpContext context, CancellationToken ct)
    {
        var begun = await pending.FindAsync(context, ct);
        var account = begun is null ? null : await db.StaffAccounts.SingleOrDefaultAsync(
            a => a.Id == begun.AccountId && a.SecurityStamp == begun.Stamp && a.DisabledUtc == null && a.TwoFactorEnabled, ct);
        return account is null ? null : (account, begun!);
    }

    /// <summary>Uses the first step up. False when somebody else did so a moment ago.</summary>
    public Task<bool> UseAsync(PendingSignIn begun, CancellationToken ct) => pending.UseAsync(begun, ct);

    public void Forget(HttpContext context) => pending.Forget(context);
}

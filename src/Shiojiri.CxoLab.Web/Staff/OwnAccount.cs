using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>The account of whoever is signed in.</summary>
internal sealed class OwnAccount(CxoLabDb db, CurrentStaff staff, StaffSessions sessions)
{
    public Task<StaffAccount> GetAsync(CancellationToken ct)
    {
        var id = staff.AccountId;
        return db.StaffAccounts.SingleAsync(a => a.Id == id, ct);
    }

    /// <summary>Stores what changed on it. All its sessions end but for this browser, which gets a new one.</summary>
    public async Task StayAsync(HttpContext context, StaffAccount account, CancellationToken ct)
    {
        SecondFactors.Renew(account);
        await sessions.EndAllAsync(account.Id, ct);
        await sessions.StartAsync(context, account);
        await db.SaveChangesAsync(ct);
    }
}

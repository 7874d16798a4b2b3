using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>The account of whoever is signed in.</summary>
internal sealed class OwnAccountService(CxoLabDb db, CurrentStaff staff, StaffSessions sessions)
{
    public Task<StaffAccount> GetAsync(CancellationToken ct)
    {
        var id = staff.AccountId;
        return db.StaffAccounts.SingleAsync(a => a.Id == id, ct);
    }

    /// <summary>
    /// Stores what changed on it. All its sessions end but for this browser, which gets a new one. False, and nothing is done, when
    /// another change came first: most often the same form, sent twice.
    /// </summary>
    public async Task<bool> StayAsync(HttpContext context, StaffAccount account, CancellationToken ct)
    {
        SecondFactors.Renew(account);
        try
        {
            await sessions.StartAsync(context, account, ct);
        }
        catch (DbUpdateException lost) when (UniqueViolation.IsLostRace(lost))
        {
            return false;
        }

        await sessions.EndOlderAsync(account, ct);
        return true;
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.StaffMembers;

/// <summary>Reads the staff and stores changes of them, so that there is always an administrator left.</summary>
internal sealed class StaffMemberService(CxoLabDb db, StaffLinks links, AuditTrail audit, TimeProvider time)
{
    private const int Most = 500;

    public DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<Choice>> CohortsAsync(CancellationToken ct)
    {
        var cohorts = await db.Cohorts.OrderByDescending(c => c.Ordinal).Select(c => new { c.Id, c.Name }).Take(100).ToListAsync(ct);
        return [new Choice(MemberChoices.All, "すべての期"), .. cohorts.Select(c => new Choice(c.Id.ToString(CultureInfo.InvariantCulture), c.Name))];
    }

    public Task<IReadOnlyList<Member>> ListAsync(CancellationToken ct) => ReadAsync(db.StaffAccounts, ct);

    public async Task<Member?> MemberAsync(int id, CancellationToken ct) => (await ReadAsync(db.StaffAccounts.Where(a => a.Id == id), ct)).SingleOrDefault();

    public Task<StaffAccount?> FindAsync(int id, CancellationToken ct) => db.StaffAccounts.SingleOrDefaultAsync(a => a.Id == id, ct);

    public Task<bool> IsKnownAsync(string email, CancellationToken ct)
    {
        var key = email.ToUpperInvariant();
        return db.StaffAccounts.AnyAsync(a => a.NormalizedUserName == key, ct);
    }

    public void Audit(AuditAction action, StaffAccount account, object? before = null, object? after = null) => audit.Write(action, account.Email!, before, after);

    public Task SaveAsync(CancellationToken ct) => db.SaveChangesAsync(ct);

    /// <summary>False when somebody else changed the same account, or put in the same address, a moment ago; nothing is stored then.</summary>
    public async Task<bool> TrySaveAsync(CancellationToken ct)
    {
        try
        {
            await SaveAsync(ct);
            return true;
        }
        catch (DbUpdateException lost) when (UniqueViolation.IsLostRace(lost))
        {
            return false;
        }
    }

    /// <summary>
    /// Whether another administrator can still sign in. All of them are touched by the caller's save: of two administrators who
    /// close each other's account at the same moment, one save fails.
    /// </summary>
    public async Task<bool> IsAnotherAdministratorLeftAsync(StaffAccount account, CancellationToken ct)
    {
        var others = await db.StaffAccounts.WhoAdminister().Where(a => a.Id != account.Id).Take(Most).ToListAsync(ct);
        foreach (var other in others)
        {
            other.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        }

        return others.Count > 0;
    }

    private async Task<IReadOnlyList<Member>> ReadAsync(IQueryable<StaffAccount> accounts, CancellationToken ct)
    {
        var rows = await accounts.AsNoTracking()
            .OrderBy(a => a.DisabledUtc != null).ThenBy(a => a.DisplayName).ThenBy(a => a.Id)
            .Take(Most)
            .Select(a => new
            {
                Account = a,
                Cohort = db.Cohorts.Where(c => c.Id == a.CohortId).Select(c => c.Name).FirstOrDefault(),
                LastSeenUtc = db.StaffSessions.Where(s => s.AccountId == a.Id).Max(s => (DateTime?)s.LastSeenUtc),
            })
            .ToListAsync(ct);
        var invitations = await links.InvitationsAsync(ct);
        return [.. rows.Select(r => new Member(
            r.Account.Id, r.Account.DisplayName, r.Account.Email!, r.Account.Role, r.Account.CohortId, r.Cohort, r.Account.IsSecondFactorSet,
            r.LastSeenUtc, StateOf(r.Account, invitations), r.Account.ConcurrencyStamp!))];
    }

    private MemberState StateOf(StaffAccount account, Dictionary<int, DateTime> invitations) =>
        account.DisabledUtc is not null ? MemberState.Disabled
        : account.PasswordHash is null ? invitations.TryGetValue(account.Id, out var until) && until > NowUtc ? MemberState.Invited : MemberState.InvitationOver
        : account.LockoutEnd?.UtcDateTime > NowUtc ? MemberState.Locked
        : MemberState.Active;
}

using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

internal enum StaffLink
{
    Invitation,
    PasswordReset,
}

internal sealed record IssuedLink(string Key, DateTime NowUtc, DateTime UntilUtc);

/// <summary>
/// Links that let somebody set a password: 128 random bits of which the database keeps a hash, good for a time and for one use. A
/// newer link takes the place of the one before.
/// </summary>
internal sealed class StaffLinks(CxoLabDb db, TimeProvider time)
{
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromHours(72);
    public static readonly TimeSpan ResetLasts = TimeSpan.FromHours(1);

    private const string Keeper = "CxoLab.Links";

    private DbSet<IdentityUserToken<int>> Tokens => db.Set<IdentityUserToken<int>>();

    /// <summary>The key of a new link. Stored with the caller's save.</summary>
    public async Task<IssuedLink> IssueAsync(StaffAccount account, StaffLink link, CancellationToken ct)
    {
        var key = RandomToken.Draw();
        var now = time.GetUtcNow().UtcDateTime;
        var until = now + (link == StaffLink.Invitation ? InvitationLasts : ResetLasts);
        var row = await RowAsync(account.Id, link, ct);
        if (row is null)
        {
            db.Add(row = new IdentityUserToken<int> { UserId = account.Id, LoginProvider = Keeper, Name = link.ToString() });
        }

        row.Value = $"{StaffSessions.Hash(key)}.{until.Ticks.ToString(CultureInfo.InvariantCulture)}";
        return new IssuedLink(key, now, until);
    }

    /// <summary>Whose link it is; null when it is used, too old, replaced or nobody's, or the account is closed.</summary>
    public async Task<StaffAccount?> FindAsync(StaffLink link, string? key, CancellationToken ct)
    {
        if (!RandomToken.IsWellFormed(key))
        {
            return null;
        }

        var start = $"{StaffSessions.Hash(key!)}.";
        var name = link.ToString();
        var found = await Tokens.AsNoTracking().Where(t => t.LoginProvider == Keeper && t.Name == name && t.Value!.StartsWith(start)).SingleOrDefaultAsync(ct);
        return found is not null && UntilUtc(found.Value!) > time.GetUtcNow().UtcDateTime
            ? await db.StaffAccounts.SingleOrDefaultAsync(a => a.Id == found.UserId && a.DisabledUtc == null, ct)
            : null;
    }

    /// <summary>Uses the account's links up, in the caller's save: of two who use one at once, one save fails for concurrency.</summary>
    public async Task UseUpAsync(StaffAccount account, CancellationToken ct) =>
        db.RemoveRange(await Tokens.Where(t => t.UserId == account.Id && t.LoginProvider == Keeper).ToListAsync(ct));

    /// <summary>Until when the invitations of these accounts are good.</summary>
    public async Task<Dictionary<int, DateTime>> InvitationsAsync(CancellationToken ct)
    {
        var name = nameof(StaffLink.Invitation);
        var rows = await Tokens.AsNoTracking().Where(t => t.LoginProvider == Keeper && t.Name == name).OrderBy(t => t.UserId).Take(1000).ToListAsync(ct);
        return rows.ToDictionary(t => t.UserId, t => UntilUtc(t.Value!));
    }

    /// <summary>Clears links whose time was over a day ago; how many. One that is replaced at this moment stays.</summary>
    public async Task<int> ClearAsync(int most, CancellationToken ct)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-1);
        var cleared = 0;
        foreach (var old in (await Tokens.AsNoTracking().Where(t => t.LoginProvider == Keeper).OrderBy(t => t.UserId).Take(most).ToListAsync(ct)).Where(t => UntilUtc(t.Value!) < before))
        {
            cleared += await db.WriteAsync(
                token => Tokens.Where(t => t.UserId == old.UserId && t.LoginProvider == Keeper && t.Name == old.Name && t.Value == old.Value).ExecuteDeleteAsync(token), ct);
        }

        return cleared;
    }

    private Task<IdentityUserToken<int>?> RowAsync(int accountId, StaffLink link, CancellationToken ct)
    {
        var name = link.ToString();
        return Tokens.SingleOrDefaultAsync(t => t.UserId == accountId && t.LoginProvider == Keeper && t.Name == name, ct);
    }

    private static DateTime UntilUtc(string value) => new(long.Parse(value.Split('.')[1], CultureInfo.InvariantCulture), DateTimeKind.Utc);
}

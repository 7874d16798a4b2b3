using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// The one-time link that leads to the first administrator while there is no account: 128 random bits that only the start log holds, good for
/// 15 minutes. Each start without an account draws a new one, which makes the one before void.
/// </summary>
internal sealed class FirstStartLinks(CxoLabDb db, TimeProvider time)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public static string AddressOf(string key) => $"/admin/first-start/{key}";

    /// <summary>A new key, stored at once; null when there is an account already.</summary>
    public Task<string?> IssueAsync(CancellationToken ct) => LostRace.RetryAsync<string?>(db, async (_, token) =>
    {
        if (await db.StaffAccounts.AnyAsync(token))
        {
            return null;
        }

        var key = RandomToken.Draw();
        var link = await db.FirstStartLinks.SingleOrDefaultAsync(token);
        if (link is null)
        {
            db.Add(link = new FirstStartLink());
        }

        (link.KeyHash, link.UntilUtc) = (StaffSessions.Hash(key), Now + Lasts);
        await db.SaveChangesAsync(token);
        return key;
    }, () => null, ct);

    /// <summary>The link that a key opens; null when it is used, too old, replaced or nobody's, or when there is an account.</summary>
    public async Task<FirstStartLink?> FindAsync(string? key, CancellationToken ct)
    {
        if (!RandomToken.IsWellFormed(key))
        {
            return null;
        }

        var (hash, now) = (StaffSessions.Hash(key!), Now);
        return await db.FirstStartLinks.SingleOrDefaultAsync(l => l.KeyHash == hash && l.UntilUtc > now && !db.StaffAccounts.Any(), ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// Puts new lines of the audit log behind the last one, in the save that brings them in, and moves the head along. Two writers may
/// look at the same last line; the unique number lets one of them in, and the other looks again.
/// </summary>
internal static class AuditChain
{
    private const int MostRounds = 50;

    public static async Task<int> SaveAsync(CxoLabDb db, Func<Task<int>> save, CancellationToken ct)
    {
        var lines = db.ChangeTracker.Entries<AuditEntry>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList();
        if (lines.Count == 0)
        {
            return await save();
        }

        for (var round = 1; ; round++)
        {
            var last = await LastAsync(db, ct);
            var head = await HeadAsync(db, ct);

            // A head beyond the last line says that the end was cut off: the gap stays to be seen.
            var (sequence, hash) = head?.Sequence > last.Sequence ? (head.Sequence, head.Hash) : last;
            foreach (var line in lines)
            {
                line.Chain(sequence, hash, db.AuditKeys[0]);
                (sequence, hash) = (line.Sequence, line.Hash);
            }

            head?.Set(sequence, hash, db.AuditKeys[0]);
            db.ChangeTracker.DetectChanges();
            try
            {
                return await save();
            }
            catch (DbUpdateException lost) when (UniqueViolation.Is(lost) && round < MostRounds)
            {
                if (await LastAsync(db, ct) == last)
                {
                    // Another unique value was there already: not the chain's matter.
                    throw;
                }
            }
        }
    }

    // A head that is gone or was not sealed here is left as it is: verify-audit tells of it.
    private static async Task<AuditHead?> HeadAsync(CxoLabDb db, CancellationToken ct)
    {
        foreach (var known in db.ChangeTracker.Entries<AuditHead>().ToList())
        {
            known.State = EntityState.Detached;
        }

        var head = await db.AuditHeads.AsTracking().SingleOrDefaultAsync(ct);
        return head is not null && db.AuditKeys.Any(head.IsSealedWith) ? head : null;
    }

    private static async Task<(int Sequence, string Hash)> LastAsync(CxoLabDb db, CancellationToken ct)
    {
        var last = await db.AuditEntries.AsNoTracking()
            .OrderByDescending(e => e.Sequence)
            .Select(e => new { e.Sequence, e.Hash })
            .FirstOrDefaultAsync(ct);
        return last is null ? (0, AuditEntry.Beginning) : (last.Sequence, last.Hash);
    }
}

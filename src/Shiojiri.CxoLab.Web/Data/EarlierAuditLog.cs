using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// Seals the log of an earlier release, whose chain had no key, once at the upgrade. A line says how many lines there were and
/// whether they hung together: whoever brings such a log in later leaves another such line.
/// </summary>
internal static class EarlierAuditLog
{
    private const int AtOnce = 500;

    /// <summary>The number of lines that were sealed, or null when there was nothing to do.</summary>
    public static Task<int?> SealAsync(CxoLabDb db, DateTime nowUtc, CancellationToken ct) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, ct);
            var count = await SealOnceAsync(db, nowUtc, ct);
            await transaction.CommitAsync(ct);
            db.ChangeTracker.Clear();
            return count;
        });

    private static async Task<int?> SealOnceAsync(CxoLabDb db, DateTime nowUtc, CancellationToken ct)
    {
        if (await db.AuditHeads.AnyAsync(ct))
        {
            return null;
        }

        var first = await db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).FirstOrDefaultAsync(ct);
        if (first is not null && db.AuditKeys.Any(key => first.Follows(0, AuditEntry.Beginning, key)))
        {
            return null;
        }

        var head = new AuditHead();
        head.Set(0, AuditEntry.Beginning, db.AuditKeys[0]);
        db.Add(head);
        await db.SaveChangesAsync(ct);
        if (first is null)
        {
            return null;
        }

        var (count, broken) = await WalkAsync(db, ct);
        var details = string.Create(CultureInfo.InvariantCulture, $$"""{"Lines":{{count}},"Whole":{{(broken is null ? "true" : "false")}},"BrokenAt":{{broken?.ToString(CultureInfo.InvariantCulture) ?? "null"}}}""");
        db.Add(new AuditEntry(Actor.CommandLine, AuditAction.LogSealed, "", null, details, null, nowUtc));
        await db.SaveChangesAsync(ct);
        return count;
    }

    private static async Task<(int Count, int? Broken)> WalkAsync(CxoLabDb db, CancellationToken ct)
    {
        var (count, sequence, was, hash) = (0, 0, AuditEntry.Beginning, AuditEntry.Beginning);
        int? broken = null;
        while (true)
        {
            var lines = await db.AuditEntries.AsTracking().Where(e => e.Sequence > sequence).OrderBy(e => e.Sequence).Take(AtOnce).ToListAsync(ct);
            if (lines.Count == 0)
            {
                return (count, broken);
            }

            foreach (var line in lines)
            {
                broken ??= Follows(line, sequence, was) ? null : sequence + 1;
                (sequence, was) = (line.Sequence, line.Hash);
                line.Seal(hash, db.AuditKeys[0]);
                hash = line.Hash;
                count++;
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    // As that release computed it: without a key, over the name of the member, with all seven digits.
    private static bool Follows(AuditEntry line, int sequence, string previousHash) =>
        line.Sequence == sequence + 1 && line.PreviousHash == previousHash && line.HasItsDetails && line.Action.IsKnown()
        && Names(line.Action).Any(name => line.Hash == AuditEntry.HashOf(
            line.Sequence.ToString(CultureInfo.InvariantCulture), line.AtUtc.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
            line.ActorId?.ToString(CultureInfo.InvariantCulture) ?? "", line.ActorName, name, line.Subject, line.From ?? "", line.DetailsHash, line.PreviousHash));

    private static IEnumerable<string> Names(AuditAction action) =>
        action == AuditAction.StatusChanged ? ["DecisionApplied", "StatusChanged"] : [action.ToString()];
}

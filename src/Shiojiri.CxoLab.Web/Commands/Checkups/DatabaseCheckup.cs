using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Commands.Checkups;

/// <summary>Whether the database is there, of this version, sound, and can be written. What follows is looked at only when it is.</summary>
internal sealed class DatabaseCheckup(CxoLabDb db, DatabasePulse pulse, TimeProvider time) : ICheckup
{
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(1);

    public static string Subject => "database";

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (await ReachAsync(ct) is { } away)
        {
            yield return Finding.Fail(away);
            yield break;
        }

        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        if (applied.Except(known).FirstOrDefault() is { } newer)
        {
            yield return Finding.Fail($"The database was brought up to date by a newer release ({newer}): run that release, or restore the backup of before.");
            yield break;
        }

        if (known.Except(applied).ToList() is { Count: > 0 } pending)
        {
            yield return Finding.Fail($"The database is of an earlier release, {pending.Count} migrations are to come ({pending[0]} first): take a backup and run migrate.");
            yield break;
        }

        yield return Finding.Ok("It can be reached and is of this release.");
        foreach (var finding in await SoundnessAsync(ct))
        {
            yield return finding;
        }

        yield return await ClockAsync(ct);
        yield return await pulse.FeelAsync(ct) is { } fault
            ? Finding.Fail($"It can't be written ({fault.Kind}, {fault.Engine} {fault.Number}): look at the permissions of the file or login, and for room on the disk.")
            : Finding.Ok("It can be read and written.");
    }

    private async Task<string?> ReachAsync(CancellationToken ct)
    {
        if (db is SqliteCxoLabDb && !File.Exists(SqliteFile.PathOf(db)))
        {
            return $"There is no database at {SqliteFile.PathOf(db)} yet: run migrate, or start the site.";
        }

        try
        {
            await db.Database.CreateExecutionStrategy().ExecuteAsync(db.Database.OpenConnectionAsync, ct);
            return null;
        }
        catch (Exception trouble) when (DatabaseTrouble.Find(trouble) is { } fault)
        {
            return $"It can't be reached ({fault.Engine} {fault.Number}): check ConnectionStrings:CxoLab, and whether the server runs and lets this machine in.";
        }
    }

    private async Task<IEnumerable<Finding>> SoundnessAsync(CancellationToken ct)
    {
        if (db is not SqliteCxoLabDb)
        {
            return [await RowVersioning.IsOffAsync(db, ct)
                ? Finding.Warn($"READ_COMMITTED_SNAPSHOT is off, so that readers wait for writers: {RowVersioning.TurnOn}.")
                : Finding.Ok("READ_COMMITTED_SNAPSHOT is on.")];
        }

        var (verdict, journal) = (await DatabaseSoundness.QuickCheckAsync(db, ct), await DatabaseSoundness.JournalAsync(db, ct));
        return
        [
            Finding.Judge(verdict == "ok", "SQLite finds the file sound.", $"SQLite finds the file damaged ({verdict}): stop the site, keep the file, and restore the last backup."),
            journal == "wal" ? Finding.Ok("It has a write-ahead log.") : Finding.Warn($"Its journal is {journal} in place of wal, so that readers and writers wait for each other: the next start of the site sets it."),
        ];
    }

    // What the site wrote there lies in the past; unless a clock, this one or another node's, is wrong.
    private async Task<Finding> ClockAsync(CancellationToken ct)
    {
        var beat = await db.Heartbeats.AsNoTracking().OrderByDescending(h => h.Id).Select(h => (DateTime?)h.AtUtc).FirstOrDefaultAsync(ct);
        return Finding.Judge(
            beat is null || beat <= time.GetUtcNow().UtcDateTime + MostAhead,
            "This machine's clock is not behind what was last written there.",
            "What was last written there lies in the future: the clock of this machine, or of another node, is wrong.");
    }
}

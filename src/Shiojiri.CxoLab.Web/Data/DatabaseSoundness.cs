using Microsoft.EntityFrameworkCore;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>What SQLite says of its file.</summary>
internal static class DatabaseSoundness
{
    /// <summary>ok, or the first thing that is wrong with the file.</summary>
    public static Task<string> QuickCheckAsync(CxoLabDb db, CancellationToken ct) => AskAsync(db, "PRAGMA quick_check(1)", ct);

    /// <summary>wal, delete …</summary>
    public static Task<string> JournalAsync(CxoLabDb db, CancellationToken ct) => AskAsync(db, "PRAGMA journal_mode", ct);

    // EF would put a SELECT around it.
    private static async Task<string> AskAsync(CxoLabDb db, string pragma, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // one of the two above
        command.CommandText = pragma;
#pragma warning restore CA2100
        command.CommandTimeout = 0; // reads the whole file
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }
}

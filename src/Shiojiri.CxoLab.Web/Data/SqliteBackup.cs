using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>What a copy of the database holds.</summary>
internal sealed record BackupCounts(long Applications, long Mails, long Bytes);

/// <summary>
/// A copy of the SQLite file as it stands at one moment, taken while the site runs. VACUUM INTO reads in one transaction, which with a
/// write-ahead log makes no writer wait, and carries over no free pages: what was erased is not in the copy.
/// </summary>
internal static class SqliteBackup
{
    /// <summary>
    /// The copy appears whole, checked and on the disk, or not at all. Throws <see cref="BackupException"/> with one sentence; errors of
    /// the engine are thrown as they come.
    /// </summary>
    public static async Task<BackupCounts> WriteAsync(string connectionString, string path, CancellationToken ct)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        if (!File.Exists(settings.DataSource))
        {
            throw new BackupException($"There is no database at {Path.GetFullPath(settings.DataSource)}: check ConnectionStrings:CxoLab and Data:Folder.");
        }

        if (Path.Exists(path))
        {
            throw new BackupException($"{path} is there already: a backup is never overwritten. Give another name, or move it away.");
        }

        var draft = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            MakeForOwnerAlone(draft);
            await CopyAsync(settings.ConnectionString, draft, ct);
            var counts = await CheckAsync(draft, ct);
            Flush(draft);
            File.Move(draft, path, overwrite: false);
            return counts;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"The copy could not be written: {refused.Message}", refused);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    // SQLite takes an empty file for a new one and leaves its mode as it is.
    private static void MakeForOwnerAlone(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var _ = new FileStream(path, options);
    }

    private static async Task CopyAsync(string connectionString, string path, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $path";
        command.CommandTimeout = 0; // a large file on a slow disk takes what it takes
        command.Parameters.AddWithValue("$path", path);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<BackupCounts> CheckAsync(string path, CancellationToken ct)
    {
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        await copy.OpenAsync(ct);
        var verdict = (string)(await AskAsync(copy, "PRAGMA integrity_check(1)", ct))!;
        return verdict == "ok"
            ? new BackupCounts(await CountAsync(copy, "SELECT count(*) FROM Applications", ct), await CountAsync(copy, "SELECT count(*) FROM OutgoingMails", ct), new FileInfo(path).Length)
            : throw new BackupException($"The copy is damaged and was thrown away ({verdict}). The database itself may be: run doctor, and keep the last backup.");
    }

    private static async Task<long> CountAsync(SqliteConnection copy, string sql, CancellationToken ct) =>
        Convert.ToInt64(await AskAsync(copy, sql, ct), CultureInfo.InvariantCulture);

    private static async Task<object?> AskAsync(SqliteConnection copy, string sql, CancellationToken ct)
    {
        await using var command = copy.CreateCommand();
#pragma warning disable CA2100 // written here, without a value of anybody's
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync(ct);
    }

    // VACUUM INTO leaves that to the system.
    private static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}

internal sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);

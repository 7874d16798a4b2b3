using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>One process at a time prepares the database file.</summary>
internal static class SqliteFile
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    public static string PathOf(CxoLabDb db) => PathOf(db.Database.GetConnectionString()!);

    public static string FolderOf(string connectionString) => Path.GetDirectoryName(PathOf(connectionString))!;

    public static async Task<IDisposable> LockAsync(CxoLabDb db, CancellationToken ct)
    {
        var path = PathOf(db);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(LongestWait);
        while (true)
        {
            try
            {
                var held = new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                await ForgetDeadMigrationAsync(db, ct);
                return held;
            }
            catch (IOException)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    private static string PathOf(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    // EF marks a running migration by a row; a process killed in the middle leaves it behind and every later start would wait for it.
    private static async Task ForgetDeadMigrationAsync(CxoLabDb db, CancellationToken ct)
    {
        // Past EF, which would compile a question that is asked once.
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
            if (await command.ExecuteScalarAsync(ct) is > 0L)
            {
                await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", ct);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}

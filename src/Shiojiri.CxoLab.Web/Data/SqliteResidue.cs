using Microsoft.EntityFrameworkCore;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// What SQLite leaves lying in its files of rows that were deleted or overwritten: free pages, gaps within pages, and the pages as they were in
/// the write-ahead log. VACUUM writes the whole database anew without them, and the checkpoint empties the log. SQL Server cleans up by itself.
/// </summary>
internal static class SqliteResidue
{
    private const int MostTries = 20;

    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(250);

    /// <summary>False where there is no such thing to clear. Writers wait meanwhile, readers don't.</summary>
    /// <exception cref="TimeoutException">Somebody read an older state all the while; another try will do it.</exception>
    public static async Task<bool> ClearAsync(CxoLabDb db, CancellationToken ct)
    {
        if (db is not SqliteCxoLabDb)
        {
            return false;
        }

        await db.WriteAsync(token => db.Database.ExecuteSqlRawAsync("VACUUM", token), ct);
        for (var attempt = 1; !await IsEmptiedAsync(db, ct); attempt++)
        {
            if (attempt == MostTries)
            {
                throw new TimeoutException("The write-ahead log is still being read.");
            }

            await Task.Delay(Rest, ct);
        }

        return true;
    }

    // The pragma answers busy, pages in the log, pages written back.
    private static Task<bool> IsEmptiedAsync(CxoLabDb db, CancellationToken ct) => db.WriteAsync(
        async token =>
        {
            await db.Database.OpenConnectionAsync(token);
            try
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                return Convert.ToInt64(await command.ExecuteScalarAsync(token), System.Globalization.CultureInfo.InvariantCulture) == 0;
            }
            finally
            {
                await db.Database.CloseConnectionAsync();
            }
        },
        ct);
}

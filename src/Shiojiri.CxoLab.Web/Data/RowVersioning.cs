using Microsoft.EntityFrameworkCore;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>READ_COMMITTED_SNAPSHOT of a SQL Server database: with it nobody who reads waits for somebody who writes, as on SQLite.</summary>
internal static partial class RowVersioning
{
    public const string TurnOn = "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE";

    /// <summary>Whether it is switched off. Never on SQLite.</summary>
    public static async Task<bool> IsOffAsync(CxoLabDb db, CancellationToken ct) => db is SqlServerCxoLabDb
        && await db.Database.SqlQueryRaw<bool>("SELECT is_read_committed_snapshot_on AS Value FROM sys.databases WHERE database_id = DB_ID()").ToListAsync(ct) is [false];

    /// <summary>Writes one line into the log when it is off. The site goes on: it answers rightly, only with waits when many come at once.</summary>
    public static async Task SayWhenOffAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        if (await IsOffAsync(scope.ServiceProvider.GetRequiredService<CxoLabDb>(), ct))
        {
            IsOff(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RowVersioning)), TurnOn);
        }
    }

    [LoggerMessage(42, LogLevel.Error, "READ_COMMITTED_SNAPSHOT is off: readers wait for writers, and pages stand still while applications come in. Run once in this database: {Statement}")]
    private static partial void IsOff(ILogger logger, string statement);
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// What each connection is told: FULL makes a commit wait for the disk (an accepted application must survive a power cut), and
/// SQLite's own busy handler looks again sooner than the driver does.
/// </summary>
internal sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;";

    public static void Prepare(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection);
        return Task.CompletedTask;
    }
}

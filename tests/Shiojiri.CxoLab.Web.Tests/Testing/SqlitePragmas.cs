using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Tells SQLite, after the site has, what suits a test better. On another engine it does nothing.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private readonly string _pragmas;
    private readonly int? _seconds;

    private SqlitePragmas(string pragmas, int? seconds)
    {
        _pragmas = pragmas;
        _seconds = seconds;
    }

    /// <summary>Waits for no disk: no test pulls the plug.</summary>
    public static SqlitePragmas WithoutDisk { get; } = new("PRAGMA synchronous = OFF;", null);

    /// <summary>The site gives up on a locked file after a second instead of ten.</summary>
    public static void Impatient(IServiceCollection services) => services.Intercept(new SqlitePragmas("PRAGMA busy_timeout = 100;", 1));

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is SqliteConnection sqlite)
        {
            sqlite.DefaultTimeout = _seconds ?? sqlite.DefaultTimeout;
            using var command = sqlite.CreateCommand();
#pragma warning disable CA2100 // the two above
            command.CommandText = _pragmas;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}

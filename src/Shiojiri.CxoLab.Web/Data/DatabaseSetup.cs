using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shiojiri.CxoLab.Web.Data.Seed;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Chooses the engine: a SQLite file when nothing is configured, SQL Server by Database:Provider=SqlServer.</summary>
internal static class DatabaseSetup
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (IsSqlServer(configuration))
        {
            builder.Services.AddDbContext<CxoLabDb, SqlServerCxoLabDb>(options => UseSqlServer(options, configuration.GetConnectionString("CxoLab")));
        }
        else
        {
            var connectionString = configuration.GetConnectionString("CxoLab") ?? $"Data Source={DataFolder.File(builder, "cxolab.db")}";
            builder.Services.AddSingleton<SqliteWriteTurn>();
            builder.Services.AddDbContext<CxoLabDb, SqliteCxoLabDb>(options => UseSqlite(options, connectionString));
        }

        builder.Services.AddSingleton<TotpSecretProtector>();
        builder.Services.AddScoped<AuditVerification>();
        builder.Services.AddScoped<CurrentCohort>();
        builder.Services.AddSingleton<LastKnownCohort>();
    }

    public static bool IsSqlServer(IConfiguration configuration) =>
        string.Equals(configuration["Database:Provider"], "SqlServer", StringComparison.OrdinalIgnoreCase);

    public static void UseSqlite(DbContextOptionsBuilder options, string connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 10 };
        options.UseSqlite(settings.ConnectionString).AddInterceptors(new SqliteConnectionSetup());
        Quieten(options);
    }

    public static void UseSqlServer(DbContextOptionsBuilder options, string? connectionString)
    {
        // A server that does not answer shall not hold the start or a visitor for the driver's own fifteen seconds.
        var settings = new SqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Connect Timeout"))
        {
            settings.ConnectTimeout = 5;
        }

        options.UseSqlServer(settings.ConnectionString, server => server.EnableRetryOnFailure(3, TimeSpan.FromSeconds(3), null));
        Quieten(options);
    }

    /// <summary>
    /// Brings the schema up to date and puts the first content in. Two processes may do so at once: on SQLite a lock file
    /// makes the second wait, on SQL Server EF's application lock does.
    /// </summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CxoLabDb>();
        using var only = db is SqliteCxoLabDb ? await SqliteFile.LockAsync(db, ct) : null;

        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await db.Database.MigrateAsync(ct);
        }

        if (db is SqliteCxoLabDb)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
        }

        await FirstContent.AddAsync(db, ct);

        await StoredSecrets.ProtectAsync(scope.ServiceProvider, db, ct);

        // The first key is made here, while other processes wait: two keys made at once would each be unknown to the other instance.
        services.GetService<IDataProtectionProvider>()?.CreateProtector("first key").Protect([]);
    }

    // Errors of the engine may quote the values of a row. They are answered and logged, without those values, by the site itself.
    private static void Quieten(DbContextOptionsBuilder options) => options.ConfigureWarnings(warnings => warnings.Ignore(
        RelationalEventId.CommandError, CoreEventId.SaveChangesFailed, CoreEventId.QueryIterationFailed,
        CoreEventId.OptimisticConcurrencyException, RelationalEventId.ConnectionError, CoreEventId.ExecutionStrategyRetrying,
        RelationalEventId.MultipleCollectionIncludeWarning));
}

using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Hosting.Telemetry;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Chooses the engine: a SQLite file when nothing is configured, SQL Server by Database:Provider=SqlServer.</summary>
internal static class DatabaseSetup
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (IsSqlServer(configuration))
        {
            var batch = configuration.GetValue<int?>("Database:MaxBatchSize");
            builder.Services.AddDbContextPool<CxoLabDb, SqlServerCxoLabDb>(options => UseSqlServer(options, configuration.GetConnectionString("CxoLab"), batch));
        }
        else
        {
            var connectionString = SqliteConnectionString(configuration, DataFolder.File(builder, "cxolab.db"));
            builder.Services.AddSingleton<SqliteWriter>();
            builder.Services.AddDbContextPool<CxoLabDb, SqliteCxoLabDb>(options => UseSqlite(options, connectionString));
        }

        builder.Services.AddSingleton<DatabaseFaultLog>();
        builder.Services.AddInterceptor<DatabaseFaultWatch>();
        builder.Services.AddSingleton<DatabasePulse>();
        builder.Services.AddSingleton<TotpSecretProtector>();
        builder.Services.AddSingleton<RefundAccountProtector>();
        builder.Services.AddScoped<AuditVerification>();
        builder.Services.AddScoped<CurrentCohort>();
        builder.Services.AddScoped<PastCohorts>();
        builder.Services.AddSingleton<RecruitmentClearance>();
        AddSnapshot(builder.Services);
        builder.Services.AddSingleton(WatchedFolders.Of(builder));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<DiskHealth>("disk");
        if (configuration.HasTelemetry())
        {
            builder.Services.AddInterceptor<SavedCounts>();
        }

        // Every instance on the same database opens what another one protected, and a restart loses no open form.
        builder.Services.AddDataProtection().PersistKeysToDbContext<CxoLabDb>();
    }

    private static void AddSnapshot(IServiceCollection services)
    {
        services.AddSingleton<SiteSnapshot>();
        services.AddSnapshotPart<CurrentSettings>();
        services.AddTransient(provider => provider.GetRequiredService<CurrentSettings>().Programme);
        services.AddSingleton<PaymentTerms>();
        services.AddSnapshotPart<SiteContent>();
        services.AddSnapshotPart<PublishedCohorts>();
        services.AddSingleton<PublicMoments>();
        services.AddScoped<ShownContent>();
        services.AddSingleton<PictureCatalogue>();
        services.AddSnapshotPart<ReadyPictures>();
        services.AddSingleton<PictureUses>();
        services.AddSnapshotPart<SiteThemes>();
        services.AddScoped<ShownThemes>();
        services.AddSnapshotPart<CohortQuestions>();
        services.AddInterceptor<SiteStampInterceptor>();
        services.AddInterceptor<SeatedCohortInterceptor>();
    }

    /// <summary>Something held in memory that <see cref="SiteSnapshot"/> keeps at the state of the database.</summary>
    public static void AddSnapshotPart<T>(this IServiceCollection services)
        where T : class, ISnapshotPart
    {
        services.AddSingleton<T>();
        services.AddSingleton<ISnapshotPart>(provider => provider.GetRequiredService<T>());
    }

    /// <summary>Something that looks at what is saved or asked, on whichever engine.</summary>
    public static void AddInterceptor<T>(this IServiceCollection services)
        where T : class, IInterceptor
    {
        services.AddSingleton<T>();
        services.ConfigureDbContext<SqliteCxoLabDb>(Add);
        services.ConfigureDbContext<SqlServerCxoLabDb>(Add);

        static void Add(IServiceProvider provider, DbContextOptionsBuilder options) => options.AddInterceptors(provider.GetRequiredService<T>());
    }

    public static bool IsSqlServer(IConfiguration configuration) =>
        string.Equals(configuration["Database:Provider"], "SqlServer", StringComparison.OrdinalIgnoreCase);

    /// <param name="file">Where the file lies when nothing is configured.</param>
    public static string SqliteConnectionString(IConfiguration configuration, string file) =>
        configuration.GetConnectionString("CxoLab") ?? $"Data Source={file}";

    public static void UseSqlite(DbContextOptionsBuilder options, string connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 10 };

        // Whatever changes a table's columns makes it anew with foreign keys off, which no transaction can do: true, and nothing that whoever starts the site can mend.
        options.UseSqlite(settings.ConnectionString).AddInterceptors(new SqliteConnectionSetup())
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));
        Quieten(options);
    }

    /// <param name="connectionString">As configured; what it leaves open is chosen here.</param>
    /// <param name="maxBatchSize">Rows a statement; EF's own choice when null, 1 for a server that knows no MERGE.</param>
    public static void UseSqlServer(DbContextOptionsBuilder options, string? connectionString, int? maxBatchSize = null)
    {
        options.UseSqlServer(ServerConnection(connectionString), server =>
        {
            server.EnableRetryOnFailure(3, TimeSpan.FromSeconds(3), null);
            if (maxBatchSize is { } most)
            {
                server.MaxBatchSize(most);
            }
        });
        Quieten(options);
    }

    /// <summary>
    /// A server that does not answer shall not hold a visitor for the driver's own fifteen seconds; and once it is back it shall be
    /// asked at once, not after the minute for which the driver goes on refusing by itself (the pool's blocking period).
    /// </summary>
    internal static string ServerConnection(string? connectionString)
    {
        var settings = new SqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Connect Timeout"))
        {
            settings.ConnectTimeout = 5;
        }

        if (!settings.ShouldSerialize("Pool Blocking Period"))
        {
            settings.PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock;
        }

        return settings.ConnectionString;
    }

    /// <summary>
    /// Brings the schema up to date and puts the first content in. Two processes may do so at once: on SQLite a lock file makes the
    /// second wait for all of it, on SQL Server EF's application lock makes it wait for the migrations alone.
    /// </summary>
    /// <param name="withFirstContent">False: an empty database stays empty, for what another site brings.</param>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken ct, bool withFirstContent = true)
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

        await Upkeep.DoAsync(scope.ServiceProvider, db, withFirstContent, ct);

        // The first key is made here, before anything is served. Several processes at once on SQL Server may make one each; all of them
        // are stored, and whoever meets a key that it does not know yet reads them anew.
        services.GetService<IDataProtectionProvider>()?.CreateProtector("first key").Protect([]);
    }

    // Errors of the engine may quote the values of a row. They are answered and logged, without those values, by the site itself.
    private static void Quieten(DbContextOptionsBuilder options) => options.ConfigureWarnings(warnings => warnings.Ignore(
        RelationalEventId.CommandError, CoreEventId.SaveChangesFailed, CoreEventId.QueryIterationFailed,
        CoreEventId.OptimisticConcurrencyException, RelationalEventId.ConnectionError, CoreEventId.ExecutionStrategyRetrying,
        RelationalEventId.MultipleCollectionIncludeWarning));
}

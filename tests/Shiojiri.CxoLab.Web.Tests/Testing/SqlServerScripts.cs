using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>The T-SQL by which tests have a database each on one server.</summary>
internal static class SqlServerScripts
{
    public static string NewName() => $"cxolab_test_{Guid.NewGuid():N}";

    public static string Create(string name) => $"CREATE DATABASE [{name}]; ALTER DATABASE [{name}] SET READ_COMMITTED_SNAPSHOT ON;";

    public static string Drop(string name) =>
        $"IF DB_ID(N'{name}') IS NOT NULL BEGIN ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]; END";

    /// <summary>
    /// Empties every table but the keys of Data Protection, which the site holds in memory too, and the one stamp that the schema brings; lets ids
    /// begin at 1 again. The stamp gets a new value: what a site holds in memory is old now.
    /// </summary>
    public static string Empty()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct()
            .Where(t => t is not (nameof(CxoLabDb.DataProtectionKeys) or nameof(CxoLabDb.SiteStamps))).Order(StringComparer.Ordinal).ToList();
        return string.Join(
            '\n',
            [
                "UPDATE [SiteStamps] SET [Value] = NEWID();",
                .. tables.Select(t => $"ALTER TABLE [{t}] NOCHECK CONSTRAINT ALL;"),
                .. tables.Select(t => $"DELETE FROM [{t}];"),
                .. tables.Select(t => $"ALTER TABLE [{t}] WITH CHECK CHECK CONSTRAINT ALL;"),

                // A table that never had a row begins at its seed by itself; reseeding it would make it begin at 0.
                .. tables.Select(t => $"IF EXISTS (SELECT 1 FROM sys.identity_columns WHERE object_id = OBJECT_ID(N'{t}') AND last_value IS NOT NULL) DBCC CHECKIDENT (N'{t}', RESEED, 0) WITH NO_INFOMSGS;"),
            ]);
    }

    /// <summary>Schema and first content.</summary>
    public static async Task MigrateAsync(string connection)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TestKeys.Keys)
            .AddSingleton<TotpSecretProtector>()
            .AddDbContext<CxoLabDb, SqlServerCxoLabDb>(options => DatabaseSetup.UseSqlServer(options, connection));
        services.AddOptions<KeyManagementOptions>().Configure(management => management.XmlEncryptor = new KeyFileXmlEncryptor(TestKeys.Keys));
        services.AddDataProtection().SetApplicationName("Shiojiri.CxoLab").PersistKeysToDbContext<CxoLabDb>();
        await using var provider = services.BuildServiceProvider();
        await provider.MigrateAsync(CancellationToken.None);
    }
}

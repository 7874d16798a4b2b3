using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting.Keys;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>One migrated SQLite file with the first content and the first key of Data Protection, made once a run.</summary>
internal static class SqliteTemplate
{
    private static readonly Lazy<Task<string>> Made = new(() => Task.Run(MakeAsync));

    public static Task<string> FileAsync() => Made.Value;

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cxolab-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var path = Path.Combine(folder, "cxolab.db");
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TestKeys.Keys)
            .AddSingleton<TotpSecretProtector>()
            .AddSingleton<SqliteWriter>()
            .AddDbContext<CxoLabDb, SqliteCxoLabDb>(options => DatabaseSetup.UseSqlite(options, $"Data Source={path}"));
        services.AddOptions<KeyManagementOptions>().Configure(management => management.XmlEncryptor = new KeyFileXmlEncryptor(TestKeys.Keys));
        services.AddDataProtection().SetApplicationName("Shiojiri.CxoLab").PersistKeysToDbContext<CxoLabDb>();
        await using (var provider = services.BuildServiceProvider())
        {
            await provider.MigrateAsync(CancellationToken.None);
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CxoLabDb>().Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        return path;
    }
}

using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>The journeys that matter most, on a real SQL Server: each test in a database of its own.</summary>
public sealed class SqlServerTests
{
    [SqlServerFact]
    public async Task An_application_is_stored_once_however_often_it_is_sent()
    {
        await using var server = await FreshDatabase.CreateAsync();
        using var site = await Site.StartAsync(server.Settings);
        await site.Services.MigrateAsync(CancellationToken.None);
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync();

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.SendAsync(check)));
        var repeat = await visitor.ApplyAsync(("Email", "TARO@example.jp"));

        Assert.All(pages, page => Assert.Equal("お申し込みを受け付けました", page.Heading));
        Assert.Equal("お申し込みを受け付けました", repeat.Heading);
        Assert.Equal((1, 2), await site.InDatabaseAsync(async db => (await db.Applications.CountAsync(), await db.OutgoingMails.CountAsync())));
    }

    [SqlServerFact]
    public async Task Every_page_reads_what_it_shows()
    {
        await using var server = await FreshDatabase.CreateAsync();
        using var site = await Site.StartAsync(server.Settings);
        await site.Services.MigrateAsync(CancellationToken.None);

        foreach (var path in new[] { "/", "/recruit", "/schedule", "/projects", "/projects?year=2020", "/projects/wainari", "/briefings", "/faq", "/legal", "/apply", "/sitemap.xml", "/health/ready" })
        {
            Assert.Equal((path, 200), (path, (int)(await site.Visitor().OpenAsync(path)).Status));
        }
    }

    [SqlServerFact]
    public async Task Of_ten_people_at_once_exactly_as_many_get_in_as_there_are_places()
    {
        await using var server = await FreshDatabase.CreateAsync();
        using var site = await Site.StartAsync(server.Settings);
        await site.Services.MigrateAsync(CancellationToken.None);
        await site.InDatabaseAsync(db => db.Cohorts.ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, 3)));
        var visitor = site.Visitor();
        var checks = new List<Page>();
        for (var i = 0; i < 10; i++)
        {
            checks.Add(await visitor.CheckAsync(("Email", $"taro{i}@example.jp")));
        }

        var pages = await Task.WhenAll(checks.Select(visitor.SendAsync));

        Assert.Equal(3, pages.Count(p => p.Heading == "お申し込みを受け付けました"));
    }

    private sealed class FreshDatabase(SqlConnectionStringBuilder connection) : IAsyncDisposable
    {
        public Dictionary<string, string?> Settings => new()
        {
            ["Database:Provider"] = "SqlServer",
            ["ConnectionStrings:CxoLab"] = connection.ConnectionString,
        };

        public static async Task<FreshDatabase> CreateAsync()
        {
            var connection = new SqlConnectionStringBuilder(SqlServerFactAttribute.ConnectionString) { InitialCatalog = $"cxolab_{Guid.NewGuid():N}" };
            await RunAsync($"CREATE DATABASE [{connection.InitialCatalog}]");
            return new FreshDatabase(connection);
        }

        public async ValueTask DisposeAsync()
        {
            SqlConnection.ClearAllPools();
            await RunAsync($"DROP DATABASE [{connection.InitialCatalog}]");
        }

        private static async Task RunAsync(string sql)
        {
            await using var server = new SqlConnection(SqlServerFactAttribute.ConnectionString);
            await server.OpenAsync();
            await using var command = server.CreateCommand();
#pragma warning disable CA2100 // the name is a Guid of our own
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }
}

using System.Data;
using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>A context opens its connection once and gives it back when it goes.</summary>
public sealed class SqliteConnectionSetupTests
{
    [SqliteFact]
    public async Task Sending_an_application_opens_the_database_once_and_asks_it_twice()
    {
        var (opened, asked) = (new OpenedCount(), new AskedCount());
        using var site = await Site.StartAsync(services: services =>
        {
            services.WithoutPolling();
            services.Intercept(opened);
            services.Intercept(asked);
        });
        var visitor = site.Visitor(followsRedirects: false);
        var check = await visitor.CheckAsync();
        (opened.Count, asked.Count) = (0, 0);

        var sent = await visitor.SendAsync(check);

        Assert.Equal((HttpStatusCode.Redirect, 1, 2), (sent.Status, opened.Count, asked.Count));
    }

    [SqliteFact]
    public async Task A_context_that_goes_gives_its_connection_back()
    {
        using var site = await Site.StartAsync();
        DbConnection connection;
        ConnectionState between;
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CxoLabDb>();
            await db.Cohorts.CountAsync();
            connection = db.Database.GetDbConnection();
            between = connection.State;
        }

        Assert.Equal((ConnectionState.Open, ConnectionState.Closed), (between, connection.State));
    }

    private sealed class OpenedCount : DbConnectionInterceptor
    {
        public int Count { get; set; }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Count++;
            return Task.CompletedTask;
        }
    }

    private sealed class AskedCount : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count += command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) ? 1 : 0;
            return ValueTask.FromResult(result);
        }
    }
}

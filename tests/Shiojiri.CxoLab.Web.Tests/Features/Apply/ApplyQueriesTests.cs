using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Apply;

/// <summary>What an application costs before it is stored.</summary>
public sealed class ApplyQueriesTests
{
    [SqliteFact]
    public async Task Sending_an_application_asks_the_database_twice_before_it_is_stored()
    {
        var asked = new AskedCount();
        using var site = await Site.StartAsync(services: services =>
        {
            services.WithoutPolling();
            services.Intercept(asked);
        });
        var visitor = site.Visitor(followsRedirects: false);
        var check = await visitor.CheckAsync();
        asked.Count = 0;

        var sent = await visitor.SendAsync(check);

        Assert.Equal((HttpStatusCode.Redirect, 2), (sent.Status, asked.Count));
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

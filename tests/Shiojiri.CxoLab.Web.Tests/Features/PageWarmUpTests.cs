using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Web.Features;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features;

/// <summary>What is done beside a start meets neither the database nor an error.</summary>
public sealed class PageWarmUpTests
{
    [Fact]
    public async Task Warming_up_asks_the_database_nothing()
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        count.StartAgain();

        PageWarmUp.Run(site.Services, [site.Services.GetRequiredService<EndpointDataSource>()]);

        Assert.Equal(0, count.Statements);
    }
}

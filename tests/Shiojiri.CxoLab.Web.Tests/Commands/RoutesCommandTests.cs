using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Web.Commands;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Commands;

public sealed class RoutesCommandTests
{
    [Fact]
    public async Task Every_endpoint_is_printed_with_its_policy()
    {
        using var site = await Site.StartAsync();

        var pages = Lines(site).Where(line => !line.Contains('.', StringComparison.Ordinal) || line.Contains("ics", StringComparison.Ordinal))
            .Where(line => !line.StartsWith("HEAD", StringComparison.Ordinal) && !line.Contains("{**path:file}", StringComparison.Ordinal))
            .Where(line => !line.Contains(" /admin", StringComparison.Ordinal));

        Assert.Equal(
            [
                "* /error/{code:int} anonymous",
                "* /health/live anonymous",
                "* /health/ready anonymous",
                "GET / anonymous",
                "GET /accessibility anonymous",
                "GET /apply anonymous",
                "GET /apply/address anonymous",
                "GET /apply/again anonymous",
                "GET /apply/again/sent anonymous",
                "GET /apply/complete/{key} anonymous",
                "GET /apply/confirm anonymous",
                "GET /apply/edit anonymous",
                "GET /briefings anonymous",
                "GET /cohorts anonymous",
                "GET /cohorts/{ordinal:int} anonymous",
                "GET /contact anonymous",
                "GET /contact/sent anonymous",
                "GET /faq anonymous",
                "GET /legal anonymous",
                "GET /news anonymous",
                "GET /news/{key} anonymous", "GET /pictures/{key}/{name} anonymous",
                "GET /privacy anonymous",
                "GET /program anonymous",
                "GET /projects anonymous",
                "GET /projects/{slug} anonymous",
                "GET /recruit anonymous",
                "GET /schedule anonymous",
                "GET /schedule.ics anonymous",
                "GET /schedule/{slug}.ics anonymous",
                "GET /themes/{key} anonymous",
                "POST /apply anonymous",
                "POST /apply/address anonymous",
                "POST /apply/again anonymous",
                "POST /apply/confirm anonymous",
                "POST /apply/edit anonymous",
                "POST /contact anonymous",
            ],
            pages);
    }

    // What each route of the desk answers to whom is held by the permission matrix.
    [Theory]
    [InlineData("GET /admin Staff+Read")]
    [InlineData("POST /admin/decisions/application Staff+Decide")]
    [InlineData("POST /admin/applications/{number:length(10)}/payments Staff+RecordMoney")]
    [InlineData("GET /admin/account/second-factor SignedIn")]
    [InlineData("GET /admin/sign-in anonymous")]
    public async Task A_route_of_the_desk_is_printed_with_all_that_it_asks_for(string line)
    {
        using var site = await Site.StartAsync();

        Assert.Contains(line, Lines(site));
    }

    [Fact]
    public async Task No_post_is_taken_without_its_token()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        var fields = (await visitor.CheckAsync()).Fields(Journey.SendForm);
        foreach (var field in (await visitor.OpenAsync("/apply")).Filled())
        {
            fields.TryAdd(field.Key, field.Value);
        }

        fields.Remove("FormToken");

        // The desk's own forms are PermissionMatrixTests' matter: they ask for a sign-in first.
        foreach (var path in Lines(site).Where(line => line.StartsWith("POST", StringComparison.Ordinal) && !line.Contains("/admin", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]))
        {
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, (await visitor.PostAsync(path, fields)).Status));
        }

        Assert.Equal(0, await site.InDatabaseAsync(db => db.Applications.CountAsync()));
    }

    private static string[] Lines(Site site)
    {
        using var output = new StringWriter();
        RoutesCommand.Write(site.Services.GetRequiredService<EndpointDataSource>().Endpoints, output);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}

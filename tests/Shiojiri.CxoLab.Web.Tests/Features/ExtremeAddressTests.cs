using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features;

/// <summary>Days, numbers and words at the ends of their ranges, in every address that takes any.</summary>
public sealed class ExtremeAddressTests
{
    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("10000-01-01")]
    [InlineData("2147483647")]
    [InlineData("-2147483648")]
    [InlineData("99999999999999999999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("%0A")]
    public async Task Nothing_in_an_address_brings_a_page_down(string value)
    {
        using var site = await Site.StartAsync();
        await site.ApplicantAsync();
        var administrator = await site.StaffAsync(Role.Administrator, followsRedirects: false);
        var failed = new List<string>();

        foreach (var address in Addresses(site, value))
        {
            var page = await administrator.OpenAsync(address);
            if (page.Status >= HttpStatusCode.InternalServerError)
            {
                failed.Add($"{page.Status} {address}");
            }
        }

        Assert.Empty(failed);
    }

    // Each page that can be asked for, with the value in its path and in each parameter that its action knows.
    private static IEnumerable<string> Addresses(Site site, string value)
    {
        var pages = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Where(e => e.RoutePattern.RawText?.StartsWith("error", StringComparison.Ordinal) != true && !e.RoutePattern.RawText!.Contains("/error", StringComparison.Ordinal))
            .ToList();
        Assert.True(pages.Count > 30);
        foreach (var page in pages)
        {
            var path = "/" + string.Join('/', page.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart l ? l.Content : p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart d ? d.Content : value))));
            var names = page.Metadata.GetMetadata<ControllerActionDescriptor>()!.Parameters.SelectMany(p => Names(p.Name, p.ParameterType)).Distinct().ToList();
            if (page.RoutePattern.Parameters.Count > 0)
            {
                yield return path;
            }

            foreach (var name in names)
            {
                yield return $"{path}?{name}={value}";
            }
        }
    }

    private static IEnumerable<string> Names(string name, Type type) =>
        type == typeof(CancellationToken) ? []
        : type.Namespace?.StartsWith("Shiojiri", StringComparison.Ordinal) == true && !type.IsEnum ? type.GetProperties().Where(p => p.CanWrite).Select(p => p.Name)
        : [name];
}

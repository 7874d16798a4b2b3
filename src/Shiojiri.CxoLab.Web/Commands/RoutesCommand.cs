using Microsoft.AspNetCore.Authorization;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary>Every endpoint that the router knows, for reviews and for tests of who may do what.</summary>
internal static class RoutesCommand
{
    public static void Run(IEndpointRouteBuilder routes) => Write(routes.DataSources.SelectMany(source => source.Endpoints), Console.Out);

    internal static void Write(IEnumerable<Endpoint> endpoints, TextWriter output)
    {
        var lines = endpoints
            .OfType<RouteEndpoint>()
            .SelectMany(Lines)
            .Distinct()
            .Order(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            output.WriteLine(line);
        }
    }

    private static IEnumerable<string> Lines(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"];
        var path = $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";
        return methods.Select(method => $"{method} {path} {Policy(endpoint)}");
    }

    private static string Policy(RouteEndpoint endpoint)
    {
        var demands = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        return demands.Count == 0 || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            ? "anonymous"
            : string.Join('+', demands.Select(d => d.Policy ?? d.Roles ?? "signed-in"));
    }
}

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>Remembers which route a request met first: an error page is served by another one.</summary>
internal static class OriginalRoute
{
    public static void UseRouteMemory(this WebApplication app) => app.Use((context, next) =>
    {
        context.Items.TryAdd(typeof(OriginalRoute), (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern ? $"/{pattern.TrimStart('/')}" : null);
        return next(context);
    });
}

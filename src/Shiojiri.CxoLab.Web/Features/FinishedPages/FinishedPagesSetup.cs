using Microsoft.AspNetCore.Http.Features;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.FinishedPages;

/// <summary>Hands out finished pages before anything else looks at the request, and keeps what was rendered for the next.</summary>
internal static class FinishedPagesSetup
{
    private static readonly string[] Kept = ["text/html", "application/xml", "application/atom+xml", "text/plain"];

    public static void AddFinishedPages(this WebApplicationBuilder builder) => builder.Services.AddSingleton<FinishedPageStore>();

    /// <summary>Behind proxies and before all the rest. A request that is for another host, in clear or unlike a browser's goes the long way.</summary>
    public static void UseFinishedPages(this WebApplication app)
    {
        var store = app.Services.GetRequiredService<FinishedPageStore>();
        var origin = app.Services.GetRequiredService<KnownOrigin>();
        app.Use(next => context =>
        {
            var request = context.Request;
            if (!Framing.IsReading(request.Method) || request.QueryString.HasValue || !origin.Takes(request))
            {
                return next(context);
            }

            if (store.Find(request.Path.Value!) is { } page)
            {
                return page.WriteAsync(context);
            }

            // The first to be registered is the last to be run: by then every header is there.
            context.Response.OnStarting(Finish, (context, store));
            return next(context);
        });
    }

    /// <summary>The last before the pages themselves.</summary>
    public static void KeepFinishedPages(this WebApplication app)
    {
        var store = app.Services.GetRequiredService<FinishedPageStore>();
        app.UseWhen(
            context => context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null && IsToBeKept(context.Request),
            branch => branch.Use((context, next) => RenderAsync(context, next, store)));
    }

    private static bool IsToBeKept(HttpRequest request) => HttpMethods.IsGet(request.Method) && !request.QueryString.HasValue;

    private static async Task RenderAsync(HttpContext context, RequestDelegate next, FinishedPageStore store)
    {
        var path = context.Request.Path.Value!;
        using var turn = await store.TakeTurnAsync(((RouteEndpoint)context.GetEndpoint()!).RoutePattern.RawText!, context.RequestAborted);
        if (store.Find(path) is { } page)
        {
            await page.WriteAsync(context);
            return;
        }

        var validity = store.Begin();
        var wire = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var rendered = new MemoryStream();
        context.Response.Body = rendered;
        try
        {
            await next(context);
        }
        finally
        {
            context.Features.Set(wire);
        }

        if (validity is { } holds && IsSameForAll(context.Response))
        {
            var finished = new FinishedPage(rendered.ToArray(), holds);
            context.Features.Set(finished);
            await finished.WriteFirstAsync(context);
        }
        else
        {
            await context.Response.Body.WriteAsync(rendered.GetBuffer().AsMemory(0, (int)rendered.Length), context.RequestAborted);
        }
    }

    private static bool IsSameForAll(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0 && response.Headers.CacheControl.Count == 0
        && Kept.Any(type => response.ContentType?.StartsWith(type, StringComparison.Ordinal) == true);

    private static Task Finish(object state)
    {
        var (context, store) = ((HttpContext, FinishedPageStore))state;
        if (context.Features.Get<FinishedPage>() is { } page && context.Response.Headers.SetCookie.Count == 0)
        {
            page.KeepHeaders(context.Response.Headers);
            store.Put(context.Request.Path.Value!, page);
        }

        return Task.CompletedTask;
    }
}

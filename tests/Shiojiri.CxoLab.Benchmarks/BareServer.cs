using System.Text.Json;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>A page as the site answered it, without the headers that Kestrel writes by itself.</summary>
internal sealed record BarePage(string Target, string Packing, Dictionary<string, string> Headers, byte[] Body)
{
    private static readonly string[] Own = ["Date", "Content-Length", "Transfer-Encoding", "Connection"];

    public string Key => Target + Packing;

    public static BarePage Of(string target, string packing, Answer answer) => new(
        target,
        packing,
        answer.Headers.Where(h => !Own.Contains(h.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary(h => h.Key, h => h.Value),
        answer.Body);
}

/// <summary>The least that Kestrel can do: hands out given bytes, and reads a posted body to its end before it redirects.</summary>
internal static class BareServer
{
    public static Task RunAsync(string pagesFile)
    {
        var pages = JsonSerializer.Deserialize<BarePage[]>(File.ReadAllBytes(pagesFile))!.ToDictionary(p => p.Key);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.Run(context => HttpMethods.IsPost(context.Request.Method) ? TakeAsync(context) : GiveAsync(context, pages));
        return app.RunAsync();
    }

    private static Task GiveAsync(HttpContext context, Dictionary<string, BarePage> pages)
    {
        var page = pages[$"{context.Request.Path}{context.Request.QueryString}{context.Request.Headers.AcceptEncoding}"];
        foreach (var (name, value) in page.Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.ContentLength = page.Body.Length;
        return context.Response.Body.WriteAsync(page.Body, 0, page.Body.Length);
    }

    private static async Task TakeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = "/apply/complete/0123456789012345678901";
    }
}

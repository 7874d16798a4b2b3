using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>
/// Readable lines in Development, one JSON object a line elsewhere, one line a request. No log holds a name, an address or a key:
/// requests are logged by their route, and the framework's own request logs, which print whole addresses, are off at every level.
/// </summary>
internal static class LoggingSetup
{
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        // The static logger stays out of it, so that several sites can live in one process.
        builder.Services.AddSerilog(
            (services, log) =>
            {
                log.MinimumLevel.Information()
                    .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                    .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                    .ReadFrom.Configuration(builder.Configuration)
                    .ReadFrom.Services(services)
                    .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
                    .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off) // else the host opens an activity for every request, which nobody reads
                    .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Fatal)
                    .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Fatal)
                    .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
                    .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Update", LogEventLevel.Fatal)
                    .MinimumLevel.Override("System.Net", LogEventLevel.Warning)
                    .Enrich.FromLogContext()
                    .Enrich.With<WithoutRequestPath>()
                    .Enrich.With(new WithCorrelationId(services.GetRequiredService<IHttpContextAccessor>()));
                if (builder.Environment.IsDevelopment())
                {
                    log.WriteTo.Console(
                        outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
                        formatProvider: System.Globalization.CultureInfo.InvariantCulture);
                }
                else
                {
                    log.WriteTo.Console(new CompactJsonFormatter());
                }
            },
            preserveStaticLogger: true);
    }

    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{Method} {Route} {StatusCode} in {Elapsed:0.0} ms ({CorrelationId})";
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("Method", new ScalarValue(KnownMethod(context.Request.Method))),
            new LogEventProperty("Route", new ScalarValue(Route(context))),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
            new LogEventProperty("CorrelationId", new ScalarValue(context.TraceIdentifier)),
        ];
        options.GetLevel = (context, _, exception) =>
            exception is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error : LogEventLevel.Information;
    });

    /// <summary>The route's pattern, not the address: an address may hold a key, and an unknown one may hold anything.</summary>
    private static string Route(HttpContext context) =>
        context.Items.TryGetValue(typeof(OriginalRoute), out var route) && route is string pattern ? pattern : "(none)";

    private static string KnownMethod(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsHead(method) ? method : "OTHER";
}

/// <summary>The framework attaches the address of the request to every line. A completion page's address holds its key.</summary>
internal sealed class WithoutRequestPath : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
}

/// <summary>Whatever is written during a request names it, so that the number on an error page leads to all of it: to the database's words, too.</summary>
internal sealed class WithCorrelationId(IHttpContextAccessor http) : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (http.HttpContext is { } context)
        {
            logEvent.AddPropertyIfAbsent(new LogEventProperty("CorrelationId", new ScalarValue(context.TraceIdentifier)));
        }
    }
}

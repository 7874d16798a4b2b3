using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Shiojiri.CxoLab.Web.Hosting.Telemetry;

/// <summary>Measures and traces by OTLP, where a setting says to whom; without one nothing is registered that costs anything.</summary>
internal static class TelemetrySetup
{
    private const string Standard = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static bool HasTelemetry(this IConfiguration configuration) =>
        !string.IsNullOrWhiteSpace(EndpointOf(configuration)) || !string.IsNullOrWhiteSpace(configuration[Standard]);

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SiteMetrics>();
        if (!builder.Configuration.HasTelemetry())
        {
            return;
        }

        // The exporter knows the names of the standard; ours speaks HTTP, which passes every proxy.
        if (EndpointOf(builder.Configuration) is { Length: > 0 } endpoint)
        {
            builder.Configuration.AddInMemoryCollection([new(Standard, endpoint), new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")]);
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("shiojiri-cxolab"))
            .WithMetrics(metrics => metrics
                .AddMeter(SiteMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                .AddOtlpExporter())
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                .AddProcessor<SpanCleaner>() // before the exporter
                .AddOtlpExporter());
    }

    private static string? EndpointOf(IConfiguration configuration) => configuration["Telemetry:Endpoint"];
}

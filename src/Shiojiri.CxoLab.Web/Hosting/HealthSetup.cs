using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>/health/live: the process answers. /health/ready: it can also do its work; 200 with Degraded when a person should look at something.</summary>
internal static class HealthSetup
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // no page: nobody reads markup out of it
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = SayWhyAsync });
    }

    // The reasons are kinds and numbers: nothing that a stranger could use, and what an operator needs first.
    private static Task SayWhyAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        var parts = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), says = Reason(e.Value) });
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { status = report.Status.ToString(), parts }, Plain));
    }

    // The framework would hand out the words of an exception.
    private static string? Reason(HealthReportEntry entry) => entry.Exception is { } trouble ? trouble.GetType().Name : entry.Description;
}

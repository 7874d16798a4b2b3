using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>/health/live: the process answers. /health/ready: it can also read and write its database; 200 with the word Degraded when a part of that failed lately.</summary>
internal static class HealthSetup
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = SayWhyAsync });
    }

    // The reasons are kinds and numbers of the engine: nothing that a stranger could use, and what an operator needs first.
    private static Task SayWhyAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(string.Join('\n', report.Entries.Values
            .Select(entry => entry.Description).OfType<string>().Prepend(report.Status.ToString())));
    }
}

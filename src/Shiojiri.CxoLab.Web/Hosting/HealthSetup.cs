using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>/health/live: the process answers. /health/ready: it can also read and write its database; 200 with the word Degraded when a part of that failed lately.</summary>
internal static class HealthSetup
{
    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");

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

internal sealed class DatabaseHealth(DatabasePulse pulse, DatabaseFaultLog faults) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (await pulse.FeelAsync(cancellationToken) is { } fault)
        {
            return HealthCheckResult.Unhealthy($"The database can't be read or written: {Name(fault)}.");
        }

        var recent = faults.Recent;
        return recent.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(
                $"Faults that a person must mend, within {DatabaseFaultLog.Remembered.TotalMinutes} minutes: {string.Join(", ", recent.GroupBy(Name).Select(same => $"{same.Count()} × {same.Key}"))}.");
    }

    private static string Name(DatabaseFault fault) => $"{fault.Kind} ({fault.Engine} {fault.Number})";
}

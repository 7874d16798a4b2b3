using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Whether the database can be read and written, and what of it failed lately.</summary>
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

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Whether the database can be read; the site is ready when it can.</summary>
internal sealed class DatabaseHealth(CxoLabDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await db.Cohorts.AnyAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception trouble) when (DatabaseTrouble.Is(trouble))
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}

using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>/health/live: the process answers. /health/ready: it can also read its database.</summary>
internal static class HealthSetup
{
    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }
}

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

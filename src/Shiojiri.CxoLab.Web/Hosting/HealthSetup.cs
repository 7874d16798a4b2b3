using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>/health/live: the process answers. /health/ready: it can also read its database.</summary>
internal static class HealthSetup
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }
}

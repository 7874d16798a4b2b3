using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Puts a test's hook in front of the site's database, whichever engine it is.</summary>
internal static class DatabaseHooks
{
    // Each engine's context has options of its own; the one that is not registered is never asked.
    public static void Intercept(this IServiceCollection services, IInterceptor hook)
    {
        services.ConfigureDbContext<SqliteCxoLabDb>(options => options.AddInterceptors(hook));
        services.ConfigureDbContext<SqlServerCxoLabDb>(options => options.AddInterceptors(hook));
        if (hook is SilentSqlServer)
        {
            // What looks whenever it likes would be taken for a question of the test.
            services.Remove(services.Single(s => s.ImplementationType == typeof(SnapshotWorker)));
        }
    }
}

using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing.Replay;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Puts a test's hook in front of the site's database, whichever engine it is.</summary>
internal static class DatabaseHooks
{
    // Each engine's context has options of its own; the one that is not registered is never asked.
    public static void Intercept(this IServiceCollection services, IInterceptor hook)
    {
        services.ConfigureDbContext<SqliteCxoLabDb>(options => options.AddInterceptors(hook));
        services.ConfigureDbContext<SqlServerCxoLabDb>(options => options.AddInterceptors(hook));
    }

    /// <summary>Every query and save of the site on SQLite is put to SQL Server too, and transactions have to keep to its rule; see <see cref="ServerReplay"/> and <see cref="SaveReplay"/>.</summary>
    public static void AsStrictAsSqlServer(this IServiceCollection services, ReplayFaults faults)
    {
        services.AddSingleton(faults);
        services.ConfigureDbContext<SqliteCxoLabDb>(options =>
        {
#pragma warning disable EF1001 // see ReplayingQueryCompiler
            options.ReplaceService<IQueryCompiler, ReplayingQueryCompiler>();
#pragma warning restore EF1001
            options.AddInterceptors(new SaveReplay(faults));
            new SqliteDbContextOptionsBuilder(options).ExecutionStrategy(dependencies => new OneTryStrategy(dependencies));
        });
    }

    /// <summary>What looks for mails or for changes whenever it likes stays at home: it would be taken for a question of the test.</summary>
    public static void WithoutPolling(this IServiceCollection services)
    {
        foreach (var work in services.Where(s => s.ImplementationType == typeof(MailDispatchWorker) || s.ImplementationType == typeof(SnapshotWorker)).ToList())
        {
            services.Remove(work);
        }
    }
}

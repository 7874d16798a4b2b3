using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>
/// Looks on while a site asks its database. A site started with <c>services: watch.Watch</c> is handed on to the next test that watches in
/// the same way; whoever needs one that nobody has used says <c>services => watch.Watch(services)</c>.
/// </summary>
internal abstract class DatabaseWatch : DbCommandInterceptor
{
    /// <summary>Puts the watch in front of the site's own database.</summary>
    public void Watch(IServiceCollection services)
    {
        Prepare(services);
        services.Intercept(this);
    }

    /// <summary>What the site has to be like to be watched.</summary>
    public abstract void Prepare(IServiceCollection services);
}

/// <summary>Tells the watch of whichever test has the site just now.</summary>
internal sealed class StandInWatch : DbCommandInterceptor
{
    public DatabaseWatch? Shown { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Shown?.ReaderExecutingAsync(command, eventData, result, cancellationToken) ?? ValueTask.FromResult(result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) =>
        Shown?.ReaderExecutedAsync(command, eventData, result, cancellationToken) ?? ValueTask.FromResult(result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Shown?.NonQueryExecutingAsync(command, eventData, result, cancellationToken) ?? ValueTask.FromResult(result);
}

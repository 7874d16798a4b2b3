using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>A database that answers every question with the same error for as long as the test says; in the words of SQLite, whichever it is.</summary>
internal sealed class AwayDatabase : DbCommandInterceptor
{
    /// <summary>SQLite's number of the error; null while all is well.</summary>
    public int? Error { get; set; }

    public void Watch(IServiceCollection services)
    {
        Outbox.StandsStill(services);
        services.Intercept(this);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Error is { } number ? throw new SqliteException($"SQLite Error {number}: 'away'.", number) : ValueTask.FromResult(result);
}

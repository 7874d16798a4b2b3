using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Serilog.Core;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>
/// Stands in for a SQL Server that nobody has here: it opens no connection, answers every question with nothing, and keeps the
/// T-SQL that the site wanted to run, so that it can be parsed.
/// </summary>
internal sealed class SilentSqlServer : DbCommandInterceptor, IDbConnectionInterceptor
{
    public ConcurrentQueue<string> Statements { get; } = new();

    /// <summary>What is wrong with the T-SQL that the site wanted to run; empty when all of it parses.</summary>
    public IEnumerable<string> Faults => Statements.SelectMany(FaultsOf);

    public static IEnumerable<string> FaultsOf(string sql)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors.Select(e => $"{e.Message} in {sql}");
    }

    /// <summary>What it says of READ_COMMITTED_SNAPSHOT; null: nothing, as of everything else.</summary>
    public bool? RowVersioning { get; init; }

    /// <summary>A site on this server.</summary>
    public Task<Site> StartSiteAsync(ILogEventSink? errors = null) => Site.StartAsync(
        new() { ["Database:Provider"] = "SqlServer", ["ConnectionStrings:CxoLab"] = "Server=nowhere", ["Serilog:MinimumLevel:Default"] = errors is null ? "Fatal" : "Error" },
        services =>
        {
            if (errors is not null)
            {
                services.AddSingleton(errors);
            }

            services.WithoutPolling();

            // A transaction is the one thing that can't be begun on a connection which is not open.
            services.AddScoped<CxoLabDb>(_ => new SqlServerCxoLabDb(
                new DbContextOptionsBuilder<SqlServerCxoLabDb>().UseSqlServer("Server=nowhere").AddInterceptors(this).Options, TestKeys.Keys)
            {
                Database = { AutoTransactionBehavior = AutoTransactionBehavior.Never },
            });
        });

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(InterceptionResult.Suppress());

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        InterceptionResult.Suppress();

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Statements.Enqueue(command.CommandText);
        return InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command.CommandText));
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Statements.Enqueue(command.CommandText);
        return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command.CommandText)));
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Statements.Enqueue(command.CommandText);
        return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(0));
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Statements.Enqueue(command.CommandText);
        return InterceptionResult<int>.SuppressWithResult(0);
    }

    // A question for existence wants one row that says no.
    private DataTableReader Answer(string sql)
    {
        using var table = new DataTable();
        if (RowVersioning is { } isOn && sql.Contains("is_read_committed_snapshot_on", StringComparison.Ordinal))
        {
            table.Columns.Add("Value", typeof(bool));
            table.Rows.Add(isOn);
        }

        if (sql.StartsWith("SELECT CASE", StringComparison.Ordinal))
        {
            table.Columns.Add("Value", typeof(bool));
            table.Rows.Add(false);
        }

        return table.CreateDataReader();
    }
}

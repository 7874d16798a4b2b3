using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Tests.Testing.Replay;

/// <summary>
/// Translates every query that a test's site asks of SQLite for SQL Server too, parses what comes out and judges it. What is wrong fails
/// the test that asked first. CXOLAB_TEST_QUERIES names a file into which the run writes all distinct statements with who asks them.
/// </summary>
internal static class ServerReplay
{
    private static readonly ConcurrentDictionary<(string Caller, string Sql), byte> Seen = new();
    private static readonly ConcurrentQueue<string> All = new();

    static ServerReplay()
    {
        if (Environment.GetEnvironmentVariable("CXOLAB_TEST_QUERIES") is { Length: > 0 } file)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(
                file, Seen.Keys.Select(s => $"-- {s.Caller}\n{s.Sql}\nGO").Concat(All.Select(f => $"-- FAULT {f}")).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Notes what is wrong with a query; it never disturbs the site that asks.</summary>
    public static void Run<TResult>(Expression query, IReadOnlyDictionary<string, object?> values, bool async, ReplayFaults faults)
    {
        var caller = Caller.Find();
        foreach (var fault in FaultsOf<TResult>(query, values, async, caller))
        {
            All.Enqueue($"{caller.Name}: {fault}");
            faults.Add($"{caller.Name}: {fault}");
        }
    }

    /// <summary>What SQL Server, or whoever pays for its memory, has against this query.</summary>
    public static IReadOnlyList<string> FaultsOf<TResult>(Expression query, IReadOnlyDictionary<string, object?> values, bool async, Caller caller)
    {
        try
        {
            var (statements, clientCalls) = Translate<TResult>(query, AskedValues.For(query, values), async);
            foreach (var sql in statements)
            {
                Seen.TryAdd((caller.Name, sql), 0);
            }

            return statements.Count == 0
                ? ["gave no statement"]
                : [.. statements.SelectMany(SilentSqlServer.FaultsOf), .. caller.IsSite ? ServerJudge.FaultsOf(statements[0], caller.Name).Concat(ServerJudge.FaultsOf(clientCalls, caller.Name)) : []];
        }
        catch (Exception refused)
        {
            return [$"{refused.GetType().Name} {refused.Message}"];
        }
    }

#pragma warning disable EF1001 // see ReplayingQueryCompiler
    private static (IReadOnlyList<string> Statements, IReadOnlyList<string> ClientCalls) Translate<TResult>(
        Expression query, IReadOnlyList<IReadOnlyDictionary<string, object?>> asked, bool async)
    {
        var server = new SilentSqlServer();
        using var db = new SqlServerCxoLabDb(
            new DbContextOptionsBuilder<SqlServerCxoLabDb>().UseSqlServer("Server=nowhere").AddInterceptors(server)
                .ReplaceService<IQueryTranslationPostprocessorFactory, WatchedPostprocessorFactory>().Options,
            TestKeys.Keys)
        {
            Database = { AutoTransactionBehavior = AutoTransactionBehavior.Never },
        };

        var clientCalls = WatchedPostprocessorFactory.Watch();
        var compiled = db.GetService<IDatabase>().CompileQuery<TResult>(new ServerRoots(db.Model).Visit(query), async);
        var statements = new HashSet<string>();
        foreach (var values in asked)
        {
            var context = db.GetService<IQueryContextFactory>().Create();
            foreach (var (name, value) in values)
            {
                context.Parameters.Add(name, value);
            }

            statements.UnionWith(Ask(() => compiled(context), server));
        }

        return ([.. statements], clientCalls);
    }

    private static List<string> Ask<TResult>(Func<TResult> query, SilentSqlServer server)
    {
        try
        {
            var result = query();
            if (result is IRelationalQueryingEnumerable list)
            {
                using var command = list.CreateDbCommand();
                return [command.CommandText];
            }

            (result as Task)?.GetAwaiter().GetResult();
        }
        catch (InvalidOperationException) when (!server.Statements.IsEmpty)
        {
            // A question for one row has been given none. By then it has been asked.
        }

        return [.. server.Statements];
    }
#pragma warning restore EF1001

    private sealed class ServerRoots(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name) ?? throw new InvalidOperationException($"{root.EntityType.Name} is not in SQL Server's model."))
            : base.VisitExtension(node);
    }
}

using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.SqlServer.Query.Internal;

namespace Shiojiri.CxoLab.Web.Tests.Testing.Replay;

/// <summary>Looks, once a query is translated, for what is left of it to be worked out on this side: calls of methods for every row.</summary>
#pragma warning disable EF1001 // SQL Server's own step is done as it is; only its result is looked at.
internal sealed class WatchedPostprocessorFactory(
    QueryTranslationPostprocessorDependencies dependencies, RelationalQueryTranslationPostprocessorDependencies relational) : IQueryTranslationPostprocessorFactory
{
    // Compiling a query is one call from its beginning to its end.
    [ThreadStatic]
    private static List<string>? _found;

    /// <summary>The calls found in what this thread compiles from now on.</summary>
    public static IReadOnlyList<string> Watch() => _found = [];

    public QueryTranslationPostprocessor Create(QueryCompilationContext queryCompilationContext) =>
        new Watched(dependencies, relational, (SqlServerQueryCompilationContext)queryCompilationContext);

    private sealed class Watched(
        QueryTranslationPostprocessorDependencies dependencies, RelationalQueryTranslationPostprocessorDependencies relational, SqlServerQueryCompilationContext context)
        : SqlServerQueryTranslationPostprocessor(dependencies, relational, context)
    {
        public override Expression Process(Expression query)
        {
            var processed = base.Process(query);
            if (processed is ShapedQueryExpression shaped)
            {
                new ClientCalls(_found ?? []).Visit(shaped.ShaperExpression);
            }

            return processed;
        }
    }

    private sealed class ClientCalls(List<string> found) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.DeclaringType?.Assembly.GetName().Name?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) != true)
            {
                found.Add($"{node.Method.DeclaringType?.Name}.{node.Method.Name}");
            }

            return base.VisitMethodCall(node);
        }

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case RelationalCollectionShaperExpression collection:
                    Visit(collection.InnerShaper);
                    return node;
                case IncludeExpression include:
                    Visit(include.EntityExpression);
                    Visit(include.NavigationExpression);
                    return node;

                // How EF makes an entity of a row is its own matter.
                default:
                    return node;
            }
        }
    }
}

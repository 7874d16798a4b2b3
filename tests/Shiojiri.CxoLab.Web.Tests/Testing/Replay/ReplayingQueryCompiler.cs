using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Shiojiri.CxoLab.Web.Tests.Testing.Replay;

/// <summary>
/// Compiles a query for SQLite and, the first time it is asked in this run, for SQL Server too; see <see cref="ServerReplay"/>. EF keeps what it
/// has compiled, so a query that was asked before costs nothing here.
/// </summary>
#pragma warning disable EF1001 // The compiler is the one place that has a query after its values were taken out and before an engine has seen it.
internal sealed class ReplayingQueryCompiler(
    IQueryContextFactory contexts,
    ICompiledQueryCache cache,
    ICompiledQueryCacheKeyGenerator keys,
    IDatabase database,
    IDiagnosticsLogger<DbLoggerCategory.Query> logger,
    ICurrentDbContext current,
    IEvaluatableExpressionFilter filter,
    IModel model) : QueryCompiler(contexts, cache, keys, database, logger, current, filter, model)
{
    private readonly ICurrentDbContext _current = current;
    private Dictionary<string, object?> _values = [];

    public override Expression ExtractParameters(
        Expression query, Dictionary<string, object?> parameters, IDiagnosticsLogger<DbLoggerCategory.Query> logger, bool compiledQuery = false, bool generateContextAccessors = false)
    {
        _values = parameters;
        return base.ExtractParameters(query, parameters, logger, compiledQuery, generateContextAccessors);
    }

    public override Func<QueryContext, TResult> CompileQueryCore<TResult>(IDatabase database, Expression query, IModel model, bool async)
    {
        ServerReplay.Run<TResult>(query, _values, async, _current.Context.GetService<ReplayFaults>());
        return base.CompileQueryCore<TResult>(database, query, model, async);
    }
}

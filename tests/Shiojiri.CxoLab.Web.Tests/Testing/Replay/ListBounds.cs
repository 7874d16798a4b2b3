using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Shiojiri.CxoLab.Web.Tests.Testing.Replay;

/// <summary>
/// Tells which tables a SELECT reads whole. A bound is TOP or FETCH, one row of sums, a group for each of few values, or values for a key
/// of the table or for what its rows belong to; a table joined to bounded rows by such a key is bounded with them.
/// </summary>
internal sealed class ListBounds(ServerTables tables)
{
    private static readonly string[] Sums = ["COUNT", "COUNT_BIG", "SUM", "MIN", "MAX", "AVG"];

    public IReadOnlyList<string> Unbounded(QueryExpression query) => Unbounded(query, new HashSet<string>(), new HashSet<string>());

    /// <param name="outer">Rows around this query that are bounded.</param>
    /// <param name="given">Columns of its result for which the query around it gives values.</param>
    private List<string> Unbounded(QueryExpression query, IReadOnlySet<string> outer, IReadOnlySet<string> given) => query switch
    {
        _ when query.OffsetClause?.FetchExpression is not null => [],
        QueryParenthesisExpression inner => Unbounded(inner.QueryExpression, outer, given),
        BinaryQueryExpression both => [.. Unbounded(both.FirstQueryExpression, outer, given), .. Unbounded(both.SecondQueryExpression, outer, given)],
        QuerySpecification { TopRowFilter: null, FromClause: not null } select when !IsOneRow(select) => OfSources(select, outer, given),
        QuerySpecification => [],
        _ => throw new NotSupportedException(query.GetType().Name),
    };

    private List<string> OfSources(QuerySpecification select, IReadOnlySet<string> outer, IReadOnlySet<string> given)
    {
        var sources = Sources(select);
        if (HasFewGroups(select, sources))
        {
            return [];
        }

        var bounded = Bounded(sources, outer, source => select.SelectElements.OfType<SelectScalarExpression>()
            .Select(e => (Column: Column(e.Expression, source.Alias), Name: e.ColumnName?.Value ?? Column(e.Expression, source.Alias)))
            .Where(e => e.Column is not null && given.Contains(e.Name!)).Select(e => e.Column!));
        return [.. sources.Where(s => !bounded.Contains(s.Alias)).SelectMany(s => s.Query is null ? [s.Table!] : Unbounded(s.Query, bounded, new HashSet<string>()))];
    }

    /// <summary>Each bounded source may bound those that hang on it.</summary>
    private HashSet<string> Bounded(List<Source> sources, IReadOnlySet<string> outer, Func<Source, IEnumerable<string>> given)
    {
        var bounded = new HashSet<string>(outer);
        while (sources.Find(s => !bounded.Contains(s.Alias) && IsBounded(s, bounded, given(s))) is { } next)
        {
            bounded.Add(next.Alias);
        }

        return bounded;
    }

    private bool IsBounded(Source source, IReadOnlySet<string> bounded, IEnumerable<string> given)
    {
        if (source is { Query: null, Table: null } || ServerTables.Small.Contains(source.Table ?? ""))
        {
            return true;
        }

        // Each way to fulfil all conditions has to leave few rows.
        List<HashSet<string>> ways = [[.. given]];
        foreach (var condition in source.Conditions)
        {
            ways = Both(ways, Ways(condition, source.Alias, bounded));
        }

        return ways.TrueForAll(way => source.Query is { } query ? Unbounded(query, bounded, way).Count == 0 : tables.IsNarrowedBy(source.Table!, way));
    }

    /// <summary>The ways to fulfil a condition: in each, the columns of a source for which values are known or come from bounded rows.</summary>
    private List<HashSet<string>> Ways(BooleanExpression condition, string alias, IReadOnlySet<string> bounded)
    {
        switch (condition)
        {
            case BooleanParenthesisExpression inner:
                return Ways(inner.Expression, alias, bounded);
            case BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.And } both:
                return Both(Ways(both.FirstExpression, alias, bounded), Ways(both.SecondExpression, alias, bounded));
            case BooleanBinaryExpression either:
                return [.. Ways(either.FirstExpression, alias, bounded), .. Ways(either.SecondExpression, alias, bounded)];
            case BooleanComparisonExpression { ComparisonType: BooleanComparisonType.Equals, FirstExpression: Literal one, SecondExpression: Literal other } when one.Value != other.Value:
                return [];
            case BooleanComparisonExpression { ComparisonType: BooleanComparisonType.Equals } equal:
                return
                [
                    [
                        .. Column(equal.FirstExpression, alias) is { } first && IsKnown(equal.SecondExpression, bounded) ? [first] : Array.Empty<string>(),
                        .. Column(equal.SecondExpression, alias) is { } second && IsKnown(equal.FirstExpression, bounded) ? [second] : Array.Empty<string>(),
                    ],
                ];
            case InPredicate { NotDefined: false } among when Column(among.Expression, alias) is { } column:
                return [among.Subquery is null || Unbounded(among.Subquery.QueryExpression, bounded, new HashSet<string>()).Count == 0 ? [column] : []];

            // Belongs to a row that is found by a key of its own.
            case ExistsPredicate { Subquery.QueryExpression: QuerySpecification { FromClause: not null, WhereClause: { } where } inner }:
                return Ways(where.SearchCondition, alias, Bounded(Sources(inner), bounded, _ => []));
            default:
                return [[]];
        }
    }

    private static List<HashSet<string>> Both(List<HashSet<string>> first, List<HashSet<string>> second) =>
        [.. first.SelectMany(one => second.Select(other => new HashSet<string>(one.Concat(other))))];

    private static List<Source> Sources(QuerySpecification select)
    {
        var sources = new List<Source>();
        foreach (var reference in select.FromClause.TableReferences)
        {
            Collect(reference, select.WhereClause is null ? [] : [select.WhereClause.SearchCondition], sources);
        }

        return sources;
    }

    private static bool IsKnown(ScalarExpression value, IReadOnlySet<string> bounded)
    {
        var columns = new Columns();
        value.Accept(columns);
        return columns.Found.TrueForAll(c => c.MultiPartIdentifier.Identifiers is [var alias, _] && bounded.Contains(alias.Value));
    }

    private static string? Column(ScalarExpression expression, string alias) =>
        expression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var table, var column] } && table.Value == alias ? column.Value : null;

    private static void Collect(TableReference reference, IReadOnlyList<BooleanExpression> conditions, List<Source> sources)
    {
        switch (reference)
        {
            case JoinParenthesisTableReference inner:
                Collect(inner.Join, conditions, sources);
                break;

            // The condition of an outer join says nothing of its first side.
            case QualifiedJoin join:
                Collect(join.FirstTableReference, join.QualifiedJoinType == QualifiedJoinType.Inner ? [.. conditions, join.SearchCondition] : conditions, sources);
                Collect(join.SecondTableReference, [.. conditions, join.SearchCondition], sources);
                break;
            case UnqualifiedJoin join:
                Collect(join.FirstTableReference, conditions, sources);
                Collect(join.SecondTableReference, conditions, sources);
                break;
            case QueryDerivedTable derived:
                sources.Add(new Source(derived.Alias.Value, null, derived.QueryExpression, conditions));
                break;
            case NamedTableReference named:
                sources.Add(new Source(named.Alias?.Value ?? named.SchemaObject.BaseIdentifier.Value, named.SchemaObject.BaseIdentifier.Value, null, conditions));
                break;

            // The values of a parameter.
            case TableReferenceWithAlias values:
                sources.Add(new Source(values.Alias?.Value ?? "", null, null, conditions));
                break;
            default:
                throw new NotSupportedException(reference.GetType().Name);
        }
    }

    private static bool IsOneRow(QuerySpecification select) => select.GroupByClause is null
        && select.SelectElements.All(e => e is SelectScalarExpression { Expression: var value } && IsSum(value));

    private static bool IsSum(ScalarExpression value)
    {
        var calls = new Calls();
        value.Accept(calls);
        return calls.Found.Exists(c => Sums.Contains(c.FunctionName.Value, StringComparer.OrdinalIgnoreCase));
    }

    private bool HasFewGroups(QuerySpecification select, List<Source> sources)
    {
        if (select.GroupByClause is not { } group)
        {
            return false;
        }

        var columns = new Columns();
        group.Accept(columns);
        return columns.Found.TrueForAll(c => c.MultiPartIdentifier.Identifiers is [var alias, var column]
            && sources.Find(s => s.Alias == alias.Value)?.Table is { } table && (ServerTables.Small.Contains(table) || tables.HasFewValues(table, column.Value)));
    }

    private sealed record Source(string Alias, string? Table, QueryExpression? Query, IReadOnlyList<BooleanExpression> Conditions);

    private sealed class Columns : TSqlFragmentVisitor
    {
        public List<ColumnReferenceExpression> Found { get; } = [];

        public override void Visit(ColumnReferenceExpression node) => Found.Add(node);
    }

    // A question within the question has sums of its own.
    private sealed class Calls : TSqlConcreteFragmentVisitor
    {
        public List<FunctionCall> Found { get; } = [];

        public override void Visit(FunctionCall node) => Found.Add(node);

        public override void ExplicitVisit(ScalarSubquery node)
        {
        }
    }
}

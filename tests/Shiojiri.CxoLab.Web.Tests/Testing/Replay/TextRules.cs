using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Shiojiri.CxoLab.Web.Tests.Testing.Replay;

/// <summary>
/// Finds texts that are put in order or compared as the server's collation likes, and not letter by letter as SQLite and the code do: there the
/// two engines could answer differently.
/// </summary>
internal sealed class TextRules(ServerTables tables, TSqlScript script)
{
    private readonly Dictionary<string, TableReferenceWithAlias> _sources = [];

    public IReadOnlyList<string> Faults()
    {
        var sources = new Sources();
        script.Accept(sources);
        sources.Found.ForEach(s => _sources[Alias(s)] = s);
        var uses = new Uses();
        script.Accept(uses);
        return
        [
            .. uses.Ordered.SelectMany(OfServer).Distinct().Select(column => $"puts {column} in order by the server's collation"),
            .. uses.Compared.SelectMany(OfServer).Distinct().Select(column => $"compares {column} by the server's collation"),
        ];
    }

    private IEnumerable<string> OfServer(TSqlFragment expression)
    {
        var columns = new Columns();
        expression.Accept(columns);
        return columns.Found.Select(Origin).Where(o => o is var (table, column) && tables.HasServersCollation(table, column)).Select(o => $"{o!.Value.Table}.{o.Value.Column}");
    }

    /// <summary>The table's column behind one of a derived table.</summary>
    private (string Table, string Column)? Origin(ColumnReferenceExpression reference)
    {
        if (reference.MultiPartIdentifier?.Identifiers is not [var alias, var column] || !_sources.TryGetValue(alias.Value, out var source))
        {
            return null;
        }

        if (source is NamedTableReference named)
        {
            return (named.SchemaObject.BaseIdentifier.Value, column.Value);
        }

        var query = (source as QueryDerivedTable)?.QueryExpression;
        while (query is BinaryQueryExpression both)
        {
            query = both.FirstQueryExpression;
        }

        var element = (query as QuerySpecification)?.SelectElements.OfType<SelectScalarExpression>()
            .FirstOrDefault(e => (e.ColumnName?.Value ?? (e.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value) == column.Value);
        return element?.Expression is ColumnReferenceExpression inner && inner != reference ? Origin(inner) : null;
    }

    private static string Alias(TableReferenceWithAlias source) => source.Alias?.Value ?? (source as NamedTableReference)?.SchemaObject.BaseIdentifier.Value ?? "";

    private sealed class Sources : TSqlFragmentVisitor
    {
        public List<TableReferenceWithAlias> Found { get; } = [];

        public override void Visit(TableReferenceWithAlias node) => Found.Add(node);
    }

    private sealed class Columns : TSqlConcreteFragmentVisitor
    {
        public List<ColumnReferenceExpression> Found { get; } = [];

        public override void Visit(ColumnReferenceExpression node) => Found.Add(node);

        // What a question within compares is looked at by itself; the length of a text is a number.
        public override void ExplicitVisit(ScalarSubquery node)
        {
        }

        public override void ExplicitVisit(FunctionCall node)
        {
        }
    }

    private sealed class Uses : TSqlFragmentVisitor
    {
        public List<TSqlFragment> Ordered { get; } = [];

        public List<TSqlFragment> Compared { get; } = [];

        public override void Visit(ExpressionWithSortOrder node) => Ordered.Add(node.Expression);

        public override void Visit(BooleanComparisonExpression node) => Compared.AddRange([node.FirstExpression, node.SecondExpression]);

        public override void Visit(InPredicate node) => Compared.Add(node.Expression);

        public override void Visit(LikePredicate node) => Compared.Add(node.FirstExpression);

        public override void Visit(ExpressionGroupingSpecification node) => Compared.Add(node.Expression);

        public override void Visit(FunctionCall node)
        {
            if (node.FunctionName.Value is "CHARINDEX" or "MIN" or "MAX" or "REPLACE")
            {
                Compared.AddRange(node.Parameters.Where(p => p is ColumnReferenceExpression { MultiPartIdentifier: not null }));
            }
        }
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Shiojiri.CxoLab.Web.Tests.Data.Schema;

/// <summary>
/// The tables and indexes to which a whole migration script leads, worked out statement by statement as a server would. A statement
/// that is not known here is refused, so that nothing a migration does can go unseen.
/// </summary>
internal sealed partial class ScriptedSchema
{
    private readonly Dictionary<string, CreateTableStatement> _tables = [];
    private readonly Dictionary<string, CreateIndexStatement> _indexes = [];

    private ScriptedSchema()
    {
    }

    /// <summary>One statement for each table and index that is left in the end.</summary>
    public IEnumerable<string> Statements => _tables.Values.Concat<TSqlStatement>(_indexes.Values).Select(SqlText.Of);

    public static ScriptedSchema Of(string script)
    {
        var schema = new ScriptedSchema();
        schema.Run(script);
        return schema;
    }

    private void Run(string script)
    {
        var parsed = (TSqlScript)SqlText.Parse(script);
        foreach (var batch in parsed.Batches)
        {
            AssertKnown(batch);
            batch.Statements.ToList().ForEach(Apply);
        }
    }

    /// <summary>A server reads a batch whole before it begins: rows can't be changed by columns that come, or come under this name, in the same one, but within EXEC.</summary>
    private static void AssertKnown(TSqlBatch batch)
    {
        var added = batch.Statements.OfType<AlterTableAddTableElementStatement>().SelectMany(a => a.Definition.ColumnDefinitions.Select(c => (Table: Name(a.SchemaObjectName), Column: c.ColumnIdentifier.Value))).ToHashSet();
        foreach (var change in batch.Statements.Where(s => s is UpdateStatement or DeleteStatement or InsertStatement))
        {
            var names = new Names();
            change.Accept(names);
            Assert.Empty(added.Where(a => names.Tables.Contains(a.Table) && names.Columns.Contains(a.Column)).Select(a => $"{a.Table}.{a.Column} is not known yet in: {SqlText.Of(change)}"));
        }
    }

    private void Apply(TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateTableStatement create:
                _tables.Add(Name(create.SchemaObjectName), create);
                break;
            case DropTableStatement drop:
                drop.Objects.ToList().ForEach(o => Forget(Name(o)));
                break;
            case AlterTableAddTableElementStatement add:
                Add(_tables[Name(add.SchemaObjectName)].Definition, add.Definition);
                break;
            case AlterTableDropTableElementStatement drop:
                drop.AlterTableDropTableElements.ToList().ForEach(e => Drop(_tables[Name(drop.SchemaObjectName)].Definition, e));
                break;
            case AlterTableAlterColumnStatement alter:
                AssertFree(Name(alter.SchemaObjectName), alter);
                Alter(Column(Name(alter.SchemaObjectName), alter.ColumnIdentifier.Value), alter);
                break;
            case CreateIndexStatement index:
                _indexes.Add(index.Name.Value, index);
                break;
            case DropIndexStatement drop:
                drop.DropIndexClauses.Cast<DropIndexClause>().ToList().ForEach(c => Assert.True(_indexes.Remove(c.Index.Value), c.Index.Value));
                break;
            case ExecuteStatement execute:
                Execute(execute);
                break;

            // What EF asks before it drops the default of a column, whose name it does not know.
            case SelectStatement select when DefaultOf().Match(SqlText.Of(select)) is { Success: true } found:
                Column(found.Groups[1].Value, found.Groups[2].Value).DefaultConstraint = null;
                break;
            case IfStatement when SqlText.Of(statement) is var text && (text.Contains("DROP CONSTRAINT", StringComparison.Ordinal) || text.Contains("__EFMigrationsHistory", StringComparison.Ordinal)):
            case DeclareVariableStatement or BeginTransactionStatement or CommitTransactionStatement or InsertStatement or UpdateStatement or DeleteStatement:
                break;
            default:
                throw new NotSupportedException($"{statement.GetType().Name}: {SqlText.Of(statement)}");
        }
    }

    private void Execute(ExecuteStatement execute)
    {
        switch (execute.ExecuteSpecification.ExecutableEntity)
        {
            case ExecutableStringList { Strings: [StringLiteral text] }:
                Run(text.Value);
                break;
            case ExecutableProcedureReference { ProcedureReference.ProcedureReference.Name: var name } procedure when Name(name) == "sp_rename":
                var values = procedure.Parameters.Select(p => ((StringLiteral)p.ParameterValue).Value).ToList();
                Rename(values[0], values[1], values[2]);
                break;
            default:
                throw new NotSupportedException(SqlText.Of(execute));
        }
    }

    private void Rename(string what, string to, string kind)
    {
        var path = Quoted().Matches(what).Select(m => m.Groups[1].Value).ToList();
        if (kind == "INDEX")
        {
            Assert.True(_indexes.Remove(path[1], out var index), what);
            index.Name.Value = to;
            _indexes.Add(to, index);
            return;
        }

        Assert.Equal("COLUMN", kind);
        var column = Column(path[0], path[1]);
        var keys = _tables[path[0]].Definition.TableConstraints;
        foreach (var identifier in keys.OfType<UniqueConstraintDefinition>().SelectMany(u => u.Columns).Select(c => c.Column.MultiPartIdentifier.Identifiers[^1])
            .Concat(keys.OfType<ForeignKeyConstraintDefinition>().SelectMany(f => f.Columns))
            .Concat(_indexes.Values.Where(i => Name(i.OnName) == path[0]).SelectMany(i => i.Columns).Select(c => c.Column.MultiPartIdentifier.Identifiers[^1]))
            .Where(i => i.Value == path[1]))
        {
            identifier.Value = to;
        }

        column.ColumnIdentifier.Value = to;
    }

    private static void Add(TableDefinition table, TableDefinition added)
    {
        added.ColumnDefinitions.ToList().ForEach(table.ColumnDefinitions.Add);
        foreach (var constraint in added.TableConstraints)
        {
            if (constraint is DefaultConstraintDefinition { Column: { } column } value)
            {
                value.Column = null;
                table.ColumnDefinitions.Single(c => c.ColumnIdentifier.Value == column.Value).DefaultConstraint = value;
            }
            else
            {
                table.TableConstraints.Add(constraint);
            }
        }
    }

    private static void Drop(TableDefinition table, AlterTableDropTableElement dropped)
    {
        var name = dropped.Name.Value;
        Assert.True(
            dropped.TableElementType == TableElementType.Column
                ? table.ColumnDefinitions.Remove(table.ColumnDefinitions.Single(c => c.ColumnIdentifier.Value == name))
                : table.TableConstraints.Remove(table.TableConstraints.Single(c => c.ConstraintIdentifier.Value == name)),
            name);
    }

    // As the server does it: what is not said falls back to the default of the database.
    private static void Alter(ColumnDefinition column, AlterTableAlterColumnStatement alter)
    {
        column.DataType = alter.DataType;
        column.Collation = alter.Collation;
        column.Constraints.OfType<NullableConstraintDefinition>().ToList().ForEach(c => column.Constraints.Remove(c));
        column.Constraints.Add(new NullableConstraintDefinition { Nullable = alter.AlterTableAlterColumnOption != AlterTableAlterColumnOption.NotNull });
    }

    // A column that an index or a key stands on can be made longer, and nothing else.
    private void AssertFree(string table, AlterTableAlterColumnStatement alter)
    {
        var name = alter.ColumnIdentifier.Value;
        var was = Column(table, name);
        var isLonger = was.Collation?.Value == alter.Collation?.Value && Length(was.DataType) is { } before && Length(alter.DataType) is { } after && after >= before;
        var stands = _indexes.Values.Where(i => Name(i.OnName) == table && i.Columns.Any(c => c.Column.MultiPartIdentifier.Identifiers[^1].Value == name)).Select(i => i.Name.Value)
            .Concat(_tables[table].Definition.TableConstraints.OfType<UniqueConstraintDefinition>().Where(u => u.Columns.Any(c => c.Column.MultiPartIdentifier.Identifiers[^1].Value == name)).Select(u => u.ConstraintIdentifier.Value));
        Assert.Empty(isLonger ? [] : stands.Select(index => $"{index} stands on {table}.{name}"));
    }

    private static int? Length(DataTypeReference type) => type is SqlDataTypeReference { Parameters: [IntegerLiteral length] } ? int.Parse(length.Value, CultureInfo.InvariantCulture) : null;

    private void Forget(string table)
    {
        Assert.True(_tables.Remove(table), table);
        _indexes.Where(i => Name(i.Value.OnName) == table).ToList().ForEach(i => _indexes.Remove(i.Key));
    }

    private ColumnDefinition Column(string table, string column) => _tables[table].Definition.ColumnDefinitions.Single(c => c.ColumnIdentifier.Value == column);

    private static string Name(SchemaObjectName name) => name.BaseIdentifier.Value;

    private sealed class Names : TSqlFragmentVisitor
    {
        public HashSet<string> Tables { get; } = [];

        public HashSet<string> Columns { get; } = [];

        public override void Visit(NamedTableReference node) => Tables.Add(Name(node.SchemaObject));

        public override void Visit(ColumnReferenceExpression node) => Columns.UnionWith(node.MultiPartIdentifier?.Identifiers.Select(i => i.Value) ?? []);
    }

    [GeneratedRegex(@"default_constraints[\s\S]*OBJECT_ID\(N'\[(\w+)\]'\)[\s\S]*\[name\] = N'(\w+)'")]
    private static partial Regex DefaultOf();

    [GeneratedRegex(@"\[(\w+)\]")]
    private static partial Regex Quoted();
}

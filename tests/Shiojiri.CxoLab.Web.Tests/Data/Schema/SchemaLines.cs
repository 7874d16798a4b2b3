using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Shiojiri.CxoLab.Web.Data;
using DacColumn = Microsoft.SqlServer.Dac.Model.Column;
using DacIndex = Microsoft.SqlServer.Dac.Model.Index;
using DacTable = Microsoft.SqlServer.Dac.Model.Table;

namespace Shiojiri.CxoLab.Web.Tests.Data.Schema;

/// <summary>A schema as one line for each thing in it, so that two of them can be held against each other.</summary>
internal static class SchemaLines
{
    /// <summary>What a server would have.</summary>
    public static IEnumerable<string> Of(TSqlModel model) =>
    [
        .. All(model, DacTable.TypeClass).Select(t => $"table {Last(t)}"),
        .. All(model, DacTable.TypeClass).SelectMany(t => t.GetReferenced(DacTable.Columns)).Select(Column),
        .. All(model, DefaultConstraint.TypeClass).Select(d =>
            $"default {Path(d.GetReferenced(DefaultConstraint.TargetColumn).Single())} = {SqlText.Value(Script(d, DefaultConstraint.Expression)!)}"),
        .. All(model, PrimaryKeyConstraint.TypeClass).Select(k =>
            $"primary key {Last(k)} {Last(k.GetReferenced(PrimaryKeyConstraint.Host).Single())}({Names(k, PrimaryKeyConstraint.Columns)}){(k.GetProperty<bool>(PrimaryKeyConstraint.Clustered) ? "" : " nonclustered")}"),
        .. All(model, UniqueConstraint.TypeClass).Select(k => $"unique constraint {Last(k)}"),
        .. All(model, ForeignKeyConstraint.TypeClass).Select(k =>
            $"foreign key {Last(k)} {Last(k.GetReferenced(ForeignKeyConstraint.Host).Single())}({Names(k, ForeignKeyConstraint.Columns)}) "
            + $"to {Last(k.GetReferenced(ForeignKeyConstraint.ForeignTable).Single())}({Names(k, ForeignKeyConstraint.ForeignColumns)}) on delete {k.GetProperty<ForeignKeyAction>(ForeignKeyConstraint.DeleteAction)}"),
        .. All(model, DacIndex.TypeClass).Select(i =>
            $"index {Last(i)} {Last(i.GetReferenced(DacIndex.IndexedObject).Single())}({string.Join(", ", i.GetReferencedRelationshipInstances(DacIndex.Columns).Select(c => Direction(c.ObjectName.Parts[^1], c.GetProperty<bool>(DacIndex.ColumnsRelationship.Ascending))))})"
            + Traits(i.GetProperty<bool>(DacIndex.Unique), Script(i, DacIndex.FilterPredicate))),
        .. All(model, CheckConstraint.TypeClass).Select(c => $"check {Last(c)} {SqlText.Condition(Script(c, CheckConstraint.Expression)!)}"),
    ];

    /// <summary>What the code counts on. The default with which a column was added to a table stays there, although the model has none.</summary>
    public static IEnumerable<string> Of(SqlServerCxoLabDb db)
    {
        var tables = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.ToList();
        var columns = tables.SelectMany(t => t.Columns).ToList();
        return
        [
            .. tables.Select(t => $"table {t.Name}"),
            .. columns.Select(c => $"column {c.Table.Name}.{c.Name} {c.StoreType}{(c.IsNullable ? "" : " not null")}{(c.Collation is { } collation ? $" collate {collation}" : "")}{(IsIdentity(c) ? " identity" : "")}"),
            .. AddedDefaults.Of(db).Where(d => columns.Any(c => c.Table.Name == d.Table && c.Name == d.Column)).Select(d => $"default {d.Table}.{d.Column} = {SqlText.Value(d.Sql)}"),
            .. tables.Select(t => t.PrimaryKey!).Select(k => $"primary key {k.Name} {k.Table.Name}({Names(k.Columns)}){(k.MappedKeys.First().IsClustered() == false ? " nonclustered" : "")}"),
            .. tables.SelectMany(t => t.UniqueConstraints.Where(u => u != t.PrimaryKey)).Select(u => $"unique constraint {u.Name}"),
            .. tables.SelectMany(t => t.ForeignKeyConstraints).Select(k =>
                $"foreign key {k.Name} {k.Table.Name}({Names(k.Columns)}) to {k.PrincipalTable.Name}({Names(k.PrincipalColumns)}) on delete {Action(k.OnDeleteAction)}"),
            .. tables.SelectMany(t => t.Indexes).Select(i =>
                $"index {i.Name} {i.Table.Name}({string.Join(", ", i.Columns.Select((c, at) => Direction(c.Name, !IsDescending(i, at))))}){Traits(i.IsUnique, i.Filter)}"),
            .. tables.SelectMany(t => t.CheckConstraints).Select(c => $"check {c.Name} {SqlText.Condition(c.Sql)}"),
        ];
    }

    /// <summary>Each thing that only one of the two has.</summary>
    public static IEnumerable<string> Differences(IEnumerable<string> script, IEnumerable<string> model)
    {
        var (ofScript, ofModel) = (script.ToHashSet(), model.ToHashSet());
        return ofScript.Except(ofModel).Select(line => $"script only: {line}").Concat(ofModel.Except(ofScript).Select(line => $"model only: {line}")).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<TSqlObject> All(TSqlModel model, ModelTypeClass type) => model.GetObjects(DacQueryScopes.UserDefined, type);

    private static string? Script(TSqlObject of, ModelPropertyClass property) => of.GetProperty(property)?.ToString();

    private static string Column(TSqlObject column) =>
        $"column {Path(column)} {Type(column)}{(column.GetProperty<bool>(DacColumn.Nullable) ? "" : " not null")}"
        + (column.GetProperty<string>(DacColumn.Collation) is { Length: > 0 } collation ? $" collate {collation}" : "")
        + (column.GetProperty<bool>(DacColumn.IsIdentity) ? " identity" : "");

    private static string Type(TSqlObject column) => Last(column.GetReferenced(DacColumn.DataType).Single()) switch
    {
        var name and ("nvarchar" or "varchar" or "varbinary" or "nchar" or "char" or "binary") =>
            $"{name}({(column.GetProperty<bool>(DacColumn.IsMax) ? "max" : column.GetProperty<int>(DacColumn.Length).ToString(CultureInfo.InvariantCulture))})",
        var name => name,
    };

    private static string Last(TSqlObject named) => named.Name.Parts[^1];

    private static string Path(TSqlObject column) => $"{column.Name.Parts[^2]}.{column.Name.Parts[^1]}";

    private static string Names(TSqlObject of, ModelRelationshipClass relation) => string.Join(", ", of.GetReferenced(relation).Select(Last));

    private static string Names(IEnumerable<IColumn> columns) => string.Join(", ", columns.Select(c => c.Name));

    private static string Direction(string column, bool ascending) => ascending ? column : $"{column} desc";

    private static string Traits(bool isUnique, string? filter) =>
        $"{(isUnique ? " unique" : "")}{(string.IsNullOrEmpty(filter) ? "" : $" where {SqlText.Condition(filter)}")}";

    // An empty list says that all of them go down.
    private static bool IsDescending(ITableIndex index, int at) => index.IsDescending is { } down && (down.Count == 0 || down[at]);

    private static bool IsIdentity(IColumn column) => column.PropertyMappings.Any(m =>
        SqlServerPropertyExtensions.GetValueGenerationStrategy(m.Property, StoreObjectIdentifier.Table(column.Table.Name, column.Table.Schema)) == SqlServerValueGenerationStrategy.IdentityColumn);

    private static ForeignKeyAction Action(ReferentialAction action) => action switch
    {
        ReferentialAction.NoAction or ReferentialAction.Restrict => ForeignKeyAction.NoAction,
        ReferentialAction.Cascade => ForeignKeyAction.Cascade,
        ReferentialAction.SetNull => ForeignKeyAction.SetNull,
        ReferentialAction.SetDefault => ForeignKeyAction.SetDefault,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };
}

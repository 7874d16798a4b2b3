using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Tests.Data.Schema;

/// <summary>The default of a column as the migrations say it, one after the other.</summary>
internal sealed record AddedDefault(string Table, string Column, string Sql);

internal static class AddedDefaults
{
    public static IEnumerable<AddedDefault> Of(SqlServerCxoLabDb db)
    {
        var migrations = db.GetService<IMigrationsAssembly>();
        var types = db.GetService<IRelationalTypeMappingSource>();
        var defaults = new Dictionary<(string Table, string Column), string>();
        foreach (var operation in migrations.Migrations.OrderBy(m => m.Key, StringComparer.Ordinal)
            .SelectMany(m => migrations.CreateMigration(m.Value, db.Database.ProviderName!).UpOperations))
        {
            switch (operation)
            {
                case CreateTableOperation create:
                    create.Columns.ForEach(Set);
                    break;
                case ColumnOperation column and (AddColumnOperation or AlterColumnOperation):
                    Set(column);
                    break;
                case DropColumnOperation drop:
                    defaults.Remove((drop.Table, drop.Name));
                    break;
                case RenameColumnOperation rename when defaults.Remove((rename.Table, rename.Name), out var sql):
                    defaults[(rename.Table, rename.NewName)] = sql;
                    break;
            }
        }

        return defaults.Select(d => new AddedDefault(d.Key.Table, d.Key.Column, d.Value));

        void Set(ColumnOperation column)
        {
            defaults.Remove((column.Table, column.Name));
            var literal = column.DefaultValue is { } value ? types.FindMapping(column.ClrType, column.ColumnType)!.GenerateSqlLiteral(value) : null;
            if ((column.DefaultValueSql ?? literal) is { } sql)
            {
                defaults[(column.Table, column.Name)] = sql;
            }
        }
    }
}

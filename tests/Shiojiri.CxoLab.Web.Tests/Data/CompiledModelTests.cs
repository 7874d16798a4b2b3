using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>The model that `dotnet ef dbcontext optimize` wrote down for each engine is the one that the code describes.</summary>
public sealed class CompiledModelTests
{
    [Fact]
    public void The_compiled_model_of_SQLite_is_that_of_the_code()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);

        Assert.Equal(Lines(Described(db)), Lines(Compiled(db)));
    }

    [Fact]
    public void The_compiled_model_of_SQL_Server_is_that_of_the_code()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);

        Assert.Equal(Lines(Described(db)), Lines(Compiled(db)));
    }

    private static IModel Compiled(CxoLabDb db)
    {
        Assert.EndsWith(".Model", db.Model.GetType().Namespace!, StringComparison.Ordinal);
        return db.Model;
    }

    private static IModel Described(CxoLabDb db) =>
        db.GetService<IModelSource>().GetModel(db, db.GetService<ModelCreationDependencies>(), designTime: false);

    private static string[] Lines(IModel model) =>
    [
        .. model.ToDebugString(MetadataDebugStringOptions.LongDefault).Split('\n'),
        .. model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault).Split('\n'),
        .. model.GetEntityTypes().SelectMany(e => e.GetProperties()).Select(p => $"{p.DeclaringType.Name}.{p.Name} {p.GetTypeMapping().Converter?.GetType()} {p.GetMaxLength()}"),
    ];
}

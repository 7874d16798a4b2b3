using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Data.Seed;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>Both engines have the schema that the model describes. No server is needed to know.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void SQLite_has_no_missing_migration()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void SQL_Server_has_no_missing_migration()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_script_for_SQL_Server_is_well_formed()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);

        Assert.NotEmpty(script);
        Assert.Empty(errors.Select(e => $"{e.Line}: {e.Message}"));
    }

    [Fact]
    public void The_schema_of_SQL_Server_stands_as_a_model_without_faults()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());

        foreach (var statement in db.Database.GenerateCreateScript().Split("GO\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            model.AddObjects(statement);
        }

        Assert.Empty(model.Validate().Select(m => m.Message));
        Assert.Equal(db.Model.GetEntityTypes().Select(e => e.GetTableName()).Distinct().Count(), model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).Count());
    }

    // SQL Server refuses a table that a deletion could reach in two ways (Msg 1785); SQLite does not mind.
    [Fact]
    public void No_deletion_reaches_a_table_in_two_ways()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);
        var cascades = db.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()).Where(k => k.DeleteBehavior == DeleteBehavior.Cascade && !k.IsOwnership)
            .ToLookup(k => k.DeclaringEntityType.Name, k => k.PrincipalEntityType.Name);

        Assert.Empty(db.Model.GetEntityTypes().SelectMany(e => Above(e.Name).GroupBy(a => a).Where(g => g.Count() > 1).Select(g => $"{g.Key} → {e.Name}")));

        IEnumerable<string> Above(string entity) => cascades[entity].SelectMany(principal => Above(principal).Prepend(principal));
    }

    [Fact]
    public void Every_string_has_a_maximum_length_and_every_enum_is_text()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);

        // What lies inside a JSON column has no column of its own.
        var properties = db.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()).SelectMany(e => e.GetProperties()).ToList();

        Assert.Empty(properties.Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is null).Select(p => $"{p.DeclaringType.Name}.{p.Name}"));
        Assert.Empty(properties.Where(p => p.ClrType.IsEnum && p.GetProviderClrType() != typeof(string)).Select(p => p.Name));
        Assert.Empty(properties.Where(p => p.ClrType.IsEnum && Enum.GetNames(p.ClrType).Any(name => name.Length > p.GetMaxLength())).Select(p => p.Name));
        Assert.Empty(properties.Where(p => p.ClrType == typeof(DateTimeOffset) || p.ClrType == typeof(decimal)).Select(p => p.Name));
    }

    [Fact]
    public void Every_unique_text_is_told_apart_letter_by_letter_on_both_engines()
    {
        using var server = new SqlServerDesignTime().CreateDbContext([]);
        using var file = new SqliteDesignTime().CreateDbContext([]);

        var unique = UniqueTexts(server).ToList();

        Assert.Empty(unique.Where(p => p.GetCollation() != SqlServerCxoLabDb.LetterByLetter).Select(p => $"{p.DeclaringType.Name}.{p.Name}"));
        Assert.Superset(new HashSet<string> { "SavedView.Name", "InterestArea.Name", "Tag.Key", "Briefing.Slug", "ContentItem.Key", "CurriculumSession.Slug", "ReviewCriterion.Key" },
            unique.Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}").ToHashSet());

        // SQLite compares by bytes (BINARY) unless told otherwise.
        Assert.Empty(UniqueTexts(file).Where(p => p.GetCollation() is not null).Select(p => p.Name));
    }

    [Fact]
    public void No_clustered_key_of_SQL_Server_is_longer_than_it_takes()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);

        var model = db.GetService<IDesignTimeModel>().Model;
        var tooLong = model.GetEntityTypes().SelectMany(e => e.GetKeys())
            .Where(key => key.Properties.Sum(p => p.GetMaxLength() * (p.ClrType == typeof(string) ? 2 : 1) ?? 8) > (key.IsClustered() == false ? 1700 : 900));

        Assert.Empty(tooLong.Select(key => key.DeclaringEntityType.Name));
    }

    // The sites of tests wait for no disk; here the database is opened just as the site opens it.
    [SqliteFact]
    public async Task The_file_is_in_WAL_mode_with_foreign_keys_and_full_sync()
    {
        using var site = await Site.StartAsync();
        var options = new DbContextOptionsBuilder<SqliteCxoLabDb>();
        DatabaseSetup.UseSqlite(options, $"Data Source={site.DatabaseFile}");
        using var writer = new SqliteWriter();
        await using var db = new SqliteCxoLabDb(options.Options, TestKeys.Keys, writer);

        var pragmas = (
            await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(),
            await db.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(),
            await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(),
            await db.Database.SqlQueryRaw<int>("SELECT timeout AS Value FROM pragma_busy_timeout").SingleAsync());

        Assert.Equal(("wal", 1, 2, 5000), pragmas);
    }

    [Fact]
    public async Task The_first_content_is_put_in_once()
    {
        using var site = await Site.StartAsync();

        var counts = await site.InDatabaseAsync(async db =>
        {
            await FirstContent.AddAsync(db, CancellationToken.None);
            return (await db.Cohorts.CountAsync(), await db.Briefings.CountAsync(), await db.ContentItems.CountAsync());
        });

        Assert.Equal((1, 2, 0), counts);
    }

    [SqliteFact]
    public async Task Two_starts_at_once_on_no_database_both_succeed()
    {
        var folder = Directory.CreateTempSubdirectory("cxolab-two-").FullName;
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:CxoLab"] = $"Data Source={Path.Combine(folder, "new.db")}" };
        var (oneCame, twoCame) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var one = await Site.StartAsync(settings, services => services.ConfigureDbContext<SqliteCxoLabDb>(_ => oneCame.TrySetResult()));
        using var two = await Site.StartAsync(settings, services => services.ConfigureDbContext<SqliteCxoLabDb>(_ => twoCame.TrySetResult()));

        // The lock is held until both stand before it.
        Task<Page>[] opening;
        await using (new FileStream(Path.Combine(folder, "new.db.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            opening = [Task.Run(() => one.Visitor().OpenAsync("/projects")), Task.Run(() => two.Visitor().OpenAsync("/projects"))];
            await Task.WhenAll(oneCame.Task, twoCame.Task).WaitAsync(TimeSpan.FromSeconds(60));
        }

        var pages = await Task.WhenAll(opening);

        Assert.All(pages, page => Assert.Equal(9, page.Texts(".card--link").Length));
    }

    // Identity's tables of tokens and logins have keys whose values are constants of the code.
    private static IEnumerable<IProperty> UniqueTexts(CxoLabDb db) => db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
        .Where(e => e.GetTableName() is not ("StaffTokens" or "StaffLogins"))
        .SelectMany(e => e.GetIndexes().Where(i => i.IsUnique).SelectMany(i => i.Properties).Concat(e.GetKeys().SelectMany(k => k.Properties)))
        .Where(p => p.ClrType == typeof(string))
        .Distinct();
}

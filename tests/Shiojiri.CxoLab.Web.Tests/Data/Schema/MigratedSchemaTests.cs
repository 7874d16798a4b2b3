using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Shiojiri.CxoLab.Web.Data;
using Xunit.Sdk;

namespace Shiojiri.CxoLab.Web.Tests.Data.Schema;

/// <summary>Where all migrations lead on SQL Server 2022 is what the model says, although there is no server to run them.</summary>
public sealed class MigratedSchemaTests
{
    [Fact]
    public void All_migrations_lead_to_the_schema_that_the_model_describes()
    {
        var differences = DifferencesOf(WholeScript());

        Assert.Equal("", string.Join("\n", differences));
    }

    /// <summary>The check itself: one thing is changed in the script, and just that is named.</summary>
    [Theory]
    [InlineData("[Residence] nvarchar(480) COLLATE Latin1_General_100_BIN2 NOT NULL", "[Residence] nvarchar(48) COLLATE Latin1_General_100_BIN2 NOT NULL",
        "model only: column Applications.Residence nvarchar(480) not null collate Latin1_General_100_BIN2",
        "script only: column Applications.Residence nvarchar(48) not null collate Latin1_General_100_BIN2")]
    [InlineData("[Residence] nvarchar(480) COLLATE Latin1_General_100_BIN2 NOT NULL", "[Residence] nvarchar(480) COLLATE Latin1_General_100_BIN2 NULL",
        "model only: column Applications.Residence nvarchar(480) not null collate Latin1_General_100_BIN2",
        "script only: column Applications.Residence nvarchar(480) collate Latin1_General_100_BIN2")]
    [InlineData("[SearchText] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL", "[SearchText] nvarchar(4000) NOT NULL",
        "model only: column Applications.SearchText nvarchar(4000) not null collate Latin1_General_100_BIN2", "script only: column Applications.SearchText nvarchar(4000) not null")]
    [InlineData("[Motivation] nvarchar(max) NOT NULL,", "[Motivation] nvarchar(max) NOT NULL DEFAULT N'塩尻', [Extra] date NULL CONSTRAINT [CK_Extra] CHECK ([Extra] > '2000-01-01'),",
        "script only: check CK_Extra [Extra] > '2000-01-01'", "script only: column Applications.Extra date", "script only: default Applications.Motivation = N'塩尻'")]
    [InlineData("UNIQUE INDEX [IX_Applications_CohortId_ActiveEmail] ON [Applications] ([CohortId], [ActiveEmail]) WHERE [ActiveEmail] IS NOT NULL",
        "UNIQUE INDEX [IX_Applications_CohortId_ActiveEmail] ON [Applications] ([CohortId], [ActiveEmail])",
        "model only: index IX_Applications_CohortId_ActiveEmail Applications(CohortId, ActiveEmail) unique where [ActiveEmail] IS NOT NULL",
        "script only: index IX_Applications_CohortId_ActiveEmail Applications(CohortId, ActiveEmail) unique")]
    [InlineData("CREATE UNIQUE INDEX [IX_Cohorts_Ordinal] ON [Cohorts] ([Ordinal])", "CREATE INDEX [IX_Cohorts_Ordinal] ON [Cohorts] ([Ordinal] DESC)",
        "model only: index IX_Cohorts_Ordinal Cohorts(Ordinal) unique", "script only: index IX_Cohorts_Ordinal Cohorts(Ordinal desc)")]
    [InlineData("CREATE UNIQUE INDEX [IX_Cohorts_Ordinal] ON [Cohorts] ([Ordinal]);", "", "model only: index IX_Cohorts_Ordinal Cohorts(Ordinal) unique")]
    [InlineData("CONSTRAINT [FK_LedgerEntries_Applications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Applications] ([Id]) ON DELETE CASCADE",
        "CONSTRAINT [FK_LedgerEntries_Applications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [Applications] ([Id])",
        "model only: foreign key FK_LedgerEntries_Applications_ApplicationId LedgerEntries(ApplicationId) to Applications(Id) on delete Cascade",
        "script only: foreign key FK_LedgerEntries_Applications_ApplicationId LedgerEntries(ApplicationId) to Applications(Id) on delete NoAction")]
    [InlineData("PRIMARY KEY NONCLUSTERED ([CredentialId])", "PRIMARY KEY ([CredentialId])",
        "model only: primary key PK_StaffPasskeys StaffPasskeys(CredentialId) nonclustered", "script only: primary key PK_StaffPasskeys StaffPasskeys(CredentialId)")]
    public void Each_difference_between_script_and_model_is_named(string written, string changed, params string[] named)
    {
        var script = WholeScript();
        Assert.Contains(written, script, StringComparison.Ordinal);

        var differences = DifferencesOf(script.Replace(written, changed, StringComparison.Ordinal));

        Assert.Equal(named, differences);
    }

    [Fact]
    public void A_batch_that_fills_a_column_which_it_brings_itself_is_refused()
    {
        var failed = Assert.ThrowsAny<XunitException>(() => ScriptedSchema.Of("CREATE TABLE [T] ([Id] int NOT NULL);\nGO\nALTER TABLE [T] ADD [New] int NULL;\nUPDATE T SET New = 1;\nGO\n"));

        Assert.Contains("T.New is not known yet", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_script_from_each_migration_to_the_next_is_well_formed()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);
        var (migrator, names) = (db.GetService<IMigrator>(), db.GetService<IMigrationsAssembly>().Migrations.Keys.Order(StringComparer.Ordinal).Prepend(Migration.InitialDatabase).ToList());

        foreach (var (from, to) in names.Zip(names.Skip(1)))
        {
            SqlText.Parse(migrator.GenerateScript(from, to));
            SqlText.Parse(migrator.GenerateScript(to, from));
            SqlText.Parse(migrator.GenerateScript(from, to, MigrationsSqlGenerationOptions.Idempotent));
        }

        Assert.True(names.Count > 1);
    }

    private static string WholeScript()
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);
        return db.GetService<IMigrator>().GenerateScript();
    }

    private static List<string> DifferencesOf(string script)
    {
        using var db = new SqlServerDesignTime().CreateDbContext([]);
        using var schema = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var statement in ScriptedSchema.Of(script).Statements)
        {
            schema.AddObjects(statement);
        }

        Assert.Empty(schema.Validate().Select(m => m.Message));
        return [.. SchemaLines.Differences(SchemaLines.Of(schema), SchemaLines.Of(db))];
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;
using Xunit.Abstractions;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>The way back: every migration is taken down, up and down again on a database with applicants, payments, reviews and questions in it.</summary>
public sealed class RollbackTests(ITestOutputHelper output) : IDisposable
{
    // Below it lies the first release, to which no script leads back (docs/operations.md).
    private const string Lowest = "FirstSchema";

    // What a migration is there to rewrite: due days that were none are one long ago on the way back, actions of the audit log are codes on one
    // side and names on the other, and a stamp is drawn anew.
    private static readonly string[] Rewritten =
    [
        "FillAdmission down: Applications.DueOn differs",
        "FillAdmission up: Applications.DueOn differs",
        "FillSecondSchema down: AuditEntries.Action differs",
        "FillSecondSchema up: AuditEntries.Action differs",
        "FillSettingsAndContent down: SiteStamps has other rows",
        "FillSettingsAndContent up: SiteStamps has other rows",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("cxolab-rollback-").FullName;

    private string File => Path.Combine(_folder, "cxolab.db");

    [SqliteFact]
    public async Task Each_migration_goes_down_up_and_down_again_and_keeps_whatever_has_a_column()
    {
        await FillAsync();
        await using var db = Open();
        var migrator = db.GetService<IMigrator>();
        var names = db.GetService<IMigrationsAssembly>().Migrations.Keys.Order(StringComparer.Ordinal).Reverse().ToList();
        var differences = new List<string>();
        var steps = 0;

        foreach (var (migration, earlier) in names.Zip(names.Skip(1)))
        {
            var before = Dump();
            await migrator.MigrateAsync(earlier);
            var down = Dump();
            await migrator.MigrateAsync(migration);
            var up = Dump();
            await migrator.MigrateAsync(earlier);
            var again = Dump();

            output.WriteLine($"{migration}: {before.Count} tables, {before.Values.Sum(t => t.Rows.Count)} rows; down {down.Values.Sum(t => t.Rows.Count)}, up {up.Values.Sum(t => t.Rows.Count)}");
            differences.AddRange(Differences(before, down, "down").Concat(Differences(down, up, "up")).Concat(Differences(down, again, "down again")).Select(d => $"{migration[15..]} {d}"));
            steps++;
        }

        Assert.EndsWith(Lowest, names[steps], StringComparison.Ordinal);
        Assert.Equal(Rewritten.Order(StringComparer.Ordinal), differences.Order(StringComparer.Ordinal));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task FillAsync()
    {
        using var site = await Site.StartAsync();
        await site.FillAsync();
        await site.Visitor().ApplyAsync();
        await using var from = new SqliteConnection($"Data Source={site.DatabaseFile}");
        await using var to = new SqliteConnection($"Data Source={File};Pooling=False");
        await from.OpenAsync();
        await to.OpenAsync();
        from.BackupDatabase(to);
    }

    private SqliteCxoLabDb Open()
    {
        var options = new DbContextOptionsBuilder<SqliteCxoLabDb>();
        DatabaseSetup.UseSqlite(options, $"Data Source={File}");
        return new SqliteCxoLabDb(options.Options, TestKeys.Keys, new SqliteWriter());
    }

    private static IEnumerable<string> Differences(Dictionary<string, Table> before, Dictionary<string, Table> after, string way)
    {
        foreach (var (name, was) in before.Where(t => after.ContainsKey(t.Key)))
        {
            var now = after[name];
            if (was.Rows.Count != now.Rows.Count)
            {
                yield return $"{way}: {name} has other rows";
                continue;
            }

            foreach (var column in was.Columns.Intersect(now.Columns))
            {
                if (!was.Values(column).SequenceEqual(now.Values(column)))
                {
                    yield return $"{way}: {name}.{column} differs";
                }
            }
        }
    }

    private Dictionary<string, Table> Dump()
    {
        using var connection = new SqliteConnection($"Data Source={File};Mode=ReadOnly;Pooling=False");
        connection.Open();
        Assert.Equal(["ok"], Read(connection, "PRAGMA integrity_check").Rows.Select(r => r[0]));
        Assert.Empty(Read(connection, "PRAGMA foreign_key_check").Rows);
        return Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'").Rows
            .ToDictionary(row => row[0]!, row => Read(connection, $"SELECT * FROM \"{row[0]}\" ORDER BY 1, 2"));
    }

    private static Table Read(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names come from the schema.
        command.CommandText = query;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<string?[]>();
        while (reader.Read())
        {
            rows.Add([.. columns.Select((_, i) => reader.IsDBNull(i) ? null : reader.GetValue(i).ToString())]);
        }

        return new Table(columns, rows);
    }

    private sealed record Table(List<string> Columns, List<string?[]> Rows)
    {
        public IEnumerable<string?> Values(string column) => Rows.Select(row => row[Columns.IndexOf(column)]);
    }
}

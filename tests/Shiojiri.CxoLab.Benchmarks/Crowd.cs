using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>Makes the applicants of a database many: each copy of one has the rows of its original, with fresh values where two rows must differ.</summary>
internal static class Crowd
{
    // What hangs on an application; the desk shows or counts all of it.
    private static readonly string[] Parts = ["ApplicationAttendance", "ApplicationInterests", "LedgerEntries", "OutgoingMails", "StatusChanges", "IssuedNumbers"];

    public static void Grow(string databaseFile, int to)
    {
        using var connection = new SqliteConnection($"Data Source={databaseFile};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var (there, highest) = (Number(connection, "SELECT count(*) FROM Applications"), Number(connection, "SELECT max(Id) FROM Applications"));
        for (var copy = 1L; there < to; copy++)
        {
            var which = $"SELECT Id FROM Applications WHERE Id <= {highest} AND MergedIntoId IS NULL LIMIT {to - there}";
            there += Copy(connection, "Applications", $"Id IN ({which})", copy * highest);
            foreach (var part in Parts)
            {
                Copy(connection, part, $"ApplicationId IN ({which})", copy * highest);
            }
        }

        transaction.Commit();
    }

    private static int Copy(SqliteConnection connection, string table, string condition, long offset)
    {
        var columns = Columns(connection, table).Where(name => name != "Id" || table == "Applications").ToList();
        var values = columns.Select(name => name switch
        {
            "Id" or "ApplicationId" => $"\"{name}\" + {offset}",
            "Key" or "Version" => "lower(hex(randomblob(16)))",
            "Number" => "printf('%010d', abs(random()) % 10000000000)",
            "Email" or "ActiveEmail" or "NormalizedEmail" or "Occasion" => $"\"{name}\" || '.{offset}'",
            "ReversesId" => "NULL",
            _ => $"\"{name}\"",
        });
        var list = string.Join(", ", columns.Select(name => $"\"{name}\""));
        return Run(connection, $"INSERT INTO \"{table}\" ({list}) SELECT {string.Join(", ", values)} FROM \"{table}\" WHERE {condition}");
    }

    private static List<string> Columns(SqliteConnection connection, string table)
    {
        using var command = Command(connection, $"SELECT name FROM pragma_table_info('{table}')");
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static int Run(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names come from the schema, numbers from this program.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}

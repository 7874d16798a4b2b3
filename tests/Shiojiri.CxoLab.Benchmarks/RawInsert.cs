using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>
/// The same rows as the site writes for one application, in one durable transaction, by nothing but the SQLite driver: statements
/// prepared, values bound once but for those that have to differ. Those who insert at once take turns at one connection, or meet at
/// SQLite's lock with a connection each, as requests do of which each saves for itself.
/// </summary>
internal sealed class RawInsert : IDisposable
{
    private readonly Lock _turn = new();
    private readonly string _file;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly RowTemplate _application;
    private readonly RowTemplate[] _others;

    private RawInsert(string file)
    {
        _file = file;
        _connection = new SqliteConnection($"Data Source={file};Foreign Keys=True;Pooling=False");
        _connection.Open();
        _connection.Prepared("PRAGMA journal_mode = WAL").ExecuteNonQuery();
        _connection.Prepared("PRAGMA synchronous = FULL").ExecuteNonQuery();
        _begin = _connection.Prepared("BEGIN IMMEDIATE");
        _commit = _connection.Prepared("COMMIT");

        using var find = _connection.Prepared("SELECT max(Id) FROM Applications");
        var id = (long)find.ExecuteScalar()!;
        _application = RowTemplate.Of(_connection, "Applications", $"Id = {id}", ["Number", "Key", "Email", "ActiveEmail", "Version"]).Single();
        _others =
        [
            .. RowTemplate.Of(_connection, "ApplicationAttendance", $"ApplicationId = {id}", []),
            .. RowTemplate.Of(_connection, "LedgerEntries", $"ApplicationId = {id}", []),
            .. RowTemplate.Of(_connection, "OutgoingMails", "Id = (SELECT max(Id) FROM OutgoingMails)", ["Key", "Occasion", "Recipient"]),
        ];
    }

    /// <param name="siteFile">The site's database, with at least one application of the kind that is measured.</param>
    /// <param name="ownFile">Where the copy goes that is written to.</param>
    public static RawInsert IntoCopy(string siteFile, string ownFile)
    {
        using (var site = new SqliteConnection($"Data Source={siteFile};Mode=ReadOnly;Pooling=False"))
        using (var copy = new SqliteConnection($"Data Source={ownFile};Pooling=False"))
        {
            site.Open();
            copy.Open();
            site.BackupDatabase(copy);
        }

        return new RawInsert(ownFile);
    }

    /// <summary>Somebody else's inserts into the same file, at a connection of their own.</summary>
    public RawInsert Another() => new(_file);

    public void Insert()
    {
        lock (_turn)
        {
            _begin.ExecuteNonQuery();
            _application.Insert(null);
            var id = raw.sqlite3_last_insert_rowid(_connection.Handle!);
            foreach (var row in _others)
            {
                row.Insert(id);
            }

            _commit.ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _connection.Dispose();
    }
}

/// <summary>An insert that repeats a stored row, with fresh values of the same length where two rows must differ.</summary>
internal sealed class RowTemplate
{
    private readonly SqliteCommand _insert;
    private readonly List<SqliteParameter> _fresh = [];
    private readonly SqliteParameter? _application;

    private RowTemplate(SqliteConnection connection, string table, IReadOnlyList<(string Name, object Value)> columns, string[] fresh)
    {
        _insert = connection.CreateCommand();
        var names = columns.Select(c => $"\"{c.Name}\"");
#pragma warning disable CA2100 // Names come from the schema.
        _insert.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", columns.Select(c => $"@{c.Name}"))})";
#pragma warning restore CA2100
        foreach (var (name, value) in columns)
        {
            var parameter = _insert.Parameters.AddWithValue($"@{name}", value);
            if (fresh.Contains(name))
            {
                _fresh.Add(parameter);
            }
            else if (name == "ApplicationId")
            {
                _application = parameter;
            }
        }

        _insert.Prepare();
    }

    public static List<RowTemplate> Of(SqliteConnection connection, string table, string condition, string[] fresh)
    {
        var rows = new List<IReadOnlyList<(string, object)>>();
        using (var select = connection.Prepared($"SELECT * FROM \"{table}\" WHERE {condition}"))
        using (var reader = select.ExecuteReader())
        {
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) != "Id").Select(i => (reader.GetName(i), reader.GetValue(i)))]);
            }
        }

        return [.. rows.Select(row => new RowTemplate(connection, table, row, fresh))];
    }

    public void Insert(long? applicationId)
    {
        if (_application is not null)
        {
            _application.Value = applicationId;
        }

        foreach (var parameter in _fresh)
        {
            parameter.Value = RandomNumberGenerator.GetHexString(((string)parameter.Value!).Length);
        }

        _insert.ExecuteNonQuery();
    }
}

internal static class Preparing
{
    public static SqliteCommand Prepared(this SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of this program's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Prepare();
        return command;
    }
}

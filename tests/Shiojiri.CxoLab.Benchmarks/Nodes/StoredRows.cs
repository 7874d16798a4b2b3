using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Shiojiri.CxoLab.Benchmarks.Nodes;

/// <summary>What stands in the SQLite file of a drill, read past the site.</summary>
internal sealed class StoredRows(string file)
{
    public List<string> Addresses() => Read("SELECT Email FROM Applications");

    public List<string> StatesOfMails() => Read("SELECT State FROM OutgoingMails");

    /// <summary>The left side of the Message-Id of each.</summary>
    public List<string> MailsOfApplications() =>
        Read("SELECT \"Key\" FROM OutgoingMails WHERE ApplicationId IS NOT NULL").ConvertAll(key => Guid.Parse(key, CultureInfo.InvariantCulture).ToString("N"));

    /// <summary>Lets the hours pass that a refused mail waits until its next turn; leases run out by themselves. How many mails still wait.</summary>
    public int Hurry()
    {
        Run("UPDATE OutgoingMails SET NextAttemptUtc = QueuedUtc WHERE State = 'Queued' AND LeasedUntilUtc IS NULL AND NextAttemptUtc > QueuedUtc");
        return int.Parse(Read("SELECT count(*) FROM OutgoingMails WHERE State = 'Queued'")[0], CultureInfo.InvariantCulture);
    }

    private List<string> Read(string query)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Queries are this program's own.
        command.CommandText = query;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetValue(0).ToString()!);
        }

        return rows;
    }

    private void Run(string statement)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements are this program's own.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=30");
        connection.Open();
        return connection;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>The site as shipped, in a process and a data folder of its own, with forms filled in for it beforehand.</summary>
internal sealed class SiteProcess(string dll, string folder, IReadOnlyDictionary<string, string> settings) : IDisposable
{
    private static readonly TimeSpan LongestMailing = TimeSpan.FromSeconds(8);

    private readonly ConcurrentQueue<byte[]> _forms = new();
    private ChildProcess? _child;
    private int _sent;

    public int Port => _child!.Port;

    public int Sent => _sent;

    public TimeSpan Processor => _child!.Processor;

    public double WorkingSetMegabytes => _child!.WorkingSetMegabytes;

    public string Folder => folder;

    public string DatabaseFile => Path.Combine(folder, "cxolab.db");

    /// <summary>The time from the start of the process to the first answer of the home page.</summary>
    public TimeSpan Start()
    {
        _child = new ChildProcess(dll, [], new Dictionary<string, string>(settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Data__Folder"] = folder,
            ["FormGuard__MinimumSeconds"] = "0",
            ["FormGuard__PerMinute"] = "1000000",
            ["FormGuard__PerHour"] = "1000000",
            ["FormGuard__StepsPerMinute"] = "1000000",
            ["Serilog__MinimumLevel__Default"] = "Warning",
        });
        return _child.WaitFor("/");
    }

    public void Stop() => _child!.Dispose();

    public void Prepare(int forms)
    {
        foreach (var form in FormFiller.Fill(Port, forms))
        {
            _forms.Enqueue(form);
        }
    }

    /// <summary>One prepared form, addressed to another server.</summary>
    public byte[] SampleRequest(int port) => FormFiller.Fill(Port, 1, sentTo: port)[0];

    /// <summary>Somebody who sends prepared forms, one after the other.</summary>
    public (Action Step, IDisposable? Held) Applicant()
    {
        var client = new WireClient(Port);
        return (Send, client);

        void Send()
        {
            client.Expect(_forms.TryDequeue(out var form) ? form : throw new InvalidOperationException("Too few forms."), 302);
            Interlocked.Increment(ref _sent);
        }
    }

    /// <summary>The mails of a round are part of its cost, not of the next contender's.</summary>
    public void WaitUntilMailed()
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < LongestMailing && Count("OutgoingMails", "State = 'Queued'") > 0)
        {
            Thread.Sleep(20);
        }
    }

    public long Count(string table, string condition = "1 = 1")
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names and conditions are this program's own.
        command.CommandText = $"SELECT count(*) FROM {table} WHERE {condition}";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        _child?.Dispose();
        SqliteConnection.ClearAllPools();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace Shiojiri.CxoLab.Benchmarks.Nodes;

/// <summary>
/// People apply at several nodes on one database while nodes are killed with SIGKILL and started again and the mail server fails; afterwards it is counted
/// what is there. Whoever gets no answer presses the button again, at the next node, as a person would behind a balancer.
/// </summary>
internal sealed class KillDrill(string dll, string folder, DrillPlan plan) : IDisposable
{
    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestMailing = TimeSpan.FromMinutes(15);

    private readonly FaultyMailServer _smtp = new(plan.FaultPercent);
    private readonly ConcurrentBag<TimeSpan> _ready = [];
    private readonly List<NodeProcess> _nodes = [];
    private List<byte[]> _forms = [];
    private int _released;
    private int _next = -1;
    private int _accepted;
    private int _again;

    public async Task<DrillResult> RunAsync()
    {
        var watch = Stopwatch.StartNew();
        await StartNodesAsync();
        _forms = FormFiller.Fill(_nodes[0].Port, plan.Applications);
        var portion = plan.Applications / (plan.Kills + 1);
        _released = plan.Kills == 0 ? plan.Applications : portion;
        var senders = Enumerable.Range(0, plan.Senders).Select(at => Task.Factory.StartNew(() => Send(at), TaskCreationOptions.LongRunning)).ToList();
        for (var kill = 0; kill < plan.Kills; kill++)
        {
            await UntilAsync(() => Volatile.Read(ref _accepted) >= (kill * portion) + (portion / 2) || senders.Any(s => s.IsFaulted), LongestSending);
            var node = _nodes[kill % plan.Nodes];
            await node.KillAsync();
            _ready.Add(await node.StartAsync());
            Volatile.Write(ref _released, kill + 1 == plan.Kills ? plan.Applications : (kill + 2) * portion);
        }

        await Task.WhenAll(senders);
        var stored = new StoredRows(Path.Combine(folder, "cxolab.db"));
        await UntilAsync(() => stored.Hurry() == 0, LongestMailing);
        return Count(stored, watch.Elapsed);
    }

    public void Dispose()
    {
        _nodes.ForEach(n => n.Dispose());
        _smtp.Dispose();
    }

    private async Task StartNodesAsync()
    {
        var settings = NodeProcess.SettingsIn(folder).Concat(_smtp.Settings).ToDictionary();
        settings["Mail__LeaseSeconds"] = $"{plan.LeaseSeconds}";
        for (var i = 0; i < plan.Nodes; i++)
        {
            _nodes.Add(new NodeProcess(dll, settings));
            await _nodes[i].StartAsync();
        }
    }

    private void Send(int at)
    {
        WireClient? client = null;
        while (Interlocked.Increment(ref _next) is var form && form < plan.Applications)
        {
            SpinWait.SpinUntil(() => form < Volatile.Read(ref _released));
            var patience = Stopwatch.StartNew();
            while (!IsTaken(_forms[form], _nodes[at++ % plan.Nodes].Port, ref client))
            {
                Interlocked.Increment(ref _again);
                if (patience.Elapsed > LongestSending)
                {
                    throw new TimeoutException("An application was not taken.");
                }

                Thread.Sleep(20);
            }

            Interlocked.Increment(ref _accepted);
        }

        client?.Dispose();
    }

    private static bool IsTaken(byte[] form, int port, ref WireClient? client)
    {
        try
        {
            client?.Dispose();
            client = new WireClient(port);
            var answer = client.Ask(form);
            return answer.Status == 302 && answer.Header("Location")!.Contains("/apply/complete/", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is SocketException or IOException)
        {
            return false;
        }
    }

    private DrillResult Count(StoredRows stored, TimeSpan took)
    {
        var (addresses, mails) = (stored.Addresses(), stored.MailsOfApplications());
        var copies = _smtp.Copies.GroupBy(id => id.Split('@')[0]).ToDictionary(c => c.Key, c => c.Count());
        return new DrillResult
        {
            Accepted = _accepted,
            LostApplications = Enumerable.Range(0, plan.Applications).Count(i => !addresses.Contains(FormFiller.Address(i))),
            DoubledApplications = addresses.Count - addresses.Distinct().Count(),
            Mails = mails.Count,
            LostMails = Math.Max(0, addresses.Count - mails.Count) + mails.Count(key => !copies.ContainsKey(key)),
            DoubledMails = copies.Values.Sum(many => many - 1),
            Kills = plan.Kills,
            SmtpFaults = _smtp.Faults,
            Unacknowledged = _smtp.Unacknowledged,
            ReadyAfter = [.. _ready],
            PressedAgain = _again,
            Took = took,
        };
    }

    private static async Task UntilAsync(Func<bool> holds, TimeSpan patience)
    {
        for (var watch = Stopwatch.StartNew(); !holds(); await Task.Delay(20))
        {
            if (watch.Elapsed > patience)
            {
                throw new TimeoutException("The drill does not go on.");
            }
        }
    }
}

using Shiojiri.CxoLab.Benchmarks;
using Shiojiri.CxoLab.Benchmarks.Nodes;
using Shiojiri.CxoLab.Web.Tests.Testing;
using Xunit.Abstractions;

namespace Shiojiri.CxoLab.Web.Tests.Nodes;

/// <summary>SIGKILL in the middle: what was answered is there, what was to be mailed arrives. The same by hand and longer: <c>--kills 20</c> of the benchmarks.</summary>
public sealed class KilledNodeTests(ITestOutputHelper output) : IDisposable
{
    private const int LeaseSeconds = 6;

    private readonly string _folder = Directory.CreateTempSubdirectory("cxolab-kills-").FullName;

    [SqliteFact]
    public async Task Nodes_that_are_killed_while_people_apply_and_mails_fail_lose_nothing()
    {
        using var drill = new KillDrill(TwoNodes.Dll, _folder, new DrillPlan(Nodes: 2, Kills: 2, Applications: 60) { LeaseSeconds = LeaseSeconds });

        var result = await drill.RunAsync();

        Assert.True(result.Holds, result.ToString());
        Assert.Equal((60, 60, 2), (result.Accepted, result.Mails, result.Kills));
        Assert.True(result.SmtpFaults >= 12, result.ToString());
    }

    [SqliteFact]
    public async Task A_mail_that_a_killed_node_had_in_hand_is_sent_by_the_other_when_the_lease_has_run_out()
    {
        // Whichever node takes it up stands before a mail server that does not greet.
        await using var first = new LoopbackSmtp(SmtpMood.Accepts) { Greets = new TaskCompletionSource().Task };
        await using var second = new LoopbackSmtp(SmtpMood.Accepts) { Greets = new TaskCompletionSource().Task };
        var nodes = new[] { Node(first), Node(second) };
        using var one = nodes[0];
        using var two = nodes[1];
        await one.StartAsync();
        await two.StartAsync();

        using (var applicant = new WireClient(one.Port))
        {
            applicant.Expect(FormFiller.Fill(one.Port, 1)[0], 302);
        }

        var holds = await Task.WhenAny(first.Called, second.Called);
        var (dying, other) = holds == first.Called ? (one, second) : (two, first);
        other.Greets = Task.CompletedTask;
        await dying.KillAsync();
        var killed = TimeProvider.System.GetTimestamp();
        await Eventually.HoldsAsync(() => !other.Accepted.IsEmpty, TimeSpan.FromMinutes(2));
        output.WriteLine($"Sent {TimeProvider.System.GetElapsedTime(killed).TotalSeconds:0.0} s after the kill, with a lease of {LeaseSeconds} s");

        Assert.Equal((1, 0), (other.Accepted.Count, (holds == first.Called ? first : second).Accepted.Count));
    }

    [SqliteFact]
    public async Task A_node_that_is_told_to_end_while_it_sends_sends_that_mail_once_and_ends_with_0()
    {
        var answers = new TaskCompletionSource();
        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts) { Greets = answers.Task };
        using var node = Node(smtp, leaseSeconds: 60);
        await node.StartAsync();
        using (var applicant = new WireClient(node.Port))
        {
            applicant.Expect(FormFiller.Fill(node.Port, 1)[0], 302);
        }

        await smtp.Called;
        node.Terminate();
        await Eventually.HoldsAsync(() => IsShut(node.Port), TimeSpan.FromMinutes(1));
        answers.SetResult();

        Assert.Equal(0, await node.ExitCodeAsync(TimeSpan.FromMinutes(1)));
        Assert.Single(smtp.Accepted);
        Assert.Equal(["Sent"], new StoredRows(Path.Combine(_folder, "cxolab.db")).StatesOfMails());
    }

    private static bool IsShut(int port)
    {
        try
        {
            using var caller = new System.Net.Sockets.TcpClient("127.0.0.1", port);
            return false;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return true;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private NodeProcess Node(LoopbackSmtp smtp, int leaseSeconds = LeaseSeconds)
    {
        var settings = NodeProcess.SettingsIn(_folder);
        foreach (var (name, value) in smtp.Settings)
        {
            settings[name.Replace(":", "__", StringComparison.Ordinal)] = value!;
        }

        settings["Mail__TimeoutSeconds"] = "60";
        settings["Mail__LeaseSeconds"] = $"{leaseSeconds}";
        return new NodeProcess(TwoNodes.Dll, settings);
    }
}

using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Shiojiri.CxoLab.Benchmarks.Nodes;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>
/// People apply, one after the other, at two sites that differ in their mail server alone: one takes every mail, the other takes connections and never greets.
/// In rounds that follow one another and begin in turn with the one and with the other, so that whatever else the machine does meets both.
/// </summary>
internal sealed class StalledMailDrill(string siteFolder, int rounds)
{
    private const int InRound = 50;
    private const int WarmUp = 300;

    public async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cxolab-mail-").FullName;
        try
        {
            using var well = new FaultyMailServer(faultPercent: 0);
            using var silence = new SilentMailServer();
            using var one = Site(Path.Combine(folder, "well"), well.Settings);
            using var two = Site(Path.Combine(folder, "stalled"), silence.Settings());
            await Task.WhenAll(one.StartAsync(), two.StartAsync());
            var sites = new[] { new Contender(one.Port), new Contender(two.Port) };
            Array.ForEach(sites, site => site.Apply(WarmUp, isMeasured: false));
            for (var round = 0; round < rounds; round++)
            {
                sites[round % 2].Apply(InRound, isMeasured: true);
                sites[1 - (round % 2)].Apply(InRound, isMeasured: true);
            }

            Console.WriteLine($"SMTP well:    {sites[0]}");
            Console.WriteLine($"SMTP stalled: {sites[1]}");
            foreach (var share in new[] { 0.5, 0.9, 0.99 })
            {
                Console.WriteLine($"p{share * 100:0}: stalled / well = {sites[1].At(share) / sites[0].At(share):0.00}");
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private NodeProcess Site(string folder, IReadOnlyDictionary<string, string> mail)
    {
        var settings = NodeProcess.SettingsIn(Directory.CreateDirectory(folder).FullName);
        foreach (var (name, value) in mail)
        {
            settings[name] = value;
        }

        return new NodeProcess(Path.Combine(siteFolder, "Shiojiri.CxoLab.Web.dll"), settings);
    }

    private sealed class Contender(int port)
    {
        private readonly List<TimeSpan> _waits = [];
        private int _person;

        public void Apply(int many, bool isMeasured)
        {
            var forms = FormFiller.Fill(port, many, from: _person);
            _person += many;
            using var client = new WireClient(port);
            foreach (var form in forms)
            {
                var began = Stopwatch.GetTimestamp();
                client.Expect(form, 302);
                if (isMeasured)
                {
                    _waits.Add(Stopwatch.GetElapsedTime(began));
                }

                Thread.Sleep(10); // people come one by one, and the sender works between them
            }
        }

        public TimeSpan At(double share) => _waits.Order().ElementAt((int)Math.Min(_waits.Count - 1, _waits.Count * share));

        public override string ToString() =>
            $"{_waits.Count} applications, p50 {At(0.5).TotalMilliseconds:0.0} ms, p90 {At(0.9).TotalMilliseconds:0.0} ms, p99 {At(0.99).TotalMilliseconds:0.0} ms, longest {_waits.Max().TotalMilliseconds:0.0} ms";
    }
}

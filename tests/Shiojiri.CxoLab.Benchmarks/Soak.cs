using System.Diagnostics;
using Shiojiri.CxoLab.Benchmarks.Nodes;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>
/// Load for a while at four fifths of what the site can do: ninety-nine pages, then somebody who fills the form in and applies. Says how fast the memory of the
/// process grew after its first minutes and how many answers were 5xx.
/// </summary>
internal sealed class Soak(string siteFolder, double minutes)
{
    private const int Visitors = 8;
    private const double Share = 0.8;
    private const int PagesForOneApplication = 99;

    private static readonly string[] Pages = ["/", "/recruit", "/program", "/schedule", "/projects", "/briefings", "/faq", "/privacy", "/apply"];
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(15);

    private int _requests;
    private int _errors;
    private int _applied;
    private int _person = -1;

    public async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cxolab-soak-").FullName;
        try
        {
            using var site = new NodeProcess(Path.Combine(siteFolder, "Shiojiri.CxoLab.Web.dll"), NodeProcess.SettingsIn(folder));
            await site.StartAsync();
            await LoadAsync(site.Port, TimeSpan.FromSeconds(5), double.MaxValue);
            _requests = 0;
            await LoadAsync(site.Port, Measuring, double.MaxValue);
            var capacity = _requests / Measuring.TotalSeconds;
            (_requests, _errors, _applied) = (0, 0, 0);
            Console.WriteLine($"capacity {capacity:0} requests/s with {Visitors} connections; {minutes:0.#} min at {Share:P0} of it");

            var samples = new List<(double Minute, double Megabytes)>();
            var watch = Stopwatch.StartNew();
            var load = LoadAsync(site.Port, TimeSpan.FromMinutes(minutes), capacity * Share);
            while (!load.IsCompleted)
            {
                await Task.WhenAny(load, Task.Delay(TimeSpan.FromSeconds(2)));
                samples.Add((watch.Elapsed.TotalMinutes, site.WorkingSetMegabytes));
            }

            await load;
            Print(samples, watch.Elapsed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Print(List<(double Minute, double Megabytes)> samples, TimeSpan took)
    {
        // The first five minutes are the site's to warm up; of a short run its first half.
        var warm = samples.Where(s => s.Minute > Math.Min(5, minutes / 2)).ToList();
        Console.WriteLine($"{_requests} requests in {took.TotalMinutes:0.0} min ({_requests / took.TotalSeconds:0}/s), {_applied} applications, 5xx {_errors}");
        Console.WriteLine($"working set {samples[0].Megabytes:0} MiB at first, {warm[0].Megabytes:0} after warming up, {samples[^1].Megabytes:0} at the end, {samples.Max(s => s.Megabytes):0} at most; slope {Slope(warm):0.00} MiB/min");
    }

    private Task LoadAsync(int port, TimeSpan length, double perSecond) =>
        Task.WhenAll(Enumerable.Range(0, Visitors).Select(at => Task.Factory.StartNew(() => Visit(port, length, perSecond / Visitors, at), TaskCreationOptions.LongRunning)));

    private void Visit(int port, TimeSpan length, double perSecond, int at)
    {
        using var client = new WireClient(port);
        var pages = Pages.Select(path => Request.Get(port, path)).ToList();
        var watch = Stopwatch.StartNew();
        for (var done = 0; watch.Elapsed < length;)
        {
            done += (done + at) % (PagesForOneApplication + 1) < PagesForOneApplication ? Ask(client, pages[(done + at) % pages.Count]) : Apply(client, port);
            var ahead = TimeSpan.FromSeconds(done / perSecond) - watch.Elapsed;
            if (ahead > TimeSpan.FromMilliseconds(5))
            {
                Thread.Sleep(ahead);
            }
        }
    }

    private int Apply(WireClient client, int port)
    {
        var form = FormFiller.Fill(port, 1, from: Interlocked.Increment(ref _person))[0];
        Interlocked.Add(ref _requests, 3);
        Interlocked.Increment(ref _applied);
        return 3 + Ask(client, form);
    }

    private int Ask(WireClient client, byte[] request)
    {
        Interlocked.Increment(ref _requests);
        if (client.Ask(request).Status >= 500)
        {
            Interlocked.Increment(ref _errors);
        }

        return 1;
    }

    /// <summary>Least squares: MiB a minute.</summary>
    private static double Slope(List<(double Minute, double Megabytes)> samples)
    {
        var (minute, megabytes) = (samples.Average(s => s.Minute), samples.Average(s => s.Megabytes));
        return samples.Sum(s => (s.Minute - minute) * (s.Megabytes - megabytes)) / samples.Sum(s => (s.Minute - minute) * (s.Minute - minute));
    }
}

using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Shiojiri.CxoLab.Benchmarks.Nodes;

namespace Shiojiri.CxoLab.Benchmarks;

/// <summary>
/// Two hundred who drip the body of a form and three hundred who drip their headers, a byte a second each, and a neighbour who reads and fills in forms at the
/// same time. Says after how long each of them was cut off, and how long the neighbour waited at the worst.
/// </summary>
internal sealed class SlowDrill(string siteFolder)
{
    private const int Bodies = 200;
    private const int Headers = 300;

    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(60);
    private static readonly string[] Pages = ["/", "/apply", "/recruit", "/projects?anew", "/contact"];

    public async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cxolab-slow-").FullName;
        try
        {
            using var site = new NodeProcess(Path.Combine(siteFolder, "Shiojiri.CxoLab.Web.dll"), NodeProcess.SettingsIn(folder));
            await site.StartAsync();
            Watch(site.Port, () => false, rounds: 50);
            var alone = Watch(site.Port, () => false, rounds: 50);

            var form = $"POST /contact HTTP/1.1\r\nHost: 127.0.0.1:{site.Port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n";
            var page = $"GET / HTTP/1.1\r\nHost: 127.0.0.1:{site.Port}\r\nX-Slow: ";
            var bodies = Task.WhenAll(Enumerable.Range(0, Bodies).Select(_ => DripAsync(site.Port, form)));
            var headers = Task.WhenAll(Enumerable.Range(0, Headers).Select(_ => DripAsync(site.Port, page)));
            var all = Task.WhenAll(bodies, headers);
            var beside = await Task.Factory.StartNew(() => Watch(site.Port, () => !all.IsCompleted), TaskCreationOptions.LongRunning);
            await all;
            Print("bodies", await bodies);
            Print("headers", await headers);
            Console.WriteLine($"a neighbour alone: {alone}; beside them: {beside}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string what, TimeSpan[] lives) =>
        Console.WriteLine($"{lives.Length} dripping {what}: cut off after {lives.Min().TotalSeconds:0.0} to {lives.Max().TotalSeconds:0.0} s");

    /// <summary>How long the server bore with it.</summary>
    private static async Task<TimeSpan> DripAsync(int port, string start)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        var wire = client.GetStream();
        var watch = Stopwatch.StartNew();
        var reading = EndAsync(wire);
        try
        {
            await wire.WriteAsync(Encoding.ASCII.GetBytes(start));
            while (watch.Elapsed < LongestLife && await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(1))) != reading)
            {
                await wire.WriteAsync("a"u8.ToArray());
            }
        }
        catch (IOException)
        {
            // Cut off.
        }

        return watch.Elapsed;
    }

    private static async Task EndAsync(NetworkStream wire)
    {
        try
        {
            await wire.CopyToAsync(Stream.Null);
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException)
        {
        }
    }

    private static Waits Watch(int port, Func<bool> isToGoOn, int rounds = 0)
    {
        var waits = new List<TimeSpan>();
        for (var round = 0; round < rounds || isToGoOn(); round++)
        {
            using var client = new WireClient(port); // a new one each time: connecting is part of it
            foreach (var path in Pages)
            {
                var began = Stopwatch.GetTimestamp();
                client.Expect(Request.Get(port, path), 200);
                waits.Add(Stopwatch.GetElapsedTime(began));
            }

            var filling = Stopwatch.GetTimestamp();
            FormFiller.Fill(port, 1);
            waits.Add(Stopwatch.GetElapsedTime(filling) / 3);
            Thread.Sleep(5);
        }

        waits.Sort();
        return new Waits(waits.Count, waits[waits.Count / 2], waits[^1]);
    }

    private sealed record Waits(int Requests, TimeSpan Median, TimeSpan Worst)
    {
        public override string ToString() => $"{Requests} requests, {Median.TotalMilliseconds:0.0} ms in the median, {Worst.TotalMilliseconds:0} ms at the worst";
    }
}

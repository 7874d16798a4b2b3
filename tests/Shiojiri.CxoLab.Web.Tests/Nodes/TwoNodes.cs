using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Benchmarks.Nodes;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Nodes;

/// <summary>Two real processes of the site on one database and one mail server, and a third site, in this process and idle, through which a test looks at the database.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private readonly List<NodeProcess> _nodes = [];
    private Dictionary<string, string> _settings = [];

    internal static string Dll => Path.Combine(AppContext.BaseDirectory, "Shiojiri.CxoLab.Web.dll");

    internal Site Site { get; private set; } = null!;

    internal FaultyMailServer Smtp { get; } = new(faultPercent: 0);

    internal NodeProcess One => _nodes[0];

    internal NodeProcess Two => _nodes[1];

    /// <summary>Jobs that were due when both nodes started and will not be again for a while.</summary>
    internal IReadOnlyList<string> DueJobs { get; private set; } = [];

    internal DateTimeOffset StartedUtc { get; private set; }

    public async Task InitializeAsync()
    {
        Site = await Site.StartAsync(services: Outbox.StandsStill);
        DueJobs = await LetJobsFallDueAsync();
        _settings = [];
        foreach (var (name, value) in NodeProcess.SettingsIn(Directory.GetParent(Site.KeyFile)!.FullName)
            .Concat(Smtp.Settings)
            .Concat(Site.DatabaseSettings.Select(s => KeyValuePair.Create(s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value!))))
        {
            _settings[name] = value;
        }

        _settings["Secrets__KeyFile"] = Site.KeyFile;
        _settings["Serilog__MinimumLevel__Override__Shiojiri.CxoLab.Web.Jobs.JobRunner"] = "Debug";
        StartedUtc = TimeProvider.System.GetUtcNow();
        _nodes.AddRange([New(), New()]);
        await Task.WhenAll(_nodes.Select(node => node.StartAsync()));
    }

    public Task DisposeAsync()
    {
        _nodes.ForEach(node => node.Dispose());
        Smtp.Dispose();
        Site.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A further node, which the test starts and ends.</summary>
    internal NodeProcess New() => new(Dll, _settings);

    /// <summary>One browser, sent by a balancer now to the one node, now to the other.</summary>
    internal (HttpClient AtOne, HttpClient AtTwo) Browser()
    {
        var cookies = new CookieContainer();
        return (Client(One), Client(Two));

        HttpClient Client(NodeProcess node) => new(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = new Uri($"http://127.0.0.1:{node.Port}") };
    }

    private async Task<List<string>> LetJobsFallDueAsync()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var scope = Site.Services.CreateAsyncScope();
        var jobs = scope.ServiceProvider.GetServices<IJob>().Where(job => job.Schedule.NextAfter(now) > now.AddMinutes(10)).Select(job => job.Name).ToList();
        var db = scope.ServiceProvider.GetRequiredService<CxoLabDb>();
        db.AddRange(jobs.Select(name => new JobLease { Name = name, LastRunUtc = now.AddDays(-40) }));
        await db.SaveChangesAsync();
        return jobs;
    }
}

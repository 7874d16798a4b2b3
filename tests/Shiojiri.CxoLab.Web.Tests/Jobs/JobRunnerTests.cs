using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Jobs;

/// <summary>Work that time starts: in its time, on one node, and again when it failed.</summary>
public sealed class JobRunnerTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 4, 30, 12, 0, 0, TimeSpan.Zero));
    private readonly Runs _runs = new();

    [Fact]
    public async Task A_job_runs_when_its_time_has_come_and_not_before()
    {
        using var site = await SiteAsync();
        await RunAsync(site);
        await RunAsync(site);
        Assert.Equal(0, _runs.Count);

        _time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(site);
        await RunAsync(site);

        Assert.Equal((1, "done"), (_runs.Count, (await LeaseAsync(site)).LastOutcome));
    }

    [Fact]
    public async Task Of_eight_nodes_at_once_one_does_it()
    {
        using var site = await SiteAsync();
        await RunAsync(site);
        _time.Advance(TimeSpan.FromMinutes(1));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RunAsync(site)));

        Assert.Equal(1, _runs.Count);
    }

    [Fact]
    public async Task A_job_that_failed_is_tried_again_after_a_while()
    {
        using var site = await SiteAsync();
        await RunAsync(site);
        _time.Advance(TimeSpan.FromMinutes(1));
        _runs.Fails = true;

        await RunAsync(site);
        await RunAsync(site);
        Assert.Equal((1, 1, "FormatException"), (_runs.Count, (await LeaseAsync(site)).Failures, (await LeaseAsync(site)).LastOutcome));

        _runs.Fails = false;
        _time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(site);

        Assert.Equal((2, 0, "done"), (_runs.Count, (await LeaseAsync(site)).Failures, (await LeaseAsync(site)).LastOutcome));
    }

    [Fact]
    public async Task A_job_that_a_dead_node_had_in_hand_is_taken_up_when_the_lease_runs_out()
    {
        using var site = await SiteAsync();
        await RunAsync(site);
        _time.Advance(TimeSpan.FromMinutes(1));
        await site.InDatabaseAsync(async db => await new JobLeases(db, _time).ClaimAsync(await db.JobLeases.AsNoTracking().SingleAsync(l => l.Name == "counted"), CancellationToken.None));

        await RunAsync(site);
        Assert.Equal(0, _runs.Count);
        _time.Advance(JobLeases.Lasts);
        await RunAsync(site);

        Assert.Equal(1, _runs.Count);
    }

    [Fact]
    public async Task A_lease_is_renewed_by_its_holder_alone()
    {
        using var site = await SiteAsync();
        await RunAsync(site);
        await site.InDatabaseAsync(async db =>
        {
            var leases = new JobLeases(db, _time);
            var holder = (await leases.ClaimAsync(await db.JobLeases.AsNoTracking().SingleAsync(l => l.Name == "counted"), CancellationToken.None))!.Value;
            _time.Advance(TimeSpan.FromMinutes(1));

            Assert.True(await leases.RenewAsync("counted", holder, CancellationToken.None));
            Assert.False(await leases.RenewAsync("counted", Guid.NewGuid(), CancellationToken.None));
            return 0;
        });

        Assert.Equal(_time.GetUtcNow().UtcDateTime + JobLeases.Lasts, (await LeaseAsync(site)).UntilUtc);
    }

    [Theory]
    [InlineData("0 9 1 * *", "2026-04-30T23:59", "2026-05-01T00:00")]
    [InlineData("0 9 1 * *", "2026-05-01T00:00", "2026-06-01T00:00")]
    [InlineData("20 3 * * *", "2026-05-01T00:00", "2026-05-01T18:20")]
    [InlineData("* * * * *", "2026-05-01T00:00", "2026-05-01T00:01")]
    public void Times_are_those_of_Japan(string cron, string after, string next) =>
        Assert.Equal(Utc(next), new JobSchedule(cron).NextAfter(Utc(after)));

    [Fact]
    public async Task No_round_ends_the_loop_whatever_it_throws()
    {
        using var end = new CancellationTokenSource();
        var rounds = 0;
        Exception[] troubles = [new InvalidOperationException(), new OperationCanceledException(), new FormatException(), new TaskCanceledException()];

        var loop = BackgroundLoop.RunAsync(_ => rounds++ < troubles.Length ? throw troubles[rounds - 1] : end.CancelAsync(), _time, NullLogger.Instance, end.Token);
        while (!loop.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        await loop;
        Assert.Equal(troubles.Length + 1, rounds);
    }

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private Task<Site> SiteAsync() => Site.StartAsync(services: services =>
    {
        Outbox.StandsStill(services);
        services.RemoveAll<IJob>();
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton(_runs);
        services.AddJob<BrokenJob>();
        services.AddJob<CountedJob>();
    });

    private static Task RunAsync(Site site) => site.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);

    private static Task<JobLease> LeaseAsync(Site site) => site.InDatabaseAsync(db => db.JobLeases.AsNoTracking().SingleAsync(l => l.Name == "counted"));

    private sealed class Runs
    {
        private int _count;

        public int Count => _count;

        public bool Fails { get; set; }

        public async Task<string> AddAsync()
        {
            Interlocked.Increment(ref _count);
            await Task.Yield();
            return Fails ? throw new FormatException() : "done";
        }
    }

    private sealed class CountedJob(Runs runs) : IJob
    {
        public string Name => "counted";

        public JobSchedule Schedule => JobSchedule.EveryMinute;

        public Task<string> RunAsync(CancellationToken ct) => runs.AddAsync();
    }

    /// <summary>Fails every time, and before the other one.</summary>
    private sealed class BrokenJob : IJob
    {
        public string Name => "broken";

        public JobSchedule Schedule => JobSchedule.EveryMinute;

        public Task<string> RunAsync(CancellationToken ct) => throw new InvalidOperationException();
    }
}

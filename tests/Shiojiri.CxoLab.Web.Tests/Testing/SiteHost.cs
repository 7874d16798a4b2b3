using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Tests.Testing.Replay;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>One started site with its folder and database.</summary>
internal sealed class SiteHost(TestDatabase database, Dictionary<string, string?> settings, Action<IServiceCollection>? services, bool stopsTime)
    : WebApplicationFactory<Program>
{
    private readonly StandInTime _clock = new();
    private readonly StandInTime _time = new();
    private readonly StandInWatch _watch = new();
    private readonly RequestsUnderWay _requests = new();
    private bool _used;

    /// <summary>Null when it is for one test alone.</summary>
    public SitePool.Kind? Kind { get; init; }

    public TestDatabase Database => database;

    public ReplayFaults Replayed { get; } = new();

    /// <summary>The key that lies outside the database.</summary>
    public string KeyFile { get; } = TestKeys.WriteTo(database.Folder);

    public string MailFolder => Path.Combine(database.Folder, "mail");

    /// <summary>From now on the site goes by these clocks and is looked at by this watch.</summary>
    public async Task OpenAsync(FakeTimeProvider clock, FakeTimeProvider? time, DatabaseWatch? watch)
    {
        _watch.Shown = watch;
        _clock.Shown = clock;
        _time.Shown = time ?? TimeProvider.System;
        if (_used)
        {
            await Services.GetRequiredService<SiteSnapshot>().RefreshAsync(CancellationToken.None);
            foreach (var work in Services.GetServices<IHostedService>().OfType<BackgroundService>())
            {
                await work.StartAsync(CancellationToken.None);
            }
        }

        _used = true;
    }

    /// <summary>Takes away what the last test left: nothing may run any longer, and nothing it stored may stay.</summary>
    public async Task ClearAsync()
    {
        foreach (var work in Services.GetServices<IHostedService>().OfType<BackgroundService>())
        {
            await work.StopAsync(CancellationToken.None);
        }

        await _requests.EndedAsync();
        await database.ClearAsync();
        if (Directory.Exists(MailFolder))
        {
            Directory.Delete(MailFolder, recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(settings.GetValueOrDefault("environment") ?? "Development");
        builder.UseSetting("Data:Folder", database.Folder);
        builder.UseSetting("Secrets:KeyFile", KeyFile);
        builder.UseSetting("Programme:DemoStartsAt", "");
        builder.UseSetting("FormGuard:MinimumSeconds", "0");
        builder.UseSetting("Mail:DecisionHoldMinutes", "0"); // a test that is about it sets its own
        foreach (var limit in new[] { "FormGuard:PerMinute", "FormGuard:PerHour", "FormGuard:StepsPerMinute", "FormGuard:SummariesPerMinute", "Staff:SignInsPerMinute" })
        {
            builder.UseSetting(limit, "1000000");
        }

        builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Fatal");
        foreach (var (key, value) in database.Settings.Concat(settings))
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(own =>
        {
            own.Remove(own.Single(s => s.ImplementationType == typeof(JobWorker))); // a test says itself when a job runs
            own.RemoveAll<ProgrammeClock>();
            own.AddSingleton(provider => new ProgrammeClock(_clock, provider.GetRequiredService<IOptions<ProgrammeSettings>>(), provider.GetRequiredService<TimeProvider>()));
            own.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000); // slow is for attackers, not for tests
            own.AddSingleton<IStartupFilter>(_requests);
            own.Intercept(SqlitePragmas.WithoutDisk);
            own.AsStrictAsSqlServer(Replayed);
            if (stopsTime)
            {
                own.AddSingleton<TimeProvider>(_time);
            }

            if (services?.Target is DatabaseWatch watch)
            {
                own.Intercept(_watch);
                watch.Prepare(own);
            }
            else
            {
                services?.Invoke(own);
            }
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            database.Dispose();
        }
    }

    // A test may end before the last of its answers has been written to its end.
    private sealed class RequestsUnderWay : IStartupFilter
    {
        private int _many;

        public async Task EndedAsync()
        {
            for (var patience = TimeProvider.System.GetTimestamp(); Volatile.Read(ref _many) > 0; await Task.Delay(10))
            {
                Assert.True(TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromSeconds(30), "A request of an earlier test does not end.");
            }
        }

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                Interlocked.Increment(ref _many);
                try
                {
                    await rest(context);
                }
                finally
                {
                    Interlocked.Decrement(ref _many);
                }
            });
            next(app);
        };
    }
}

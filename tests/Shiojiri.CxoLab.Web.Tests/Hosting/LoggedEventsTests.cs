using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Hosting;

/// <summary>What an operator has to hear of is in the log, in the form in which a production site writes it (one JSON object a line).</summary>
public sealed class LoggedEventsTests
{
    private static readonly string[] Listed =
    [
        "signed in", "sign-in failed", "account locked", "second factor failed", "authorization refused", "form without token", "rate limit", "faults in a form",
        "mail failed for now", "mail failed for good", "database fault", "job failed", "host refused",
    ];

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    [SqliteFact]
    public async Task Each_listed_event_is_one_JSON_object_on_a_line_with_its_time_and_the_number_that_the_error_page_shows()
    {
        var lines = new Lines();
        await using var smtp = new LoopbackSmtp(SmtpMood.RejectsRecipientForNow);
        var settings = smtp.Settings;
        settings["Serilog:MinimumLevel:Default"] = "Information";
        settings["FormGuard:PerMinute"] = "2";
        using var site = await Site.StartAsync(
            settings,
            services =>
            {
                Outbox.StandsStill(services);
                services.AddSingleton<ILogEventSink>(lines);
                services.RemoveAll<IJob>();
                services.AddJob<BrokenJob>();
            },
            time: _time);

        await SignInAsync(site);
        await SendFormsAsync(site, smtp);
        await RunJobsAsync(site);
        using var strange = new HttpRequestMessage(HttpMethod.Get, "http://evil.example/");
        await site.Visitor().SendAsync(strange);
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Cohorts RENAME TO Lost"));
        var broken = await site.Visitor().OpenAsync("/cohorts");

        var log = lines.Written.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.DoesNotContain(lines.Written, line => line.TrimEnd('\n').Contains('\n', StringComparison.Ordinal));
        Assert.All(log, line => Assert.Equal(TimeSpan.Zero, DateTimeOffset.Parse(line.GetProperty("@t").GetString()!, CultureInfo.InvariantCulture).Offset));
        Assert.All(log, line => Assert.EndsWith("Z", line.GetProperty("@t").GetString(), StringComparison.Ordinal));
        Assert.Equal(Listed.Order(), log.Select(EventOf).OfType<string>().Distinct().Order());
        Assert.All(log.Where(line => EventOf(line) is not (null or "mail failed for now" or "mail failed for good" or "job failed")), line => Assert.NotEmpty(Number(line)));
        Assert.Equal(["500", "database fault"], log.Where(line => Number(line) == broken.Text(".num")).Select(line => EventOf(line) ?? Text(line, "StatusCode")).Where(e => e != "").Distinct().Order());
    }

    private async Task SignInAsync(Site site)
    {
        await site.AccountAsync(Role.Viewer, "two@example.jp", secondFactor: true);
        await site.AccountAsync(Role.Viewer, "one@example.jp");
        var visitor = site.Visitor();
        await visitor.SignInAsync("two@example.jp");
        await visitor.EnterCodeAsync("000000");
        await visitor.EnterCodeAsync(SignInSteps.CodeAt(_time.GetUtcNow()));
        await visitor.OpenAsync("/admin/staff");
        for (var i = 0; i < 5; i++)
        {
            await site.Visitor().SignInAsync("one@example.jp", "wrong password 1");
        }
    }

    private static async Task SendFormsAsync(Site site, LoopbackSmtp smtp)
    {
        var visitor = site.Visitor();
        await visitor.ApplyAsync(("Email", "a1@example.jp"));
        await site.DeliverAllAsync();
        smtp.Mood = SmtpMood.RejectsRecipient;
        await visitor.ApplyAsync(("Email", "a2@example.jp"));
        await site.DeliverAllAsync();
        await visitor.ApplyAsync(("Email", "a3@example.jp"));
        await visitor.CheckAsync(("Kana", "漢字"));
        await site.Visitor().SendAsync(await visitor.CheckAsync());
    }

    private async Task RunJobsAsync(Site site)
    {
        await site.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(1));
        await site.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
    }

    private static string? EventOf(JsonElement line) => (Id(line), Text(line, "Way"), Text(line, "IsPermanent"), Text(line, "Reason")) switch
    {
        (30, _, _, _) => "signed in",
        (31, "password", _, _) => "sign-in failed",
        (31, _, _, _) => "second factor failed",
        (32, _, _, _) => "account locked",
        (34, _, _, _) => "authorization refused",
        (2, _, _, _) => "form without token",
        (3, _, _, _) => "rate limit",
        (5, _, _, _) => "faults in a form",
        (50, _, "False", _) => "mail failed for now",
        (50, _, "True", _) => "mail failed for good",
        (40 or 41, _, _, _) => "database fault",
        (38, _, _, _) => "job failed",
        (4, _, _, "unknown host") => "host refused",
        _ => null,
    };

    private static int Id(JsonElement line) => line.TryGetProperty("EventId", out var id) && id.TryGetProperty("Id", out var number) ? number.GetInt32() : 0;

    private static string Text(JsonElement line, string property) => line.TryGetProperty(property, out var value) ? value.ToString() : "";

    private static string Number(JsonElement line) => Text(line, "CorrelationId");

    private sealed class Lines : ILogEventSink
    {
        private readonly CompactJsonFormatter _formatter = new();

        public ConcurrentQueue<string> Written { get; } = new();

        public void Emit(LogEvent logEvent)
        {
            using var line = new StringWriter();
            _formatter.Format(logEvent, line);
            Written.Enqueue(line.ToString());
        }
    }

    private sealed class BrokenJob : IJob
    {
        public string Name => "broken";

        public JobSchedule Schedule => JobSchedule.EveryMinute;

        public Task<string> RunAsync(CancellationToken ct) => throw new InvalidOperationException();
    }
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Hosting;

/// <summary>What /health/ready says of database, outbox and disk. Faults of the database: DatabaseTroubleTests.</summary>
public sealed class HealthTests
{
    private const string Well = """{"status":"Healthy","parts":{"database":{"status":"Healthy"},"disk":{"status":"Healthy"},"outbox":{"status":"Healthy"}}}""";

    [Fact]
    public async Task When_all_is_well_each_part_says_so()
    {
        using var site = await Site.StartAsync(services: services => Outbox.StandsStill(services));

        var ready = await site.Visitor().OpenAsync("/health/ready");

        Assert.Equal((HttpStatusCode.OK, Well), (ready.Status, ready.Body));
        Assert.Equal("application/json", ready.Answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Without_room_on_the_disk_it_is_not_ready_and_says_how_much_there_is()
    {
        using var site = await Site.StartAsync(new() { ["Health:MinimumFreeMegabytes"] = "2000000000" });

        var ready = await site.Visitor().OpenAsync("/health/ready");
        var live = await site.Visitor().OpenAsync("/health/live");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.Status, live.Status));
        Assert.Matches(@"""disk"":\{""status"":""Unhealthy"",""says"":""\d+ MiB are free on a disk that the site writes to; Health:MinimumFreeMegabytes asks for 2000000000\.""\}", ready.Body);
        Assert.DoesNotContain(Path.GetTempPath(), ready.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_has_waited_for_more_than_ten_minutes_degrades_it_and_takes_it_out_of_no_service()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 4, 1, 10, 0, 0, JapanTime.Offset));
        using var site = await Site.StartAsync(services: services =>
        {
            Outbox.StandsStill(services);
            services.AddSingleton<TimeProvider>(time);
        });
        await site.Visitor().ApplyAsync(("Email", "canary@example.jp"));
        time.Advance(TimeSpan.FromMinutes(10));
        var patient = await site.Visitor().OpenAsync("/health/ready");

        time.Advance(TimeSpan.FromMinutes(1) + OutboxState.Lasts);
        var late = await site.Visitor().OpenAsync("/health/ready");

        Assert.Equal(Well, patient.Body);
        Assert.Equal(
            (HttpStatusCode.OK, """{"status":"Degraded","parts":{"database":{"status":"Healthy"},"disk":{"status":"Healthy"},"outbox":{"status":"Degraded","says":"1 mails wait, the oldest for 11 minutes."}}}"""),
            (late.Status, late.Body));
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Mail;

/// <summary>Administrators are told when mails do not leave, once an hour at most, and not about the alerts themselves.</summary>
public sealed class UnsentMailAlertTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 4, 30, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task After_ten_minutes_each_administrator_is_told_once_and_again_after_an_hour()
    {
        using var site = await SiteAsync();
        await site.Visitor().ApplyAsync();
        await RunAsync(site);

        await PassAsync(site, 10);
        Assert.Empty(await site.MailsAsync(MailKind.UnsentMailAlert));
        await PassAsync(site, 1);
        await PassAsync(site, 55);
        var first = await site.MailsAsync(MailKind.UnsentMailAlert);
        await PassAsync(site, 6);

        Assert.Equal(2, first.Count);
        Assert.All(first, mail => Assert.Contains("2026年4月30日(木) 21:11 の時点で、10分を過ぎても送れていないメールが 1件あります。", mail.Text.Split('\n')));
        Assert.Equal(4, (await site.MailsAsync(MailKind.UnsentMailAlert)).Count);
    }

    [Fact]
    public async Task Of_four_nodes_at_once_one_tells()
    {
        using var site = await SiteAsync();
        await site.Visitor().ApplyAsync();
        await RunAsync(site);
        _time.Advance(TimeSpan.FromMinutes(11));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(site)));

        Assert.Equal(2, (await site.MailsAsync(MailKind.UnsentMailAlert)).Count);
    }

    [Fact]
    public async Task An_alert_that_waits_itself_calls_for_no_other()
    {
        using var site = await SiteAsync();
        await site.Visitor().ApplyAsync();
        await RunAsync(site);
        await PassAsync(site, 11);
        await site.InDatabaseAsync(db => db.OutgoingMails.Where(m => m.Kind != MailKind.UnsentMailAlert).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Sent)));

        await PassAsync(site, 120);

        Assert.Equal(2, (await site.MailsAsync(MailKind.UnsentMailAlert)).Count);
    }

    [Fact]
    public async Task The_dashboard_names_mails_that_wait_too_long()
    {
        using var site = await SiteAsync();
        await site.Visitor().ApplyAsync();
        var staff = await site.StaffAsync(Role.Viewer);
        const string Waiting = ".todos a[href='/admin/mail?state=queued'] b";
        Assert.Null((await staff.OpenAsync("/admin")).Html.QuerySelector(Waiting));

        _time.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal("10分以上送れていないメール", (await staff.OpenAsync("/admin")).Text(Waiting));
    }

    [Fact]
    public async Task A_mail_that_is_held_has_waited_for_nothing_until_its_time_has_come()
    {
        using var site = await SiteAsync(new() { ["Mail:DecisionHoldMinutes"] = "10" });
        var staff = await site.StaffAsync(Role.Administrator, "管理 一郎");
        await staff.DecideAsync(ApplicationStatus.Accepted, await site.ApplicantAsync(moves: ApplicationStatus.UnderReview));
        await RunAsync(site);

        await PassAsync(site, 15);
        var whileHeld = (await site.MailsAsync(MailKind.UnsentMailAlert)).Count;
        var tasks = (await staff.OpenAsync("/admin")).Html.QuerySelectorAll(".todos a[href='/admin/mail?state=queued']").Length;
        await PassAsync(site, 6);

        Assert.Equal((0, 0, 2), (whileHeld, tasks, (await site.MailsAsync(MailKind.UnsentMailAlert)).Count));
    }

    private async Task<Site> SiteAsync(Dictionary<string, string?>? settings = null)
    {
        var site = await Site.StartAsync(settings, services: services =>
        {
            Outbox.StandsStill(services);
            services.AddSingleton<TimeProvider>(_time);
        });
        await site.StaffAsync(Role.Administrator, "管理 一郎");
        await site.StaffAsync(Role.Administrator, "管理 二郎");
        await site.StaffAsync(Role.Viewer);
        return site;
    }

    private Task PassAsync(Site site, int minutes)
    {
        _time.Advance(TimeSpan.FromMinutes(minutes));
        return RunAsync(site);
    }

    private static Task RunAsync(Site site) => site.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
}

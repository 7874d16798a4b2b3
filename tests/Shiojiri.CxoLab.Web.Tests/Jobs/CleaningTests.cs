using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Jobs;

/// <summary>What nobody needs any more is cleared by night, and nothing else.</summary>
public sealed class CleaningTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 4, 30, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Old_sessions_go_but_for_everybody_s_last_one()
    {
        using var site = await SiteAsync();
        await site.StaffAsync(Role.Reviewer, "長野 花子");
        await site.StaffAsync(Role.Viewer, "松本 次郎");
        var first = await site.InDatabaseAsync(db => db.StaffSessions.MinAsync(s => s.Id));
        _time.Advance(TimeSpan.FromDays(40));
        await site.StaffAsync(Role.Reviewer, "長野 花子");

        await NightAsync(site);

        var left = await site.InDatabaseAsync(db => db.StaffSessions.Select(s => s.Id).OrderBy(id => id).ToListAsync());
        Assert.Equal([first + 1, first + 2], left);
    }

    [Fact]
    public async Task A_link_goes_a_day_after_its_time_and_no_sooner()
    {
        using var site = await SiteAsync();
        await site.StaffAsync(Role.Reviewer, "長野 花子");
        await IssueAsync(site);
        await NightAsync(site);
        Assert.Equal(1, await LinksAsync(site));

        _time.Advance(TimeSpan.FromDays(4));
        await NightAsync(site);

        Assert.Equal(0, await LinksAsync(site));
    }

    [Fact]
    public async Task Repeated_forms_go_when_their_cohort_is_over()
    {
        using var site = await SiteAsync();
        await site.Visitor().ApplyAsync();
        await site.Visitor().ApplyAsync();
        await NightAsync(site);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.RepeatSubmissions.CountAsync()));

        site.Clock.SetUtcNow(new DateTimeOffset(2023, 2, 1, 0, 0, 0, JapanTime.Offset));
        await NightAsync(site);

        Assert.Equal((0, 1), await site.InDatabaseAsync(async db => (await db.RepeatSubmissions.CountAsync(), await db.Applications.CountAsync())));
    }

    private Task<Site> SiteAsync() => Site.StartAsync(services: services =>
    {
        Outbox.StandsStill(services);
        services.AddSingleton<TimeProvider>(_time);
    });

    private async Task NightAsync(Site site)
    {
        var runner = site.Services.GetRequiredService<JobRunner>();
        await runner.RunDueAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromDays(1));
        await runner.RunDueAsync(CancellationToken.None);
        Assert.Empty(await site.InDatabaseAsync(db => db.JobLeases.Where(l => l.Failures > 0).Select(l => l.LastOutcome).ToListAsync()));
    }

    private static Task<int> IssueAsync(Site site) => site.InDatabaseAsync(async db =>
    {
        await new StaffLinks(db, site.Services.GetRequiredService<TimeProvider>()).IssueAsync(await db.StaffAccounts.SingleAsync(), StaffLink.Invitation, CancellationToken.None);
        return await db.SaveChangesAsync();
    });

    private static Task<int> LinksAsync(Site site) => site.InDatabaseAsync(db => db.Set<IdentityUserToken<int>>().CountAsync());
}

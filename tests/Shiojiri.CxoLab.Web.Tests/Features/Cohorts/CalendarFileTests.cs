using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Cohorts;

public sealed class CalendarFileTests
{
    [Fact]
    public async Task A_later_cohort_has_dates_of_its_own()
    {
        using var site = await Site.StartAsync();
        var third = await UidsAsync(site);
        await site.InDatabaseAsync(async db =>
        {
            var fourth = new Cohort(
                4, "第四期", new(2023, 7, 20), new(2024, 1, 31), new Yen(20_000), new RecruitmentPeriod(null, new(2023, 7, 30)),
                [new("orientation", 1, "研修", "オリエンテーション", SessionKind.Session, Place.Online, new(2023, 7, 20), new(2023, 7, 20), new(20, 30), new(21, 30))], []);
            fourth.Publish(DateTime.UnixEpoch);
            db.Add(fourth);
            db.Add(new Briefing("20230617", "話す会", "副題", new(2023, 6, 17), new(20, 30), new(21, 30), "https://example.jp").For(fourth));
            return await db.SaveChangesAsync();
        });

        var fourth = await UidsAsync(site);

        Assert.Contains("cohort-3-orientation@shiojiri-cxolab", third);
        Assert.Equal(2, third.Count(uid => uid.Contains("briefing", StringComparison.Ordinal)));
        Assert.Equal(["cohort-4-briefing-20230617@shiojiri-cxolab", "cohort-4-deadline@shiojiri-cxolab", "cohort-4-orientation@shiojiri-cxolab"], fourth.Order());
        var visitor = site.Visitor();
        Assert.Equal(["話す会副題"], (await visitor.OpenAsync("/briefings")).Texts(".event__title"));
        Assert.DoesNotContain("トークセッション", (await visitor.OpenAsync("/")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Briefings_from_before_they_had_a_cohort_are_those_of_the_first()
    {
        using var site = await Site.StartAsync();
        await site.InDatabaseAsync(db => db.Briefings.ExecuteUpdateAsync(set => set.SetProperty(b => b.CohortId, (int?)null)));
        await site.ReadAnewAsync();
        var none = await UidsAsync(site);

        await site.Services.MigrateAsync(CancellationToken.None);
        await site.ReadAnewAsync();

        Assert.DoesNotContain(none, uid => uid.Contains("briefing", StringComparison.Ordinal));
        Assert.Equal(2, (await UidsAsync(site)).Count(uid => uid.Contains("briefing", StringComparison.Ordinal)));
    }

    private static async Task<List<string>> UidsAsync(Site site) =>
        [.. Regex.Matches((await site.Visitor().OpenAsync("/schedule.ics")).Body, "UID:(\\S+)").Select(m => m.Groups[1].Value)];
}

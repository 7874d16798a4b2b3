using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Cohorts;

/// <summary>The archive: what was stays readable once a newer cohort is published.</summary>
public sealed class PastCohortsTests
{
    [Fact]
    public async Task While_there_is_one_cohort_there_is_no_archive_and_no_way_to_it()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor(followsRedirects: false);

        var own = await visitor.OpenAsync("/cohorts/3");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await visitor.OpenAsync("/cohorts")).Status, (await visitor.OpenAsync("/cohorts/2")).Status));
        Assert.Equal((HttpStatusCode.Redirect, "/recruit"), (own.Status, own.Answer.Headers.Location!.ToString()));
        Assert.Empty((await visitor.OpenAsync("/")).Html.QuerySelectorAll("a[href='/cohorts']"));
        Assert.DoesNotContain("/cohorts", (await visitor.OpenAsync("/sitemap.xml")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_a_newer_one_is_published_the_past_one_stays_with_its_dates_as_they_were()
    {
        using var site = await Site.StartAsync(new() { ["Site:PublicBaseUrl"] = "https://lab.example.jp" });
        await FourthAsync(site, new DateTime(2022, 6, 10, 0, 0, 0, DateTimeKind.Utc));
        await site.InDatabaseAsync(async db =>
        {
            var third = await db.Cohorts.Include(c => c.Sessions).SingleAsync(c => c.Ordinal == 3);
            var talk = third.Sessions.Single(s => s.Slug == "interim-presentation");
            talk.Change(talk.ToContents() with { MeetingUrl = "https://meet.example.jp/secret", Venue = "スナバ" });
            third.Sessions.Single(s => s.Slug == "specification-training").Cancel(DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });
        site.Clock.SetUtcNow(new DateTimeOffset(2023, 4, 1, 9, 0, 0, JapanTime.Offset));

        var home = await Page.OfAsync(site.Visitor().GetAsync(new Uri("https://lab.example.jp/")));
        var list = await Page.OfAsync(site.Visitor().GetAsync(new Uri("https://lab.example.jp/cohorts")));
        var page = await Page.OfAsync(site.Visitor().GetAsync(new Uri("https://lab.example.jp/cohorts/3")));
        var map = (await Page.OfAsync(site.Visitor().GetAsync(new Uri("https://lab.example.jp/sitemap.xml")))).Body;

        Assert.Equal("これまでの期", home.Text(".site-foot a[href='/cohorts']"));
        Assert.Equal(["第三期"], list.Texts(".deflist a"));
        Assert.Equal(("第三期", "2022年7月20日(水)〜2023年1月31日(火)"), (page.Heading, page.Definition("期間")));
        Assert.Equal("https://lab.example.jp/cohorts/3", page.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Contains("2022年7月20日(水) 20:30〜21:30 オリエンテーション オンライン", page.Texts(".when"));
        Assert.Contains("2022年7月30日(土) 11:00〜17:00 「仕様書」作成研修 中止", page.Texts(".when"));
        Assert.Equal(["会場：スナバ"], page.Texts(".sub"));
        Assert.DoesNotContain("secret", page.Body, StringComparison.Ordinal);
        Assert.Contains("https://lab.example.jp/cohorts/3<", map, StringComparison.Ordinal);
        Assert.DoesNotContain("/cohorts/4", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_that_is_not_published_is_nowhere_before_its_second()
    {
        using var site = await Site.StartAsync();
        var at = new DateTime(2022, 6, 11, 0, 0, 0, DateTimeKind.Utc);
        await FourthAsync(site, at);
        await site.InDatabaseAsync(async db =>
        {
            db.Add(new Cohort(2, "まだ秘密の期", new(2021, 7, 20), new(2022, 1, 31), new Yen(20_000), new RecruitmentPeriod(null, new(2021, 7, 30)), [], []));
            return await db.SaveChangesAsync();
        });
        site.Clock.SetUtcNow(new DateTimeOffset(at).AddSeconds(-1));
        var before = await SeenAsync();
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await SeenAsync();

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound], before);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK], after);

        async Task<List<HttpStatusCode>> SeenAsync()
        {
            var seen = new List<HttpStatusCode>();
            foreach (var path in new[] { "/cohorts", "/cohorts/2", "/cohorts/3", "/cohorts/4" })
            {
                var page = await site.Visitor().OpenAsync(path);
                Assert.DoesNotContain("まだ秘密の期", page.Body, StringComparison.Ordinal);
                seen.Add(page.Status);
            }

            return seen;
        }
    }

    [Fact]
    public async Task The_archive_leads_to_the_projects_of_its_year_once_there_are_some()
    {
        using var site = await Site.StartAsync();
        await OtherCohort.AddAsync(site);

        var page = await site.Visitor().OpenAsync("/cohorts/2");

        Assert.Equal("2021年度のプロジェクト（4件）", page.Text(".side a[href='/projects?year=2021']"));
        Assert.Empty(page.Texts("h2#cur-h"));
    }

    [Theory]
    [InlineData("/cohorts")]
    [InlineData("/cohorts/2")]
    public async Task The_archive_costs_one_statement(string path)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        await OtherCohort.AddAsync(site);
        await site.Visitor().OpenAsync(path);
        count.StartAgain();

        await site.Visitor().OpenAsync($"{path}?anew");

        Assert.Equal(1, count.Statements);
    }

    [Fact]
    public async Task A_past_cohort_keeps_its_public_themes_at_no_more_cost()
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.AddThemeAsync("手仕事");
        await staff.AddThemeAsync("まだ秘密のテーマ", isPublic: false);
        await FourthAsync(site, DateTime.UnixEpoch);
        await staff.AddThemeAsync("四期のテーマ", true, 4);
        await site.Visitor().OpenAsync("/cohorts/3");
        count.StartAgain();

        var page = await site.Visitor().OpenAsync("/cohorts/3?anew");
        var statements = count.Statements;

        Assert.Equal(["手仕事"], page.Texts("#themes h3"));
        Assert.Equal(1, statements);
        Assert.Equal("手仕事", (await site.Visitor().OpenAsync(page.Html.QuerySelector("#themes a")!.GetAttribute("href")!)).Heading);
    }

    private static Task<int> FourthAsync(Site site, DateTime publishedUtc) => site.InDatabaseAsync(async db =>
    {
        var cohort = new Cohort(4, "第四期", new(2023, 7, 20), new(2024, 1, 31), new Yen(20_000), new RecruitmentPeriod(null, new(2023, 7, 30)), [], []);
        cohort.Publish(publishedUtc);
        db.Add(cohort);
        return await db.SaveChangesAsync();
    });
}

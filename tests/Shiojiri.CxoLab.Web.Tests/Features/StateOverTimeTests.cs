using System.Net;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features;

/// <summary>What pages say follows from the clock, everywhere at once.</summary>
public sealed class StateOverTimeTests
{
    private static readonly DateTimeOffset LastSecond = new(2022, 7, 30, 14, 59, 59, TimeSpan.Zero);

    [Fact]
    public async Task Until_the_last_second_of_the_deadline_everything_is_open()
    {
        using var site = await Site.StartAsync(now: LastSecond);
        var visitor = site.Visitor();

        Assert.Equal("第三期メンバー 募集中", (await visitor.OpenAsync("/")).Text(".hero .badge"));
        var recruit = await visitor.OpenAsync("/recruit");
        Assert.Equal(("募集中", "7月30日(土) 23:59まで（日本時間）本日締切"), (recruit.Text("main .badge"), recruit.Text(".due--side")));
        Assert.Equal("第三期メンバー 申し込み", (await visitor.OpenAsync("/apply")).Heading);
    }

    [Fact]
    public async Task A_second_later_everything_is_closed()
    {
        using var site = await Site.StartAsync(now: LastSecond.AddSeconds(1));
        var visitor = site.Visitor();

        var home = await visitor.OpenAsync("/");
        Assert.Equal("第三期メンバー 募集終了", home.Text(".hero .badge"));
        Assert.Empty(home.Html.QuerySelectorAll("a[href='/apply']"));
        var recruit = await visitor.OpenAsync("/recruit");
        Assert.Equal("募集終了", recruit.Text("main .badge"));
        Assert.DoesNotContain("申し込み方法", recruit.Texts("dt"));
        Assert.Equal("第三期メンバーの募集は終了しました", (await visitor.OpenAsync("/apply")).Heading);
    }

    [Fact]
    public async Task After_the_term_the_next_cohort_is_being_prepared()
    {
        using var site = await Site.StartAsync(now: new DateTimeOffset(2023, 2, 1, 0, 0, 0, JapanTime.Offset));

        var home = await site.Visitor().OpenAsync("/");
        Assert.Equal("次期準備中", home.Text(".hero .badge"));
        Assert.DoesNotContain("20,000", home.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("20,000", (await site.Visitor().OpenAsync("/faq")).Words, StringComparison.Ordinal);
        Assert.StartsWith("終了した第三期の募集要項です。", (await site.Visitor().OpenAsync("/recruit")).Text(".page-head h1 + p"), StringComparison.Ordinal);
        Assert.Equal("次の期を準備しています", (await site.Visitor().OpenAsync("/apply")).Heading);
    }

    [Fact]
    public async Task A_form_opened_before_the_deadline_may_be_sent_half_an_hour_after_it()
    {
        using var site = await Site.StartAsync(now: LastSecond);
        var visitor = site.Visitor();
        var form = await visitor.OpenAsync("/apply");

        site.Clock.Advance(TimeSpan.FromMinutes(30));
        var check = await visitor.PostAsync("/apply/confirm", form.Filled());
        var complete = await visitor.SendAsync(check);

        Assert.Equal("お申し込みを受け付けました", complete.Heading);
    }

    [Fact]
    public async Task Posting_after_that_shows_the_closed_page()
    {
        using var site = await Site.StartAsync(now: LastSecond);
        var visitor = site.Visitor();
        var form = await visitor.OpenAsync("/apply");
        var check = await visitor.PostAsync("/apply/confirm", form.Filled());

        site.Clock.Advance(TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(1));
        var confirmed = await visitor.PostAsync("/apply/confirm", form.Filled());
        var sent = await visitor.SendAsync(check);

        Assert.Equal((HttpStatusCode.Conflict, "第三期メンバーの募集は終了しました"), (confirmed.Status, confirmed.Heading));
        Assert.Equal((HttpStatusCode.Conflict, "第三期メンバーの募集は終了しました"), (sent.Status, sent.Heading));
    }

    [Fact]
    public async Task An_application_sent_in_time_keeps_its_completion_page_after_the_deadline()
    {
        using var site = await Site.StartAsync(now: LastSecond);
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync();
        var first = await visitor.SendAsync(check);

        site.Clock.Advance(TimeSpan.FromDays(2));
        var again = await visitor.SendAsync(check);

        Assert.Equal("お申し込みを受け付けました", again.Heading);
        Assert.Equal(first.Text(".done__ref b"), again.Text(".done__ref b"));
    }

    [Fact]
    public async Task Whoever_joins_late_is_told_so()
    {
        using var site = await Site.StartAsync(now: new DateTimeOffset(2022, 7, 21, 9, 0, 0, JapanTime.Offset));
        var visitor = site.Visitor();

        foreach (var path in new[] { "/schedule", "/recruit", "/apply" })
        {
            Assert.Contains("第三期はもう始まっています", (await visitor.OpenAsync(path)).Text(".note"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Past_sessions_are_dimmed_and_briefings_are_over_at_their_last_minute()
    {
        using var site = await Site.StartAsync(now: new DateTimeOffset(2022, 6, 17, 21, 29, 59, JapanTime.Offset));
        var visitor = site.Visitor();
        var before = await visitor.OpenAsync("/briefings");
        Assert.Empty(before.Texts(".event--past"));

        site.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Single((await visitor.OpenAsync("/briefings")).Texts(".event--past"));
        var schedule = await visitor.OpenAsync("/schedule");
        Assert.StartsWith("6月17日(金)", Assert.Single(schedule.Texts(".is-past")), StringComparison.Ordinal);
        Assert.Empty(schedule.Html.QuerySelectorAll(".is-past a"));
    }

    [Fact]
    public async Task Briefings_to_come_stand_first_and_those_that_are_over_invite_nobody()
    {
        using var site = await Site.StartAsync(now: new DateTimeOffset(2022, 6, 20, 9, 0, 0, JapanTime.Offset));
        var visitor = site.Visitor();
        var between = await visitor.OpenAsync("/briefings");
        Assert.Equal(["29", "17"], between.Texts(".event .date__d"));
        Assert.Equal(["オンライン", "終了", "オンライン"], between.Texts(".event .tag"));
        Assert.Single(between.Html.QuerySelectorAll(".event .btn"));
        Assert.NotEmpty((await visitor.OpenAsync("/recruit")).Html.QuerySelectorAll("main a[href='/briefings']"));

        site.Clock.Advance(TimeSpan.FromDays(10));
        var after = await visitor.OpenAsync("/briefings");

        Assert.Equal("予定していた説明会は、すべて終了しました。", after.Text(".page-head > p"));
        Assert.Empty(after.Html.QuerySelectorAll(".event .btn"));
        Assert.DoesNotContain("聞いてみませんか", after.Words, StringComparison.Ordinal);
        Assert.Empty((await visitor.OpenAsync("/recruit")).Html.QuerySelectorAll("main a[href='/briefings']"));
    }

    [Fact]
    public async Task The_schedule_is_in_date_order()
    {
        using var site = await Site.StartAsync();

        var entries = (await site.Visitor().OpenAsync("/schedule")).Html.QuerySelectorAll(".tl__item")
            .Select(item => $"{item.QuerySelector("time")!.TextContent} {item.QuerySelector("h3")!.TextContent}");

        Assert.Equal(
            [
                "6月17日(金) 募集説明イベント", "6月29日(水) 募集説明イベント", "7月20日(水) オリエンテーション",
                "7月20日(水)〜2023年1月31日(火) メンバー交流会・限定イベント", "7月30日(土) 「仕様書」作成研修", "7月30日(土) 応募締切",
                "8月1日(月)〜9月4日(日) 副業による地域・社会課題解決への伴走", "8月24日(水) 「仕様書」作成中間発表会",
                "10月1日(土)・10月2日(日) 現地フィールドワーク", "1月31日(火) 第三期の最終日",
            ],
            entries);
    }

    [Fact]
    public async Task Without_a_cohort_the_site_says_that_one_is_being_prepared()
    {
        using var site = await Site.StartAsync();
        await site.InDatabaseAsync(async db =>
        {
            db.RemoveRange(db.Briefings);
            db.RemoveRange(db.Cohorts);
            return await db.SaveChangesAsync();
        });

        foreach (var path in new[] { "/recruit", "/schedule", "/apply" })
        {
            Assert.Equal("次の期を準備しています", (await site.Visitor().OpenAsync(path)).Heading);
        }

        Assert.Equal("次期準備中", (await site.Visitor().OpenAsync("/")).Text(".hero .badge"));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Briefings;

/// <summary>The briefings of a cohort's recruitment, as staff keep them and visitors see them.</summary>
public sealed class BriefingsTests
{
    private const string List = "/admin/cohorts/3/briefings";
    private const string Form = "form.form";

    [Fact]
    public async Task A_briefing_that_is_added_stands_on_the_site_once_and_says_when_nobody_can_sign_up_yet()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = With(await staff.OpenAsync($"{List}/new"), ("Title", "話を聞く会"), ("HeldOn", "7/6"), ("StartsAt", "20時"), ("EndsAt", "21時半"));

        var added = await staff.PostAsync(List, fields);
        await staff.PostAsync(List, fields);

        Assert.Equal("「話を聞く会」を足しました", added.Text(".saved"));
        var page = await site.Visitor().OpenAsync("/briefings");
        Assert.Equal(3, page.Html.QuerySelectorAll(".event").Length);
        var card = page.Html.QuerySelectorAll(".event").Single(e => e.TextContent.Contains("話を聞く会", StringComparison.Ordinal));
        Assert.Contains("申し込みの受付は、決まりしだいこのページでお知らせします。", card.TextContent, StringComparison.Ordinal);
        Assert.Null(card.QuerySelector("a"));
        Assert.Contains("20:00〜21:30", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("説明会第三期「話を聞く会」を追加（7月6日(水) 20:00〜21:30）", (await staff.OpenAsync("/admin/audit")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_changed_or_called_off_stands_so_on_the_site_and_in_calendars()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var changed = await staff.PostAsync(
            $"{List}/20220617", With(await staff.OpenAsync($"{List}/20220617/edit"), ("HeldOn", "6月18日"), ("SignUpUrl", "https://example.jp/sign-up")));
        var done = await staff.PostAsync($"{List}/20220629/cancellation", (await staff.OpenAsync($"{List}/20220629/cancellation")).Fields("form.btns"));

        Assert.Equal("「塩尻市特任CxO トークセッション」を保存しました", changed.Text(".saved"));
        Assert.EndsWith("を中止にしました", done.Text(".saved"), StringComparison.Ordinal);
        var page = await site.Visitor().OpenAsync("/briefings");
        Assert.Equal(["https://example.jp/sign-up"], page.Html.QuerySelectorAll(".event a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["地域プレーヤー×初代メンバー パネルディスカッション"], page.Texts(".event__title s"));
        Assert.Contains("この説明会は中止になりました。", page.Words, StringComparison.Ordinal);
        var calendar = (await site.Visitor().OpenAsync("/schedule.ics")).Body;
        Assert.Contains("20220618T113000Z", calendar, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", (await site.Visitor().OpenAsync("/schedule/briefing-20220629.ics")).Body, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", (await site.Visitor().OpenAsync("/schedule/briefing-20220629.ics")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().OpenAsync("/")).Status);

        await staff.PostAsync($"{List}/20220629/restoration", (await staff.OpenAsync($"{List}/20220629/cancellation")).Fields("form.btns"));
        Assert.Empty((await site.Visitor().OpenAsync("/briefings")).Texts(".event__title s"));
    }

    [Theory]
    [InlineData("Title", "", "題名を入力してください")]
    [InlineData("HeldOn", "2022-06-31", "日付を 2022-06-29 や 6/29 のように入力してください")]
    [InlineData("StartsAt", "夜", "はじまりの時刻を 20:30 のように入力してください")]
    [InlineData("EndsAt", "20:00", "おわりの時刻を、はじまりより後にしてください")]
    [InlineData("SignUpUrl", "http://example.jp/", "https:// で始まるアドレスを入力するか、空にしてください")]
    [InlineData("SignUpUrl", "https://example.jp@evil.example/ a", "https:// で始まるアドレスを入力するか、空にしてください")]
    public async Task A_fault_is_told_at_its_field_and_nothing_typed_is_lost(string field, string typed, string message)
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.PostAsync($"{List}/20220617", With(await staff.OpenAsync($"{List}/20220617/edit"), (field, typed)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(($"エラー {message}", typed), (page.Text($"#{field.ToLowerInvariant()}-error"), page.Fields(Form)[field]));
    }

    [Fact]
    public async Task Of_two_people_the_second_sees_both_texts_and_loses_none()
    {
        using var site = await Site.StartAsync();
        var (first, second) = (await site.StaffAsync(Role.Administrator, "はじめ"), await site.StaffAsync(Role.Administrator, "つぎ"));
        var opened = await second.OpenAsync($"{List}/20220617/edit");
        await first.PostAsync($"{List}/20220617", With(await first.OpenAsync($"{List}/20220617/edit"), ("Title", "はじめの題")));

        var stale = await second.PostAsync($"{List}/20220617", With(opened, ("Title", "つぎの題")));
        var saved = await second.PostAsync($"{List}/20220617", stale.Fields(Form));

        Assert.Equal((HttpStatusCode.Conflict, "はじめの題", "つぎの題"), (stale.Status, stale.Text(".stale del"), stale.Text(".stale ins")));
        Assert.Equal("「つぎの題」を保存しました", saved.Text(".saved"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public async Task The_page_costs_the_same_however_many_there_are(int many)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        await site.InDatabaseAsync(async db =>
        {
            var cohort = await db.Cohorts.SingleAsync();
            db.AddRange(Enumerable.Range(1, many).Select(n => new CxoLab.Briefings.Briefing($"b{n}", $"会{n}", "", new(2022, 6, 20), new(20, 0), new(21, 0), null).For(cohort)));
            return await db.SaveChangesAsync();
        });
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.OpenAsync(List);
        count.StartAgain();

        await staff.OpenAsync(List);

        Assert.InRange(count.Statements, 1, 7);
    }

    private static Dictionary<string, string> With(Page page, params (string Field, string Value)[] changes)
    {
        var fields = page.Fields(Form);
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return fields;
    }
}

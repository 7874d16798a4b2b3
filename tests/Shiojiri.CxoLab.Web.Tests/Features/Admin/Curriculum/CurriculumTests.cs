using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Curriculum;

/// <summary>The dates of a cohort, and what visitors and their calendars learn of each change.</summary>
public sealed class CurriculumTests
{
    private const string List = "/admin/cohorts/3/sessions";
    private const string Form = "form.form";

    [Fact]
    public async Task A_date_that_is_added_stands_on_the_site_and_a_form_sent_twice_adds_one()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = With(
            await staff.OpenAsync($"{List}/new"), ("Title", "成果発表会"), ("StartsOn", "11/5"), ("StartsAt", "13時"), ("EndsAt", "16:30"), ("Part", "3"), ("PartTitle", "現地フィールドワーク"),
            ("Place", "Both"), ("Venue", "市民交流センター"), ("MeetingPlace", "塩尻駅東口"), ("MeetingUrl", "https://example.jp/secret-room"), ("Required", "yes"), ("Note", "最後に集まる日です。"));
        fields["StartsOn"] = "2022-11-05";

        var added = await staff.PostAsync(List, fields);
        await staff.PostAsync(List, fields);

        Assert.Equal("「成果発表会」を足しました", added.Text(".saved"));
        Assert.Equal(7, await site.InDatabaseAsync(db => db.Cohorts.SelectMany(c => c.Sessions).CountAsync()));
        var (schedule, recruit, calendar) = await SiteAsync(site);
        foreach (var words in new[] { schedule.Words, recruit.Words })
        {
            foreach (var part in new[] { "11月5日(土)", "13:00〜16:30", "成果発表会", "現地とオンライン", "原則参加の日です。", "会場：市民交流センター", "集合：塩尻駅東口", "最後に集まる日です。" })
            {
                Assert.Contains(part, words, StringComparison.Ordinal);
            }
        }

        Assert.Contains("LOCATION:市民交流センター、またはオンライン", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-room", schedule.Body + recruit.Body + calendar + (await site.Visitor().OpenAsync("/")).Body + (await site.Visitor().OpenAsync("/faq")).Body, StringComparison.Ordinal);
        Assert.Contains("日程第三期「成果発表会」を追加（11月5日(土) 13:00〜16:30）", (await staff.OpenAsync("/admin/audit")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_shows_old_and_new_first_and_visitors_learn_that_it_moved()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var before = Event((await SiteAsync(site)).Calendar, "interim-presentation");

        var form = await staff.OpenAsync($"{List}/interim-presentation/move");
        var check = await staff.PostAsync($"{List}/interim-presentation/move/check", With(form, ("StartsOn", "2022年9月1日(木)")));
        var untouched = Event((await SiteAsync(site)).Calendar, "interim-presentation");
        var moved = await staff.PostAsync($"{List}/interim-presentation/move", check.Fields("form.btns"));

        Assert.Equal(("8月24日(水) 21:00〜22:30", "9月1日(木) 21:00〜22:30"), (check.Text(".diff del"), check.Text(".diff ins")));
        Assert.Contains("曜日が変わります（水曜日から木曜日）。", check.Texts(".effects li"));
        Assert.Equal("「『仕様書』作成中間発表会」を9月1日(木) 21:00〜22:30に移しました", moved.Text(".saved"));
        Assert.Contains("前は 8月24日(水) 21:00〜22:30", moved.Words, StringComparison.Ordinal);
        var (schedule, recruit, calendar) = await SiteAsync(site);
        Assert.Contains("日程が変わりました（前は8月24日(水) 21:00〜22:30）。", schedule.Words, StringComparison.Ordinal);
        Assert.Contains("日程が変わりました（前は8月24日(水) 21:00〜22:30）。", recruit.Words, StringComparison.Ordinal);
        var after = Event(calendar, "interim-presentation");
        Assert.Equal(before["DTSTART"], untouched["DTSTART"]);
        Assert.Equal(("20220824T120000Z", "0"), (before["DTSTART"], before.GetValueOrDefault("SEQUENCE", "0")));
        Assert.Equal(("20220901T120000Z", "1", before["UID"]), (after["DTSTART"], after["SEQUENCE"], after["UID"]));
        Assert.Contains("日程第三期「『仕様書』作成中間発表会」を移動: 8月24日(水) 21:00〜22:30 から 9月1日(木) 21:00〜22:30", (await staff.OpenAsync("/admin/audit")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_called_off_is_struck_through_told_to_calendars_and_asked_of_nobody_and_can_be_put_back()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var question = await staff.OpenAsync($"{List}/field-work/cancellation");
        var done = await staff.PostAsync($"{List}/field-work/cancellation", question.Fields("form.btns"));

        Assert.Equal("「「現地フィールドワーク」を中止しますか", "「" + question.Heading);
        Assert.Equal("「現地フィールドワーク」を中止にしました", done.Text(".saved"));
        var (schedule, recruit, calendar) = await SiteAsync(site);
        Assert.Equal(["現地フィールドワーク"], schedule.Texts(".tl__what s"));
        Assert.Contains("中止", recruit.Words, StringComparison.Ordinal);
        var cancelled = Event(calendar, "field-work");
        Assert.Equal(("CANCELLED", "1"), (cancelled["STATUS"], cancelled["SEQUENCE"]));
        Assert.Null((await site.Visitor().OpenAsync("/apply")).Html.QuerySelector("[name='Attendance[field-work]']"));
        Assert.Equal("お申し込みを受け付けました", (await site.Visitor().ApplyAsync()).Heading);
        Assert.DoesNotContain("10月1日", (await site.Visitor().OpenAsync("/faq")).Words, StringComparison.Ordinal);

        await staff.PostAsync($"{List}/field-work/restoration", (await staff.OpenAsync($"{List}/field-work/cancellation")).Fields("form.btns"));
        var back = Event((await SiteAsync(site)).Calendar, "field-work");
        Assert.Equal((false, "2"), (back.ContainsKey("STATUS"), back["SEQUENCE"]));
    }

    [Fact]
    public async Task While_a_cohort_is_not_published_a_date_leaves_no_trace_and_afterwards_it_can_only_be_called_off()
    {
        using var site = await Site.StartAsync();
        await site.FourthAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var opened = await staff.OpenAsync("/admin/cohorts/4/sessions/secret-session/cancellation");
        var move = await staff.OpenAsync("/admin/cohorts/4/sessions/secret-session/move");
        await staff.PostAsync("/admin/cohorts/4/sessions/secret-session/move", With(move, ("StartsOn", "2023-08-05")));

        var stale = await staff.PostAsync("/admin/cohorts/4/sessions/secret-session/removal", opened.Fields("form.btns"));
        var removed = await staff.PostAsync("/admin/cohorts/4/sessions/secret-session/removal", stale.Fields("form.btns"));
        var seen = await staff.PostAsync($"{List}/orientation/removal", (await staff.OpenAsync($"{List}/orientation/cancellation")).Fields("form.btns"));

        Assert.Equal(("「秘密の研修」を削除しますか", HttpStatusCode.Conflict), (opened.Heading, stale.Status));
        Assert.Equal("「秘密の研修」を削除しました", removed.Text(".saved"));
        Assert.Equal(HttpStatusCode.Conflict, seen.Status);
        Assert.Equal(6, await site.InDatabaseAsync(db => db.Cohorts.SelectMany(c => c.Sessions).CountAsync()));
    }

    [Fact]
    public async Task Visitors_are_not_told_of_a_move_that_they_could_not_have_seen()
    {
        using var site = await Site.StartAsync();
        await site.FourthAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var path = "/admin/cohorts/4/sessions/secret-session/move";

        await staff.PostAsync(path, With(await staff.OpenAsync(path), ("StartsOn", "2023-08-05")));

        Assert.Null(await site.InDatabaseAsync(db => db.Cohorts.Where(c => c.Ordinal == 4).SelectMany(c => c.Sessions).Select(s => s.MovedFrom).SingleAsync()));
    }

    [Theory]
    [InlineData("Title", "", "名前を入力してください")]
    [InlineData("StartsOn", "2023年2月29日", "日付を 2022-07-20 や 7/20 のように入力してください")]
    [InlineData("EndsOn", "2022-07-01", "おわりの日を、はじまりと同じ日か後の日にしてください")]
    [InlineData("StartsAt", "25:00", "時刻を 20:30 のように入力するか、空にしてください")]
    [InlineData("EndsAt", "", "時刻は、はじまりとおわりの両方を入力するか、両方を空にしてください")]
    [InlineData("EndsAt", "20:30", "おわりの時刻を、はじまりより後にしてください")]
    [InlineData("Part", "0", "段階の番号を1から20までの数で入力してください")]
    [InlineData("PartTitle", "", "段階の名前を入力してください")]
    [InlineData("Place", "Moon", "場所を選んでください")]
    [InlineData("MeetingUrl", "http://example.jp/", "https:// で始まるアドレスを入力してください")]
    [InlineData("MeetingUrl", "javascript:alert(1)", "https:// で始まるアドレスを入力してください")]
    public async Task A_fault_is_told_at_its_field_and_nothing_typed_is_lost(string field, string typed, string message)
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = With(
            await staff.OpenAsync($"{List}/new"), ("Title", "会"), ("StartsOn", "2022-07-02"), ("StartsAt", "20:30"), ("EndsAt", "21:30"), ("Part", "1"), ("PartTitle", "研修"), ("Place", "Online"),
            (field, typed));

        var page = await staff.PostAsync(List, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal($"エラー {message}", page.Text($"#{field.ToLowerInvariant()}-error"));
        Assert.True(field == "Place" || page.Fields(Form)[field] == typed);
    }

    [Fact]
    public async Task Of_two_people_the_second_sees_both_texts_and_loses_none()
    {
        using var site = await Site.StartAsync();
        var (first, second) = (await site.StaffAsync(Role.Administrator, "はじめ"), await site.StaffAsync(Role.Administrator, "つぎ"));
        var opened = await second.OpenAsync($"{List}/orientation/edit");
        var moving = await second.OpenAsync($"{List}/orientation/move");
        await first.PostAsync($"{List}/orientation", With(await first.OpenAsync($"{List}/orientation/edit"), ("Title", "はじまりの会")));

        var stale = await second.PostAsync($"{List}/orientation", With(opened, ("Title", "つぎの会")));
        var move = await second.PostAsync($"{List}/orientation/move/check", With(moving, ("StartsOn", "2022-07-27")));
        var saved = await second.PostAsync($"{List}/orientation", stale.Fields(Form));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (stale.Status, move.Status));
        Assert.Equal(("はじまりの会", "つぎの会", "つぎの会"), (stale.Text(".stale del"), stale.Text(".stale ins"), stale.Fields(Form)["Title"]));
        Assert.Equal(("7月20日(水) 20:30〜21:30", "7月27日(水) 20:30〜21:30"), (move.Text(".stale del"), move.Text(".stale ins")));
        Assert.Equal("「つぎの会」を保存しました", saved.Text(".saved"));
        Assert.Contains("日程第三期「はじまりの会」を変更: 名前 はじまりの会 から つぎの会", (await first.OpenAsync("/admin/audit")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/new")]
    [InlineData("/orientation/edit")]
    [InlineData("/orientation/move")]
    [InlineData("/orientation/cancellation")]
    public async Task A_page_costs_few_statements(string path)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.OpenAsync(List + path);
        count.StartAgain();

        await staff.OpenAsync(List + path);

        Assert.InRange(count.Statements, 1, 6);
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

    private static async Task<(Page Schedule, Page Recruit, string Calendar)> SiteAsync(Site site)
    {
        var visitor = site.Visitor();
        return (await visitor.OpenAsync("/schedule"), await visitor.OpenAsync("/recruit"), (await visitor.OpenAsync("/schedule.ics")).Body.Replace("\r\n ", "", StringComparison.Ordinal));
    }

    // The lines of one event by their names.
    private static Dictionary<string, string> Event(string calendar, string slug) => calendar.Split("BEGIN:VEVENT")
        .Single(e => e.Contains($"UID:cohort-3-{slug}@", StringComparison.Ordinal)).Split("END:VEVENT")[0].Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(line => line.Split(':', ';')[0], line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
}

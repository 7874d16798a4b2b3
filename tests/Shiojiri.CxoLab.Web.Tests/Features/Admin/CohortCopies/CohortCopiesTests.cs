using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.CohortCopies;

/// <summary>The next cohort, made from one by staff.</summary>
public sealed class CohortCopiesTests
{
    private const string Path = "/admin/cohorts/3/clone";
    private const string Form = "form.gap";

    private static readonly string[] Keys = ["term-starts", "term-ends", "closes", "briefing-20220617", "briefing-20220629"];

    [Fact]
    public async Task All_days_are_proposed_a_year_later_on_the_same_day_of_the_week_and_stored_with_all_that_belongs_to_the_cohort()
    {
        using var site = await Site.StartAsync();
        var third = await FilledAsync(site);
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.OpenAsync(Path);
        var before = await site.Visitor().OpenAsync("/");
        var saved = await staff.PostAsync(Path, page.Fields(Form));

        Assert.Equal("第四期", page.Fields(Form)["Name"]);
        Assert.Equal(
            ["2023-07-19", "2024-01-30", "2023-07-29", "2023-06-16", "2023-06-28"],
            Keys.Select(key => page.Fields(Form)[$"Days[{key}]"]));
        Assert.All(page.Html.QuerySelectorAll("tbody tr"), row => Assert.True(row.QuerySelector(".yn") is not null || row.QuerySelector(".hintbox") is not null));
        Assert.Equal("第四期を準備中として保存しました。サイトにはまだ出ていません", saved.Text(".saved"));
        Assert.Equal("準備中いま", saved.Text(".life [aria-current]"));
        Assert.Equal(before.Body.Length, (await site.Visitor().OpenAsync("/")).Body.Length);
        await AssertIsCopyAsync(site, third);
        Assert.Contains("第三期を写して第四期を作成", (await staff.OpenAsync("/admin/audit")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_number_of_weeks_moves_all_days_anew_and_single_days_can_be_changed()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = (await staff.OpenAsync(Path)).Fields(Form);
        fields["Weeks"] = "26週";

        var moved = await staff.PostAsync($"{Path}/days", fields);
        fields = moved.Fields(Form);
        fields["Days[session-orientation]"] = "令和5年1月20日";
        var check = await staff.PostAsync($"{Path}/check", fields);
        await staff.PostAsync(Path, check.Fields(Form));

        Assert.Equal(("2023-01-18", "2023-08-01"), (moved.Fields(Form)["Days[term-starts]"], moved.Fields(Form)["Days[term-ends]"]));
        Assert.Contains("曜日が変わります（水曜日から金曜日）", check.Words, StringComparison.Ordinal);
        Assert.Equal(
            new DateOnly(2023, 1, 20),
            await site.InDatabaseAsync(db => db.Cohorts.Where(c => c.Ordinal == 4).SelectMany(c => c.Sessions).Where(s => s.Slug == "orientation").Select(s => s.StartsOn).SingleAsync()));
    }

    [Theory]
    [InlineData("Name", "", "期の名前を入力してください", "name")]
    [InlineData("Weeks", "0", "ずらす週の数を1から520までの数で入力してください", "weeks")]
    [InlineData("Days[closes]", "7/29", "応募の締切を 2023-07-19 のように、年から入力してください", "days-closes")]
    [InlineData("Days[term-ends]", "2023-07-01", "期間のおわりを、はじまりと同じ日か後の日にしてください", "days-term-ends")]
    [InlineData("Days[session-field-work-ends]", "2023-09-01", "現地フィールドワーク おわりを、はじまりと同じ日か後の日にしてください", "days-session-field-work-ends")]
    public async Task A_fault_is_told_at_its_field_and_nothing_typed_is_lost(string field, string typed, string message, string id)
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = (await staff.OpenAsync(Path)).Fields(Form);
        fields[field] = typed;

        var page = await staff.PostAsync(Path, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(($"エラー {message}", typed), (page.Text($"#{id}-error"), page.Fields(Form)[field]));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Cohorts.CountAsync()));
    }

    [Fact]
    public async Task Of_two_people_one_makes_the_next_cohort()
    {
        using var site = await Site.StartAsync();
        var (first, second) = (await site.StaffAsync(Role.Administrator, "はじめ"), await site.StaffAsync(Role.Administrator, "つぎ"));
        var opened = (await second.OpenAsync(Path)).Fields(Form);
        await first.PostAsync(Path, (await first.OpenAsync(Path)).Fields(Form));
        opened["Name"] = "次の期";

        var taken = await second.PostAsync(Path, opened);

        Assert.Equal((HttpStatusCode.Conflict, "次の期"), (taken.Status, taken.Fields(Form)["Name"]));
        Assert.Equal(2, await site.InDatabaseAsync(db => db.Cohorts.CountAsync()));
        Assert.Equal(HttpStatusCode.OK, (await second.PostAsync(Path, taken.Fields(Form))).Status);
        Assert.Equal([3, 4, 5], await site.InDatabaseAsync(db => db.Cohorts.Select(c => c.Ordinal).Order().ToListAsync()));
    }

    [Fact]
    public async Task The_page_costs_few_statements()
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.OpenAsync(Path);
        count.StartAgain();

        await staff.OpenAsync(Path);

        Assert.InRange(count.Statements, 1, 9);
    }

    // The third with an account, criteria and a mail text of its own.
    private static Task<int> FilledAsync(Site site) => site.InDatabaseAsync(async db =>
    {
        var third = await db.Cohorts.SingleAsync();
        db.Add(new ReviewCriterion(third.Id, 1, "志", "なぜ塩尻か", 2));
        db.Add(new ReviewCriterion(third.Id, 2, "力", null, 1));
        var template = new MailTemplate(third.Id, MailKind.PaymentThanks);
        template.Write(new MailText("入金のお礼", "題", "本文"), Actor.CommandLine, DateTime.UnixEpoch);
        db.Add(template);
        db.Add(SettingRevision.Of(third.Id, SettingSection.Account, 1, new AccountValues("第三期の銀行", "支店", "普通", "1234567", "カナ"), Actor.CommandLine, DateTime.UnixEpoch));
        third.Limits(20, isAbout: true, 3, 1);
        await db.SaveChangesAsync();
        return third.Id;
    });

    private static Task<int> AssertIsCopyAsync(Site site, int third) => site.InDatabaseAsync(async db =>
    {
        var all = await db.Cohorts.AsNoTracking().Include(c => c.Sessions).Include(c => c.InterestAreas).AsSplitQuery().OrderBy(c => c.Ordinal).ToListAsync();
        var (source, next) = (all[0], all[1]);
        Assert.Equal((4, (DateTime?)null, 20, true, 0, 0), (next.Ordinal, next.PublishedUtc, next.Capacity, next.CapacityIsAbout, next.PlacesTaken, next.Waiting));
        Assert.Equal(
            source.Sessions.Select(s => (s.Slug, s.Title, s.StartsOn.AddDays(364), s.EndsOn.AddDays(364), s.StartsAt)).Order(),
            next.Sessions.Select(s => (s.Slug, s.Title, s.StartsOn, s.EndsOn, s.StartsAt)).Order());
        Assert.Equal(source.InterestAreas.Select(a => a.Name).Order(), next.InterestAreas.Select(a => a.Name).Order());
        var briefings = await db.Briefings.Where(b => b.CohortId == next.Id).ToListAsync();
        Assert.All(briefings, b => Assert.Null(b.SignUpUrl));
        Assert.Equal([new(2023, 6, 16), new(2023, 6, 28)], briefings.Select(b => b.HeldOn).Order());
        Assert.Equal(["志", "力"], await db.ReviewCriteria.Where(c => c.CohortId == next.Id).OrderBy(c => c.Position).Select(c => c.Name).ToListAsync());
        Assert.Equal(["入金のお礼"], await db.MailTemplates.Where(t => t.CohortId == next.Id).Select(t => t.Subject).ToListAsync());
        Assert.Equal([third], await db.SettingRevisions.Select(r => r.CohortId!.Value).ToListAsync());
        return 0;
    });
}

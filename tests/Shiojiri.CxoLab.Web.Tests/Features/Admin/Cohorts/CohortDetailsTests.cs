using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Cohorts;

/// <summary>Name, term, fee, places and days of recruitment: one form, told what it means before it is saved.</summary>
public sealed class CohortDetailsTests
{
    private const string Path = "/admin/cohorts/3/details";
    private const string Form = "form.form";
    private const string SaveForm = "form[action='/admin/cohorts/3/details']";
    private const string BackForm = "form[action='/admin/cohorts/3/details/edit']";

    [Fact]
    public async Task Everything_is_told_before_it_is_saved_and_stands_on_the_site_afterwards()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator, "見本 花子");

        var check = await CheckAsync(
            staff, ("Name", "第３期（夏）"), ("StartsOn", "7/21"), ("EndsOn", "令和5年2月1日"), ("Fee", "２５，０００円"), ("Capacity", "20名"), ("About", "yes"), ("ClosesOn", "8/6"));
        var untouched = await site.InDatabaseAsync(db => db.Cohorts.AsNoTracking().SingleAsync());
        var saved = await staff.PostAsync(Path, check.Fields(SaveForm));

        Assert.Equal("第三期をこのように変えますか", check.Heading);
        Assert.Equal(
            [
                "名前: 第三期 → 第３期（夏）", "期間のはじまり: 2022年7月20日(水) → 2022年7月21日(木)", "期間のおわり: 2023年1月31日(火) → 2023年2月1日(水)",
                "参加費: 20,000円（税込） → 25,000円（税込）", "定員: 決めていません → 約20名", "応募の締切: 2022年7月30日(土) → 2022年8月6日(土)",
            ],
            check.Texts(".diff dt").Zip(check.Texts(".diff del"), check.Texts(".diff ins")).Select(t => $"{t.First}: {t.Second} → {t.Third}"));
        Assert.Contains("8月6日(土) 23:59まで（日本時間）受け付けます。", check.Texts(".effects li"));
        Assert.Equal(("第三期", 20_000), (untouched.Name, untouched.Fee.Amount));
        Assert.Equal(("第３期（夏）の内容を保存しました", "第３期（夏）"), (saved.Text(".saved"), saved.Heading));
        var recruit = await site.Visitor().OpenAsync("/recruit");
        Assert.Equal("第３期（夏）メンバー 募集要項", recruit.Heading);
        Assert.Contains("25,000円（税込）", recruit.Words, StringComparison.Ordinal);
        Assert.Contains("2022年8月6日(土) 23:59まで", recruit.Words, StringComparison.Ordinal);
        Assert.Contains("第三期を変更: 名前 第三期 から 第３期（夏）、", (await staff.OpenAsync("/admin/audit")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", "", "期の名前を入力してください")]
    [InlineData("EndsOn", "2022-07-19", "期間のおわりを、はじまりと同じ日か後の日にしてください")]
    [InlineData("StartsOn", "2022-02-30", "日付を 2022-07-20 や 7/20 のように入力してください")]
    [InlineData("StartsOn", "2022年7月20日(金)", "日付を 2022-07-20 や 7/20 のように入力してください")]
    [InlineData("OpensOn", "2022-07-31", "応募の締切を、募集の開始と同じ日か後の日にしてください", "ClosesOn")]
    [InlineData("OpensOn", "来週", "日付を 2022-07-20 や 7/20 のように入力してください")]
    [InlineData("ClosesOn", "", "日付を 2022-07-20 や 7/20 のように入力してください")]
    [InlineData("Fee", "-1", "参加費を円で入力してください。例：20,000。かからないときは0")]
    [InlineData("Fee", "100.5", "参加費を円で入力してください。例：20,000。かからないときは0")]
    [InlineData("Capacity", "0", "定員を1から9999までの数で入力するか、空にしてください")]
    [InlineData("Capacity", "多数", "定員を1から9999までの数で入力するか、空にしてください")]
    public async Task A_fault_is_told_at_its_field_and_nothing_typed_is_lost(string field, string typed, string message, string? at = null)
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await CheckAsync(staff, (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(($"エラー {message}", typed), (page.Text($"#{(at ?? field).ToLowerInvariant()}-error"), page.Fields(Form)[field]));
    }

    [Fact]
    public async Task The_same_day_may_begin_and_end_a_term_and_recruitment_and_a_fee_may_be_nothing()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        await SaveAsync(staff, ("StartsOn", "2022-07-20"), ("EndsOn", "2022-07-20"), ("OpensOn", "2022-06-10"), ("ClosesOn", "2022-06-10"), ("Fee", "0"));

        var cohort = await site.InDatabaseAsync(db => db.Cohorts.AsNoTracking().SingleAsync());
        Assert.Equal((new DateOnly(2022, 7, 20), new DateOnly(2022, 7, 20), 0), (cohort.TermStartsOn, cohort.TermEndsOn, cohort.Fee.Amount));
        Assert.Equal(new RecruitmentPeriod(new(2022, 6, 10), new(2022, 6, 10)), cohort.Recruitment);
    }

    [Fact]
    public async Task Going_back_from_the_check_keeps_what_was_typed()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var check = await CheckAsync(staff, ("Name", "夏の期"), ("Capacity", "12"));

        var back = await staff.PostAsync($"{Path}/edit", check.Fields(BackForm));

        Assert.Equal(("夏の期", "12"), (back.Fields(Form)["Name"], back.Fields(Form)["Capacity"]));
    }

    [Fact]
    public async Task Of_two_people_the_second_sees_both_texts_and_may_go_on()
    {
        using var site = await Site.StartAsync();
        var (first, second) = (await site.StaffAsync(Role.Administrator, "はじめ"), await site.StaffAsync(Role.Administrator, "つぎ"));
        var opened = await second.OpenAsync(Path);
        var late = await CheckAsync(second, ("Name", "つぎの期"));
        await SaveAsync(first, ("Name", "はじめの期"));

        var mine = opened.Fields(Form);
        mine["Name"] = "つぎの期";
        var stale = await second.PostAsync($"{Path}/check", mine);
        var atLast = await second.PostAsync(Path, late.Fields(SaveForm));
        var again = await second.PostAsync(Path, (await second.PostAsync($"{Path}/check", stale.Fields(Form))).Fields(SaveForm));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (stale.Status, atLast.Status));
        Assert.Equal(("はじめの期", "つぎの期", "つぎの期"), (stale.Text(".stale del"), stale.Text(".stale ins"), stale.Fields(Form)["Name"]));
        Assert.Equal("つぎの期の内容を保存しました", again.Text(".saved"));
    }

    [Fact]
    public async Task Who_was_put_under_another_application_holds_no_place_and_waits_for_none()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await site.ReceiveAsync(2);
        await site.InDatabaseAsync(async db =>
        {
            var main = await db.Applications.MinAsync(a => a.Id);
            return await db.Applications.Where(a => a.Id != main).ExecuteUpdateAsync(set => set
                .SetProperty(a => a.Status, ApplicationStatus.Waitlisted).SetProperty(a => a.HoldsPlace, false).SetProperty(a => a.MergedIntoId, main));
        });

        await staff.PostAsync(Path, (await CheckAsync(staff, ("Capacity", "3"))).Fields(SaveForm));

        var cohort = await site.InDatabaseAsync(db => db.Cohorts.AsNoTracking().SingleAsync());
        Assert.Equal((1, 0), (cohort.PlacesTaken, cohort.Waiting));
        Assert.Contains("1件", (await staff.OpenAsync("/admin/cohorts/3")).Texts(".go small"));
    }

    [Fact]
    public async Task A_capacity_that_is_set_later_counts_those_who_applied_before()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await site.ReceiveAsync(3);

        var check = await CheckAsync(staff, ("Capacity", "3"));
        await staff.PostAsync(Path, check.Fields(SaveForm));
        await site.Visitor().ApplyAsync();

        Assert.Equal(
            ["いま席のある方は3名、補欠の方は0名です。どなたの席も、この変更では動きません。", "これからのお申し込みは、補欠として受け付けます。"], check.Texts(".effects li"));
        var cohort = await site.InDatabaseAsync(db => db.Cohorts.AsNoTracking().SingleAsync());
        Assert.Equal((3, 3, 1), (cohort.Capacity, cohort.PlacesTaken, cohort.Waiting));
        Assert.Equal(ApplicationStatus.Waitlisted, await site.InDatabaseAsync(db => db.Applications.OrderByDescending(a => a.Id).Select(a => a.Status).FirstAsync()));

        // The one who waits comes first, although there are places again.
        Assert.Contains("これからのお申し込みは、補欠の方の後ろに並びます。空いた席は、職員が補欠の方へ案内します。", (await CheckAsync(staff, ("Capacity", "10"))).Texts(".effects li"));
        Assert.Contains("これからのお申し込みには、すぐに席を取ります。先に、補欠の方へ席を案内してください。", (await CheckAsync(staff, ("Capacity", ""))).Texts(".effects li"));
        await SaveAsync(staff, ("Capacity", ""));
        Assert.Null(await site.InDatabaseAsync(db => db.Cohorts.Select(c => c.Capacity).SingleAsync()));
    }

    [Fact]
    public async Task A_place_taken_while_the_form_is_open_does_not_make_it_stale()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await SaveAsync(staff, ("Capacity", "5"));
        var check = await CheckAsync(staff, ("Capacity", "6"));

        await site.Visitor().ApplyAsync();
        var saved = await staff.PostAsync(Path, check.Fields(SaveForm));

        Assert.Equal("第三期の内容を保存しました", saved.Text(".saved"));
        Assert.Equal((6, 1), await site.InDatabaseAsync(db => db.Cohorts.Select(c => new ValueTuple<int?, int>(c.Capacity, c.PlacesTaken)).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_applied_keeps_the_fee_and_whoever_is_about_to_sees_the_new_one_first()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await site.ReceiveAsync(1);
        var visitor = site.Visitor();
        var shown = await visitor.CheckAsync();
        await SaveAsync(staff, ("Fee", "30,000"));

        var refused = await visitor.SendAsync(shown);
        var before = await site.InDatabaseAsync(db => db.Applications.CountAsync());
        var sent = await visitor.SendAsync(refused);

        Assert.Equal((HttpStatusCode.Conflict, 1), (refused.Status, before));
        Assert.StartsWith("募集の内容が変わったため、まだ送られていません。", refused.Text(".note[role='alert']"), StringComparison.Ordinal);
        Assert.Contains("30,000円（税込）", refused.Words, StringComparison.Ordinal);
        Assert.Equal("お申し込みを受け付けました", sent.Heading);
        Assert.Equal([20_000, 30_000], (await site.InDatabaseAsync(db => db.Applications.OrderBy(a => a.Id).Select(a => a.Fee).ToListAsync())).Select(f => f.Amount));
    }

    [Fact]
    public async Task Closing_early_leaves_half_an_hour_to_whoever_has_the_form_open()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var visitor = site.Visitor();
        var open = await visitor.CheckAsync();
        var check = await CheckAsync(staff, ("ClosesOn", "6/10"));
        await staff.PostAsync(Path, check.Fields(SaveForm));

        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 11, 0, 29, 0, JapanTime.Offset));
        var fresh = await site.Visitor().OpenAsync("/apply");
        var sent = await visitor.SendAsync(open);

        Assert.Equal(["6月10日(金) 23:59まで（日本時間）で締め切ります。それまでに開いた申込フォームは、そのあと30分のあいだ送れます。"], check.Texts(".effects li"));
        Assert.Equal("第三期メンバーの募集は終了しました", fresh.Heading);
        Assert.Equal("お申し込みを受け付けました", sent.Heading);
    }

    [Fact]
    public async Task An_opening_day_ahead_shuts_the_form_until_then()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var check = await CheckAsync(staff, ("OpensOn", "7/1"));
        await staff.PostAsync(Path, check.Fields(SaveForm));

        Assert.Equal(["7月1日(金)まで、サイトには「まもなく開始」と出ます。いま開いている申込フォームは、募集が始まるまで送れません。"], check.Texts(".effects li"));
        Assert.Equal("第三期メンバーの募集はまもなく始まります", (await site.Visitor().OpenAsync("/apply")).Heading);
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 7, 1, 0, 0, 0, JapanTime.Offset));
        Assert.NotNull((await site.Visitor().OpenAsync("/apply")).Html.QuerySelector(Journey.ApplyForm));
    }

    private static async Task<Page> CheckAsync(HttpClient staff, params (string Field, string Value)[] changes)
    {
        var fields = (await staff.OpenAsync(Path)).Fields(Form);
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return await staff.PostAsync($"{Path}/check", fields);
    }

    private static async Task SaveAsync(HttpClient staff, params (string Field, string Value)[] changes)
    {
        var page = await staff.PostAsync(Path, (await CheckAsync(staff, changes)).Fields(SaveForm));
        Assert.EndsWith("の内容を保存しました", page.Text(".saved"), StringComparison.Ordinal);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Cohorts;

/// <summary>The list of cohorts, and one at a glance.</summary>
public sealed class CohortsTests
{
    [Fact]
    public async Task The_list_shows_each_cohort_with_its_stage_and_applications_the_newest_first()
    {
        using var site = await Site.StartAsync();
        await OtherCohort.AddAsync(site);
        await site.FourthAsync();
        await site.ReceiveAsync(2);

        var page = await (await site.StaffAsync(Role.Administrator)).OpenAsync("/admin/cohorts");

        Assert.Equal(["第四期", "第三期", "第二期"], page.Texts("tbody th"));
        Assert.Equal(["準備中", "募集中", "終了"], page.Texts("tbody .chip"));
        Assert.Equal(["0件", "2件", "0件"], page.Texts("tbody .r"));
        Assert.Contains("2023年7月19日(水)〜2024年1月30日(火)", page.Words.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-06-10", true, "募集中")]
    [InlineData("2022-07-15", true, "公開")]
    [InlineData("2022-08-10", true, "開催中")]
    [InlineData("2023-02-01", true, "終了")]
    [InlineData("2022-06-10", false, "準備中")]
    public async Task In_each_stage_the_line_of_life_shows_where_it_stands_and_every_page_opens(string day, bool isPublished, string stage)
    {
        using var site = await Site.StartAsync(now: new DateTimeOffset(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture).AddHours(12), JapanTime.Offset));
        await site.InDatabaseAsync(async db =>
        {
            var cohort = await db.Cohorts.SingleAsync();
            cohort.Recruit(new RecruitmentPeriod(null, new(2022, 7, 10)));
            if (!isPublished)
            {
                cohort.Unpublish();
            }

            return await db.SaveChangesAsync();
        });
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.OpenAsync("/admin/cohorts/3");

        Assert.Equal($"{stage}いま", page.Text(".life [aria-current]"));
        foreach (var path in page.Html.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Concat(["/admin/cohorts/3/details", "/admin/cohorts/3/publication"]).Distinct())
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, (await staff.OpenAsync(path)).Status));
        }
    }

    [Fact]
    public async Task What_is_missing_before_publishing_is_named_with_a_link_to_the_very_field()
    {
        using var site = await Site.StartAsync(new() { ["Office:Email"] = "office@example.jp", ["Office:Retention"] = "3年間保管します。" });
        await site.InDatabaseAsync(async db =>
        {
            (await db.Cohorts.SingleAsync()).Choose(new Admission(AdmissionMode.Selection, FeeTiming.OnAdmission));
            return await db.SaveChangesAsync();
        });
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.OpenAsync("/admin/cohorts/3");

        Assert.Equal("公開前の確認7つのうち 1つ済み", page.Text("#rd"));
        Assert.Equal(
            [
                "電話番号がありません", "販売者、責任者、所在地がありません", "返金の条件、振込手数料がありません", "口座がありません", "管理する人がありません",
                "2022年7月30日(土)", "選考の結果をお知らせする日がありません",
            ],
            page.Texts(".ready small"));
        Assert.Equal(
            [
                "/admin/settings/contact#values-phone", "/admin/settings/seller#values-seller", "/admin/settings/fee?cohort=3#values-withdrawal",
                "/admin/settings/account?cohort=3#values-bank", "/admin/settings/privacy#values-officer", "/admin/cohorts/3/details#closeson", "/admin/admission?cohort=3",
            ],
            page.Html.QuerySelectorAll(".ready a").Select(a => a.GetAttribute("href")));
        Assert.Contains(
            "選考のうえ、参加していただく方を決めます。結果はあらためてメールでお知らせします。参加が決まったときに、メールで振込先と期限をご案内します。", page.Words, StringComparison.Ordinal);
        foreach (var link in page.Html.QuerySelectorAll(".ready a").Select(a => a.GetAttribute("href")!).Where(l => l.Contains('#', StringComparison.Ordinal)))
        {
            Assert.NotNull((await staff.OpenAsync(link)).Html.GetElementById(link.Split('#')[1]));
        }
    }

    [Theory]
    [InlineData("/admin/cohorts", 6)]
    [InlineData("/admin/cohorts/3", 6)]
    [InlineData("/admin/cohorts/3/details", 6)]
    [InlineData("/admin/cohorts/3/publication", 6)]
    public async Task A_page_costs_few_statements_however_many_cohorts_and_applications_there_are(string path, int most)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        await OtherCohort.AddAsync(site);
        await site.ReceiveAsync(5);
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.OpenAsync(path);
        count.StartAgain();

        await staff.OpenAsync(path);

        Assert.InRange(count.Statements, 1, most);
    }

    [Fact]
    public async Task A_cohort_that_is_not_there_is_not_found()
    {
        using var site = await Site.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await (await site.StaffAsync(Role.Administrator)).OpenAsync("/admin/cohorts/9")).Status);
    }
}

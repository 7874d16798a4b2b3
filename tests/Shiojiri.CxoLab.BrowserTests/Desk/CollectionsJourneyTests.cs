using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>A project and a voice on their way from an empty form to the site, and the archive of a cohort that is past.</summary>
public sealed class CollectionsJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public Task A_project_and_a_voice_come_to_the_site_and_no_page_has_a_fault(int width) => stage.VisitAsync(new View(width, Axe: true), async page =>
    {
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Editor, "編集 目録"));
        await page.GotoAsync("/admin/pages/new/project");
        await page.FindsNoFaultAsync();
        await page.GetByLabel("題名").FillAsync($"新しい|プロジェクト|{width}");
        await page.GetByLabel("年度").FillAsync("2022");
        await page.GetByLabel("成果", new() { Exact = false }).And(page.Locator("textarea")).FillAsync("- ひとつの**成果**");
        await page.GetByLabel("絵").SelectOptionAsync("p-art");
        await page.GetByLabel("いま公開する").CheckAsync();
        await page.Locator("[data-publish]").ClickAsync();
        await Expect(page.Locator(".saved p")).ToContainTextAsync("公開しました");
        await page.GotoAsync("/admin/pages/new/voice");
        await page.GetByLabel("表示する名前").FillAsync($"声の主 {width}");
        await page.Locator("textarea").FillAsync("また会いたい人ができました。");
        await page.GetByLabel("いま公開する").CheckAsync();
        await page.Locator("[data-publish]").ClickAsync();
        await Expect(page.Locator(".hintbox")).ToContainTextAsync("本人に確かめ");
        await page.FindsNoFaultAsync();
        await page.GotoAsync("/admin/pages/organisation-meguru");
        await page.FindsNoFaultAsync();
        await page.GotoAsync("/admin/pages");
        await page.FindsNoFaultAsync();

        await page.GotoAsync("/projects?year=2022");
        await page.GetByRole(AriaRole.Link, new() { Name = $"新しいプロジェクト{width}" }).ClickAsync();
        await Expect(page.Locator("section[aria-labelledby=outcome-h] strong")).ToHaveTextAsync("成果");
        await page.FindsNoFaultAsync();
        await page.GotoAsync("/program");
        await Expect(page.Locator(".voice").Filter(new() { HasText = $"声の主 {width}" })).ToBeVisibleAsync();
        await page.FindsNoFaultAsync();
        await page.GotoAsync("/");
        await page.FindsNoFaultAsync();
    });

    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public Task The_archive_has_no_fault(int width) => stage.VisitAsync(new View(width, Axe: true), async page =>
    {
        await SecondAsync(stage.Site);

        await page.GotoAsync("/cohorts");
        await page.FindsNoFaultAsync();
        await page.GotoAsync("/cohorts/2");
        await page.FindsNoFaultAsync();
    });

    private static async Task SecondAsync(BrowserSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CxoLabDb>();
        if (await db.Cohorts.AnyAsync(c => c.Ordinal == 2))
        {
            return;
        }

        var called = new CurriculumSession("a", 1, "研修", "はじめの会", SessionKind.Session, Place.Online, new(2021, 7, 20), new(2021, 7, 20), new(20, 30), new(21, 30));
        var off = new CurriculumSession("b", 1, "研修", "書き方の研修", SessionKind.Session, Place.OnSite, new(2021, 8, 1), new(2021, 8, 2));
        off.Cancel(DateTime.UnixEpoch);
        var cohort = new Cohort(2, "第二期", new(2021, 7, 20), new(2022, 1, 31), new Yen(20_000), new RecruitmentPeriod(null, new(2021, 7, 30)), [called, off], []);
        cohort.Publish(DateTime.UnixEpoch);
        db.Add(cohort);
        await db.SaveChangesAsync();
    }
}

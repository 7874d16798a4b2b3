using Shiojiri.CxoLab.BrowserTests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests;

/// <summary>What pages become later in the year, on the way through the form, and in other ways of looking.</summary>
public sealed class AxeStatesTests(Stage stage) : IClassFixture<Stage>
{
    private const string TermHasBegun = "2022-07-25T09:00:00+09:00";
    private const string RecruitmentIsOver = "2022-08-05T09:00:00+09:00";
    private const string TermIsOver = "2023-02-01T09:00:00+09:00";

    [BrowserTheory]
    [InlineData(TermHasBegun, "/")]
    [InlineData(TermHasBegun, "/recruit")]
    [InlineData(TermHasBegun, "/schedule")]
    [InlineData(TermHasBegun, "/apply")]
    [InlineData(RecruitmentIsOver, "/")]
    [InlineData(RecruitmentIsOver, "/recruit")]
    [InlineData(RecruitmentIsOver, "/briefings")]
    [InlineData(RecruitmentIsOver, "/program")]
    [InlineData(RecruitmentIsOver, "/apply")]
    [InlineData(TermIsOver, "/")]
    [InlineData(TermIsOver, "/program")]
    public Task A_page_has_no_fault_later_in_the_year(string day, string path) => stage.VisitAsync(
        new View(Axe: true),
        async page =>
        {
            await page.GotoAsync(path);

            await page.FindsNoFaultAsync();
        },
        stage.SiteAt(day));

    [BrowserFact]
    public Task The_opened_menu_has_no_fault() => stage.VisitAsync(new View(390, Axe: true), async page =>
    {
        await page.GotoAsync("/");
        await page.Locator("details.menu summary").ClickAsync();

        await page.FindsNoFaultAsync(Axe.Rules, 390, 320);
    });

    [BrowserFact]
    public Task The_form_with_errors_has_no_fault() => stage.VisitAsync(new View(Axe: true), async page =>
    {
        await page.GotoAsync("/apply");
        await page.PressAsync("入力内容を確認する");
        await Expect(page.Locator(".errsum")).ToBeVisibleAsync();

        await page.FindsNoFaultAsync();
    });

    [BrowserFact]
    public Task The_form_has_no_fault_in_forced_colours() => stage.VisitAsync(new View(Axe: true, ForcedColours: true), async page =>
    {
        await page.GotoAsync("/apply");

        await page.FindsNoFaultAsync(Axe.RulesButContrast, 1280, 390, 320);
    });

    [BrowserFact]
    public Task The_check_page_has_no_fault() => stage.VisitAsync(new View(Axe: true), async page =>
    {
        await page.ToCheckPageAsync("axe-check@example.jp");

        await page.FindsNoFaultAsync();
    });

    [BrowserFact]
    public Task The_completion_page_has_no_fault() => stage.VisitAsync(new View(Axe: true), async page =>
    {
        await page.ToCompletionAsync("axe-complete@example.jp");

        await page.FindsNoFaultAsync();
    });

    [BrowserFact]
    public Task The_page_after_a_repeat_has_no_fault() => stage.VisitAsync(new View(Axe: true), async page =>
    {
        await page.ToCompletionAsync("axe-repeat@example.jp");
        await page.ToCheckPageAsync("axe-repeat@example.jp");
        await page.PressAsync("この内容で申し込む");
        await page.SeesAsync("お申し込みを受け付けました");

        await page.FindsNoFaultAsync();
    });
}

using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>A theme, from the desk to the visitors and to the application form.</summary>
public sealed class ThemeJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public Task A_theme_is_written_with_its_hints_published_and_chosen_without_a_fault(int width) => stage.VisitAsync(new View(width, Axe: true), async page =>
    {
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));
        await page.GotoAsync("/admin/cohorts/3/themes");
        await page.FollowAsync("テーマを足す");
        await page.GetByLabel("テーマの題名").FillAsync($"空き家を、|人の集まる場所に {width}");
        await page.GetByLabel("地域プレイヤー").FillAsync("見本 花子");
        await page.GetByLabel("仕事や団体").FillAsync("見本工房");
        await page.GetByLabel("公開", new() { Exact = true }).CheckAsync();
        await page.PressAsync("テーマを保存する");
        await Expect(page.Locator(".saved p")).ToContainTextAsync("本人の言葉、求める人がないので、まだ公開していません");
        var row = page.Locator(".thm > li").Filter(new() { HasText = $"空き家を、人の集まる場所に {width}" });
        await row.Locator(".hintbox a").First.ClickAsync();
        await page.GetByLabel("本人の言葉").FillAsync("古い家を、8月1日(日)から立ち寄れる場所にします。");
        await page.GetByLabel("求める人").FillAsync("写真や文で伝えるのが好きな人\nお金の流れを一緒に考えられる人");
        await page.GetByLabel("公開", new() { Exact = true }).CheckAsync();
        await page.PressAsync("テーマを保存する");
        await Expect(page.Locator(".saved p")).ToContainTextAsync("サイトに出ています");
        await page.FindsNoFaultAsync();
        await page.SetViewportSizeAsync(width, 844);
        await row.Locator("a[href$='/edit#form']").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "このテーマを編集" })).ToBeVisibleAsync();
        await page.FindsNoFaultAsync();

        await page.GotoAsync("/recruit");
        await page.FindsNoFaultAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"空き家を、人の集まる場所に {width}" }).ClickAsync();
        await page.SeesAsync($"空き家を、人の集まる場所に {width}");
        await page.FindsNoFaultAsync();
        await page.GotoAsync("/apply");
        await page.GetByLabel($"空き家を、人の集まる場所に {width}｜見本 花子").CheckAsync();
        await page.FindsNoFaultAsync();
    });
}

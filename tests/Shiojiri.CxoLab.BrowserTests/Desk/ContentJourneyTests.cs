using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>A text of the site, from the list to the public page.</summary>
public sealed class ContentJourneyTests(Stage stage) : IClassFixture<Stage>
{
    private const string Form = "form[data-preview-url] ";

    [BrowserTheory]
    [InlineData(1280, true, "program-feature-1")]
    [InlineData(390, true, "program-feature-2")]
    [InlineData(1280, false, "program-feature-3")]
    [InlineData(390, false, "program-history-1")]
    public Task A_text_is_written_and_published(int width, bool script, string key) => stage.VisitAsync(new View(width, script), async page =>
    {
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Editor, $"編集 {key}"));
        var watch = Watch.Over(page.Context, stage.Site);
        await page.GotoAsync("/admin");
        await page.SeesAsync("ページ");
        await page.Locator($"a[href='/admin/pages/{key}']").First.ClickAsync();
        var text = page.Locator($"{Form}textarea");
        await text.FillAsync(script ? "新しい文" : "**新しい文**");
        if (script)
        {
            await text.PressAsync("ControlOrMeta+a");
            await text.PressAsync("ControlOrMeta+b");
            await Expect(text).ToHaveValueAsync("**新しい文**");
            await Expect(page.Locator("[data-preview] strong")).ToHaveTextAsync("新しい文");
        }

        await Expect(page.GetByRole(AriaRole.Toolbar)).ToHaveCountAsync(script ? 1 : 0);
        await page.GetByLabel("いま公開する").CheckAsync();
        await page.PressAsync(script ? "いま公開する" : "保存する");
        await Expect(page.Locator(".saved p")).ToContainTextAsync("公開しました");
        await page.GotoAsync("/program");

        await Expect(page.Locator("li strong").Filter(new() { HasText = "新しい文" }).First).ToBeVisibleAsync();
        watch.SawNoFault();
    });

    [BrowserFact]
    public Task The_buttons_put_signs_where_the_keyboard_is() => stage.VisitAsync(new View(), async page =>
    {
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Editor, "編集 飾り"));
        await page.GotoAsync("/admin/pages/program-what");
        var text = page.Locator($"{Form}textarea");
        await text.FillAsync("一\n二");

        await text.PressAsync("ControlOrMeta+a");
        await page.GetByRole(AriaRole.Button, new() { Name = "箇条書き" }).PressAsync("Enter");
        await Expect(text).ToHaveValueAsync("- 一\n- 二");
        await page.GetByRole(AriaRole.Button, new() { Name = "リンク" }).PressAsync("Space");
        await Expect(text).ToHaveValueAsync("- 一\n- 二[言葉](https://)");
        await text.PressAsync("ControlOrMeta+z");

        await Expect(text).ToHaveValueAsync("- 一\n- 二");
    });

    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public Task Editor_history_and_conflict_have_no_fault(int width) => stage.VisitAsync(new View(width, Axe: true), async page =>
    {
        var key = width == 390 ? "home-feature-1" : "home-feature-2";
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Editor, "編集 点検"));
        await page.GotoAsync("/admin/pages/new/news");
        await page.FindsNoFaultAsync();
        await page.GotoAsync($"/admin/pages/{key}");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync($"/admin/pages/{key}");
        await other.Locator($"{Form}textarea").FillAsync("8月1日(日)に、プレーヤーと会います。");
        await other.PressAsync("下書きを保存する");
        await Expect(other.Locator(".hintbox").First).ToBeVisibleAsync();
        await other.FindsNoFaultAsync();
        await page.Locator($"{Form}textarea").FillAsync("ほかの文です。");
        await page.PressAsync("下書きを保存する");
        await Expect(page.Locator("h1")).ToContainTextAsync("先に変えていました");
        await page.FindsNoFaultAsync();
        await page.GotoAsync($"/admin/pages/{key}/history");
        await page.FindsNoFaultAsync();
        await page.GotoAsync("/admin/pages");
        await page.FindsNoFaultAsync();
    });
}

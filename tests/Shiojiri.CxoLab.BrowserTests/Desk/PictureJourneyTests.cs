using Microsoft.Playwright;
using NetVips;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>A picture, from somebody's disk to the eyes of a visitor.</summary>
public sealed class PictureJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [BrowserTheory]
    [InlineData(1280, true)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public Task A_picture_is_put_in_placed_in_news_and_seen(int width, bool script) => stage.VisitAsync(new View(width, script, Axe: width == 1280), async page =>
    {
        var name = $"夕景 {width} {script}";
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Editor, $"編集 {name}"));
        var watch = Watch.Over(page.Context, stage.Site);
        await page.GotoAsync("/admin/pictures/new");
        await page.GetByLabel("画像のファイル").SetInputFilesAsync(new FilePayload { Name = "IMG_0001.JPG", MimeType = "image/jpeg", Buffer = Photograph() });
        await page.GetByLabel("説明").FillAsync(name);
        await page.GetByLabel("撮った人", new() { Exact = false }).First.FillAsync("事務局 田中");
        await page.GetByLabel("職員が撮った").CheckAsync();
        await FindsNoFaultAsync(page, width);
        await page.PressAsync("画像を入れる");
        for (var tries = 0; !script && tries < 100 && await page.GetByRole(AriaRole.Link, new() { Name = "いまの様子を見る" }).IsVisibleAsync(); tries++)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "いまの様子を見る" }).ClickAsync();
        }

        await Expect(page.Locator("#state-h .chip")).ToHaveTextAsync("使えます", new() { Timeout = 30_000 });
        await FindsNoFaultAsync(page, width);
        var mark = await page.Locator(".pics__mark").InnerTextAsync();
        await page.GotoAsync("/admin/pictures");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();
        await FindsNoFaultAsync(page, width);

        await page.GotoAsync("/admin/pages/new/news");
        await page.GetByLabel("題名").FillAsync(name);
        var text = page.Locator("form[data-preview-url] textarea");
        await text.FillAsync(script ? "夕方です。" : $"夕方です。\n\n{mark}");
        if (script)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "画像", Exact = true }).ClickAsync();
            await FindsNoFaultAsync(page, width);
            await page.Locator($"[data-mark*='{name}']").ClickAsync();
            await Expect(text).ToHaveValueAsync($"夕方です。\n\n{mark}\n\n");
            await Expect(page.Locator("[data-preview] figure img")).ToBeVisibleAsync();
        }

        await page.GetByLabel("いま公開する").CheckAsync();
        await page.PressAsync(script ? "いま公開する" : "お知らせを保存する");
        await Expect(page.Locator(".saved p")).ToContainTextAsync("公開しました");
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/news");
        await page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        var picture = page.GetByRole(AriaRole.Img, new() { Name = name });

        await picture.ScrollIntoViewIfNeededAsync();
        await Expect(page.Locator("figcaption")).ToHaveTextAsync("撮影：事務局 田中");
        if (script)
        {
            Assert.Equal("900 1200", await picture.EvaluateAsync<string>("async (img) => { await img.decode(); return `${img.getAttribute('width')} ${img.getAttribute('height')}`; }"));
            Assert.EndsWith(".avif", await picture.EvaluateAsync<string>("(img) => img.currentSrc"), StringComparison.Ordinal);
        }

        await FindsNoFaultAsync(page, width);
        watch.SawNoFault();
    });

    private static Task FindsNoFaultAsync(IPage page, int width) => width == 1280 ? page.FindsNoFaultAsync() : Task.CompletedTask;

    // Held upright: lying on its side, with a note to turn it.
    private static byte[] Photograph()
    {
        using var drawn = (Image.Black(1200, 900, 3) + new double[] { 180, 120, 60 }).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        using var held = drawn.Mutate(image => image.Set(GValue.GIntType, "orientation", 6));
        return held.JpegsaveBuffer();
    }
}

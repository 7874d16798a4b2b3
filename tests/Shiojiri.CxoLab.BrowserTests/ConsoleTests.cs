using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;

namespace Shiojiri.CxoLab.BrowserTests;

public sealed class ConsoleTests(Stage stage) : IClassFixture<Stage>
{
    private static readonly string[] Pages =
    [
        "/", "/program", "/recruit", "/schedule", "/projects", "/projects?year=2020", "/projects/wainari", "/briefings", "/faq", "/privacy",
        "/legal", "/contact", "/contact/sent", "/apply/again", "/apply/again/sent", "/accessibility", "/apply",
    ];

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1280)]
    public Task Reading_asks_no_other_host_and_leaves_the_console_empty(int width) => stage.VisitAsync(new View(width), async page =>
    {
        var watch = Watch.Over(page.Context, stage.Site);

        foreach (var path in Pages)
        {
            var answer = await page.GotoAsync(path);
            Assert.Equal((path, 200), (path, answer!.Status));
            await LoadPicturesAsync(page);
        }

        watch.SawNoFault();
    });

    [BrowserFact]
    public Task Applying_asks_no_other_host_and_leaves_the_console_empty() => stage.VisitAsync(new View(390), async page =>
    {
        var watch = Watch.Over(page.Context, stage.Site);

        await page.ToCheckPageAsync("console@example.jp");
        await page.PressAsync("修正する");
        await page.SeesAsync("第三期メンバー 申し込み");
        await page.PressAsync("入力内容を確認する");
        await page.PressAsync("この内容で申し込む");
        await page.SeesAsync("お申し込みを受け付けました");
        await LoadPicturesAsync(page);

        watch.SawNoFault();
    });

    // Pictures further down wait until somebody comes near.
    private static async Task LoadPicturesAsync(IPage page) => await page.EvaluateAsync(
        """
        Promise.all([...document.images].map(picture => {
            picture.loading = 'eager';
            return picture.complete || new Promise(done => picture.onload = picture.onerror = done);
        }))
        """);
}

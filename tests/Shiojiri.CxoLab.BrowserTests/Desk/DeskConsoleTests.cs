using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

public sealed class DeskConsoleTests(Stage stage) : IClassFixture<Stage>
{
    private static readonly string[] Doors = ["/admin/sign-in", "/admin/password/forgotten"];

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1280)]
    public Task Reading_asks_no_other_host_and_leaves_the_console_empty(int width) => stage.VisitAsync(new View(width), async page =>
    {
        await stage.Site.FillAsync();
        var watch = Watch.Over(page.Context, stage.Site);

        await ReadAsync(page, Doors);
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));
        await ReadAsync(page, [.. DeskPages.All, "/admin/mail/{送信済み}/html"]);

        watch.SawNoFault();
    });

    [BrowserFact]
    public Task The_preview_follows_what_is_typed_and_leaves_the_console_empty() => stage.VisitAsync(new View(), async page =>
    {
        await stage.Site.FillAsync();
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));
        var watch = Watch.Over(page.Context, stage.Site);
        await page.GotoAsync("/admin/templates/acceptance");

        await page.GetByLabel("件名").FillAsync("{氏名}さんへ");
        await page.GetByLabel("見え方を確かめる相手").SelectOptionAsync(new SelectOptionValue { Index = 1 });

        var name = (await page.GetByLabel("見え方を確かめる相手").Locator("option:checked").InnerTextAsync()).Split('（')[0];
        await Expect(page.Locator("[data-preview] .mailpaper__subject")).ToHaveTextAsync($"{name}さんへ");
        watch.SawNoFault();
    });

    private async Task ReadAsync(IPage page, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var answer = await page.GotoAsync(await stage.Site.PathAsync(path));
            Assert.Equal((path, 200), (path, answer!.Status));
        }
    }
}

using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests;

/// <summary>What a page leaves away on paper.</summary>
public sealed class PrintTests(Stage stage) : IClassFixture<Stage>
{
    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/recruit")]
    public Task Paper_carries_neither_the_sample_date_nor_the_bar(string path) => stage.VisitAsync(new View(390), async page =>
    {
        await page.GotoAsync(path);
        await Expect(page.Locator(".demo")).ToBeVisibleAsync();

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Expect(page.Locator(".demo")).ToBeHiddenAsync();
        await Expect(page.Locator(".applybar")).ToBeHiddenAsync();
    });
}

using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
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

    [BrowserTheory]
    [InlineData("/admin/applications")]
    [InlineData("/admin/applications/{参加確定}/sheet")]
    public Task Paper_of_the_desk_carries_neither_the_sample_date_nor_the_menu(string path) => stage.VisitAsync(new View(390), async page =>
    {
        await stage.Site.FillAsync();
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));
        await page.GotoAsync(await stage.Site.PathAsync(path));
        await Expect(page.Locator(".demo")).ToBeVisibleAsync();

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Expect(page.Locator(".demo")).ToBeHiddenAsync();
        await Expect(page.Locator(".adm-menu")).ToBeHiddenAsync();
    });
}

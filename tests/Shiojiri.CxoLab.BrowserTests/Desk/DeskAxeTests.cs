using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>Every page of the desk as it opens.</summary>
public sealed class DeskAxeTests(Stage stage) : IClassFixture<Stage>
{
    public static TheoryData<string> Pages => [.. DeskPages.All];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public Task A_page_has_no_fault(string path) => stage.VisitAsync(new View(Axe: true), async page =>
    {
        await stage.Site.FillAsync();
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));

        var answer = await page.GotoAsync(await stage.Site.PathAsync(path));

        Assert.Equal(200, answer!.Status);
        await page.FindsNoFaultAsync();
    });

    [BrowserFact]
    public Task The_opened_menu_has_no_fault() => stage.VisitAsync(new View(390, Axe: true), async page =>
    {
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));
        await page.GotoAsync("/admin/staff");
        await page.OpenMenuAsync();

        await page.FindsNoFaultAsync(Axe.Rules, 390, 320);
    });

    [BrowserFact]
    public Task A_page_that_is_not_there_has_no_fault() => stage.VisitAsync(new View(390, Axe: true), async page =>
    {
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));
        await page.GotoAsync("/admin/nope");

        await page.FindsNoFaultAsync();
    });
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>A person is kept back, let go and erased at the desk, with script and without; each page on the way is looked at by axe.</summary>
public sealed class ErasureJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [BrowserFact]
    public Task A_person_is_kept_back_let_go_and_erased() => stage.VisitAsync(new View(Axe: true), async page =>
    {
        await stage.Site.FillAsync();
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));
        var number = await stage.Site.InDatabaseAsync(db => db.Applications
            .Where(a => a.Status == ApplicationStatus.Declined && a.ReceivedAmount == new Yen(0)).OrderBy(a => a.Id).Select(a => a.Number).FirstAsync());
        await page.GotoAsync($"/admin/applications/{number}");
        await page.GetByRole(AriaRole.Link, new() { Name = "個人情報の削除と保留" }).ClickAsync();
        await page.GetByLabel("保留する理由").FillAsync("返金の問い合わせが続いているため");
        await page.PressAsync("自動で削除しない（保留）");
        await page.SavedAsync("自動で削除しないことにしました（保留）");
        await page.FindsNoFaultAsync();

        await page.PressAsync("保留をやめる");
        await page.GetByLabel("受付番号を入力してください").FillAsync(ApplicationNumber.Grouped(number));
        await page.PressAsync("個人情報を削除する");

        await Expect(page.Locator("h1")).ToHaveTextAsync($"削除済み（{ApplicationNumber.Grouped(number)}）");
        await page.FindsNoFaultAsync();
        await page.GotoAsync($"/admin/applications?q={number}");
        await page.FindsNoFaultAsync();
    });
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Staff;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>A site is set up by somebody who knows no code: the first administrator, the programme's own name and colours.</summary>
public sealed class StartJourneyTests(Stage stage) : IClassFixture<Stage>
{
    private static readonly string[] Coloured = ["/", "/recruit", "/schedule", "/apply", "/faq", "/admin", "/admin/cohorts/3"];

    // Sites of their own: what is set there would change what other tests see.
    private BrowserSite Empty => stage.SiteAt("2022-06-11T09:00:00+09:00");

    private BrowserSite Other => stage.SiteAt("2022-06-12T09:00:00+09:00");

    [BrowserFact]
    public Task The_first_administrator_comes_by_the_link_of_the_start_log() => stage.VisitAsync(new View(390, Axe: true), async page =>
    {
        await using var scope = Empty.Services.CreateAsyncScope();
        var key = await scope.ServiceProvider.GetRequiredService<FirstStartLinks>().IssueAsync(CancellationToken.None);
        await page.GotoAsync(FirstStartLinks.AddressOf(key!));
        await page.FindsNoFaultAsync();
        await page.PressAsync("管理者になって始める");
        await page.FindsNoFaultAsync();

        await page.GetByLabel("お名前").FillAsync("塩尻 花子");
        await page.GetByLabel("メールアドレス").FillAsync("hanako@example.jp");
        await page.Locator("#newpassword").FillAsync(DeskSite.Password);
        await page.Locator("#repeated").FillAsync(DeskSite.Password);
        await page.PressAsync("管理者になって始める");

        await page.SeesAsync("ダッシュボード");
    }, Empty);

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1280)]
    public Task Another_name_and_other_colours_are_set_and_every_page_can_still_be_read(int width) => stage.VisitAsync(new View(width, Axe: true), async page =>
    {
        await page.Context.ComeInAsync(Other, await Other.AccountAsync(Role.Administrator));
        await page.GotoAsync("/admin/settings/programme");
        await page.Locator("#values-maincolour").FillAsync("#ffd43d");
        await page.PressAsync("プログラムの名前と色を保存する");
        await Expect(page.Locator("#values-maincolour-error")).ToContainTextAsync("コントラスト 1.2:1");
        await page.FindsNoFaultAsync();

        await page.Locator("#values-name").FillAsync("森のまちラボ");
        await page.Locator("#values-maincolour").FillAsync("#a3003c");
        await page.Locator("#values-linkcolour").FillAsync("#0b4fbd");
        await page.PressAsync("プログラムの名前と色を保存する");
        await page.FindsNoFaultAsync();

        foreach (var path in Coloured)
        {
            await page.GotoAsync(path);
            await Expect(page.Locator(".brand__name").First).ToContainTextAsync("森のまちラボ");
            Assert.Equal("#a3003c", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).getPropertyValue('--grape').trim()"));
            await page.FindsNoFaultAsync();
        }
    }, Other);

    [BrowserFact]
    public Task A_date_is_moved_and_members_are_told() => stage.VisitAsync(new View(390, Axe: true), async page =>
    {
        await stage.Site.FillAsync();
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));
        await page.GotoAsync("/admin/cohorts/3/sessions/interim-presentation/move");
        await page.GetByLabel("日にち").FillAsync("2022-09-01");
        await page.PressAsync("変わることを確かめる");
        await page.PressAsync("この日に移す");
        await page.FindsNoFaultAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "お知らせのメールを用意する" }).ClickAsync();
        await page.SeesAsync("まとめて送る");
        await page.FindsNoFaultAsync();
        var count = (await page.Locator(".deflist dd b").First.TextContentAsync())!.Replace("件", "", StringComparison.Ordinal);
        await page.GetByLabel("宛先の件数").FillAsync(count);
        await page.PressAsync($"{count}件に送る");

        await Expect(page.GetByText("お知らせ済み").First).ToBeVisibleAsync();
        await page.FindsNoFaultAsync();
    });
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>The desk's pages when they come back with errors, when others were quicker, and when there is nothing to show.</summary>
public sealed class DeskAxeFormTests(Stage stage) : IClassFixture<Stage>
{
    private const string AnotherDay = "2022-06-11T09:00:00+09:00";

    private static readonly string[] ReadOnly = ["/admin/applications", "/admin/applications/{受付}", "/admin/applications/{参加確定}/payments"];

    [BrowserTheory]
    [InlineData("/admin/applications/{受付}", "メモを保存")]
    [InlineData("/admin/applications/{受付}", "タグをつける")]
    [InlineData("/admin/applications?q=みほん", "保存する")]
    [InlineData("/admin/applications/{受付}/contact", "直した内容を保存する")]
    [InlineData("/admin/applications/{参加確定}/payments", "入金を記録する")]
    [InlineData("/admin/applications/{参加確定}/payments", "返金を記録する")]
    [InlineData("/admin/applications/{受付}/payments", "期限を移す")]
    [InlineData("/admin/applications/{審査中}/review", "採点を保存する")]
    [InlineData("/admin/applications/{受付}/merging?with={審査中}", "2件を1つにまとめる")]
    [InlineData("/admin/applications/{受付}/erasure", "自動で削除しない（保留）")]
    [InlineData("/admin/applications/new", "申し込みを記録する")]
    [InlineData("/admin/applications/export", "60件を書き出す")]
    [InlineData("/admin/reviews/criteria", "観点を保存する")]
    [InlineData("/admin/mail/group?q=みほん", "6件に送る")]
    [InlineData("/admin/templates/acceptance", "保存する")]
    [InlineData("/admin/staff/new", "招待のメールを送る")]
    [InlineData("/admin/account", "パスワードを変える")]
    public Task A_form_with_errors_has_no_fault(string path, string button) => stage.VisitAsync(new View(Axe: true), async page =>
    {
        await stage.Site.FillAsync();
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));
        await page.GotoAsync(await stage.Site.PathAsync(path));

        await page.SendEmptyAsync(button);

        await Expect(page).ToHaveTitleAsync(new Regex("^エラー："));
        await page.FindsNoFaultAsync();
    });

    [BrowserTheory]
    [InlineData("/admin")]
    [InlineData("/admin/applications")]
    [InlineData("/admin/decisions")]
    [InlineData("/admin/mail")]
    [InlineData("/admin/reviews")]
    [InlineData("/admin/templates/acceptance")]
    public Task An_empty_desk_has_no_fault(string path) => stage.VisitAsync(
        new View(Axe: true),
        async page =>
        {
            var site = stage.SiteAt(AnotherDay);
            await page.Context.ComeInAsync(site, await site.AccountAsync(Role.Administrator));

            await page.GotoAsync(path);

            await page.FindsNoFaultAsync();
        },
        stage.SiteAt(AnotherDay));

    [BrowserFact]
    public Task A_selection_and_a_score_of_ones_own_have_no_fault() => VisitAsync(Role.Reviewer, async page =>
    {
        await page.GotoAsync("/admin/applications?q=かめい&status=underreview");
        await page.Locator(".alist tbody input[type=checkbox]").First.CheckAsync();
        await Expect(page.Locator(".bulkbar")).ToBeVisibleAsync();
        await page.FindsNoFaultAsync(Axe.Rules, 320, 1280);

        // The bar floats over the rows until one reaches the end of the list; axe counts only the half of a name that shows.
        await page.SetViewportSizeAsync(390, 844);
        await page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        await page.FindsNoFaultAsync(Axe.Rules, 390);

        await page.GotoAsync(await stage.Site.PathAsync("/admin/applications/{審査中}/review"));
        foreach (var criterion in await page.Locator(".score-row").AllAsync())
        {
            await criterion.GetByRole(AriaRole.Radio, new() { Name = "3", Exact = true }).CheckAsync();
        }

        await page.PressAsync("採点を保存する");
        await page.SavedAsync("採点を保存しました");
        await page.FindsNoFaultAsync();
    });

    [BrowserFact]
    public Task Two_applications_put_together_have_no_fault() => VisitAsync(Role.Administrator, async page =>
    {
        await page.GotoAsync(await stage.Site.PathAsync("/admin/applications/{受付}/merging?with={補欠}"));
        await page.Locator($"input[name=Main][value='{await stage.Site.PathAsync("{受付}")}']").CheckAsync();
        await page.PressAsync("2件を1つにまとめる");
        await page.SavedAsync("同じ人の申し込みとしてまとめました。メールはお送りしていません");
        await page.Locator(".merged > summary").ClickAsync();
        await page.FindsNoFaultAsync();

        // The other tests of this site count on sixty.
        await page.PressAsync("この申し込みを分ける");
        await page.FindsNoFaultAsync();
    });

    [BrowserFact]
    public Task Decisions_from_the_preparation_to_the_stopped_mails_have_no_fault() => VisitAsync(Role.Administrator, async page =>
    {
        await page.GotoAsync("/admin/applications?q=かめい&status=underreview");
        foreach (var box in await page.Locator(".alist tbody input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }

        await page.PressAsync("参加確定を準備");
        await page.SeesAsync("決定");
        await page.FindsNoFaultAsync();
        await page.PressAsync("選んだ決定を確かめる");
        await Expect(page.Locator(".sure")).ToBeVisibleAsync();
        await page.FindsNoFaultAsync();
        await page.Locator(".sure button").ClickAsync();
        await Expect(page.Locator(".decided")).ToBeVisibleAsync();
        await page.FindsNoFaultAsync();
        await page.Locator("#stop button").ClickAsync();
        await Expect(page.Locator(".note--warn")).ToBeVisibleAsync();
        await page.FindsNoFaultAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "決定を取り消す" }).First.ClickAsync();
        await page.SeesAsync("決定を取り消す");
        await page.FindsNoFaultAsync();
    });

    [BrowserFact]
    public Task A_desk_that_may_only_be_read_has_no_fault() => VisitAsync(Role.Viewer, async page =>
    {
        foreach (var path in ReadOnly)
        {
            await page.GotoAsync(await stage.Site.PathAsync(path));
            await page.FindsNoFaultAsync();
        }

        var refused = await page.GotoAsync("/admin/staff");
        Assert.Equal(403, refused!.Status);
        await page.SeesAsync("この操作は許可されていません");
        await page.FindsNoFaultAsync();
    });

    [BrowserTheory]
    [InlineData("/admin/applications/{受付}", "担当を決める")]
    [InlineData("/admin/applications/{受付}", "準備する")]
    [InlineData("/admin/applications/{受付}/contact", "直した内容を保存する")]
    public Task A_page_that_is_out_of_date_has_no_fault(string path, string button) => VisitAsync(Role.Administrator, async page =>
    {
        await page.GotoAsync(await stage.Site.PathAsync(path));
        await page.EvaluateAsync("document.querySelectorAll(`main input[name='version' i]`).forEach(f => f.value = f.value.replace(/./, d => d === '0' ? '1' : '0'))");

        await page.PressAsync(button);

        await Expect(page.Locator(".stale")).ToBeVisibleAsync();
        await page.FindsNoFaultAsync();
    });

    [BrowserFact]
    public Task A_text_of_ones_own_and_a_mail_sent_to_oneself_have_no_fault() => VisitAsync(Role.Administrator, async page =>
    {
        await page.GotoAsync("/admin/templates/waitlist");
        await page.PressAsync("自分に試し送りする");
        await Expect(page.Locator(".saved")).ToContainTextAsync("試し送りしました");
        await page.FindsNoFaultAsync();

        await page.GetByLabel("件名").FillAsync("お申し込みについて（{受付番号}）");
        await page.PressAsync("保存する");
        await Expect(page.Locator(".danger-zone")).ToBeVisibleAsync();
        await page.FindsNoFaultAsync();
    });

    private Task VisitAsync(Role role, Func<IPage, Task> visit, [System.Runtime.CompilerServices.CallerMemberName] string test = "") => stage.VisitAsync(
        new View(Axe: true),
        async page =>
        {
            await stage.Site.FillAsync();
            await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(role));
            await visit(page);
        },
        test: test);
}

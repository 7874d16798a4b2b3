using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>The pages in front of the desk: signing in, mailed links, the second factor, and what stands between when time has passed.</summary>
public sealed class DeskAxeDoorTests(Stage stage) : IClassFixture<Stage>
{
    [BrowserFact]
    public Task Signing_in_has_no_fault() => stage.VisitAsync(new View(Axe: true), async page =>
    {
        var account = await stage.Site.AccountAsync(Role.Reviewer, "事務局 戸口");
        await page.GotoAsync("/admin/sign-in");
        await page.FindsNoFaultAsync();
        await page.SignInAsync(account, "ちがうパスワード");
        await IsMarkedAsync(page, "サインイン");

        await page.SignInAsync(account);
        await page.SeesAsync("ダッシュボード");
        await page.GotoAsync("/admin/account/second-factor");
        await page.PressAsync("登録する");
        await IsMarkedAsync(page, "2段階認証の設定");
        var app = await page.SetUpSecondFactorAsync();
        await page.FindsNoFaultAsync();
        await page.GotoAsync("/admin/account");
        await page.FindsNoFaultAsync();
        await page.OpenMenuAsync();
        await page.PressAsync("サインアウト");

        await page.SignInAsync(account);
        await page.SeesAsync("認証コード");
        await page.FindsNoFaultAsync();
        await page.EnterCodeAsync("12345");
        await IsMarkedAsync(page, "認証コード");
        await page.GotoAsync("/admin/sign-in/recovery");
        await page.FindsNoFaultAsync();
        await page.EnterCodeAsync("ABCDE-FGHIJ");
        await IsMarkedAsync(page, "回復コード");
        await page.GotoAsync("/admin/sign-in/second-factor");
        await page.EnterCodeAsync(app.NextCode());
        await page.SeesAsync("ダッシュボード");
    });

    [BrowserFact]
    public Task Being_invited_has_no_fault() => stage.VisitAsync(new View(Axe: true), async page =>
    {
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));
        await page.GotoAsync("/admin/staff/new");
        await page.GetByLabel("メールアドレス").FillAsync("invited@example.jp");
        await page.GetByLabel("お名前").FillAsync("招待 花子");
        await page.GetByLabel("役割").SelectOptionAsync("Reviewer");
        await page.GetByLabel("見られる期").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.PressAsync("招待のメールを送る");
        var link = await LinkAsync("invited@example.jp", "/admin/invitations/");
        await page.GotoAsync("/admin/staff");
        await page.FindsNoFaultAsync();
        await page.FollowAsync("招待 花子");
        await page.FindsNoFaultAsync();

        await page.Context.ClearCookiesAsync();
        await TakeLinkAsync(page, link, "決めて次へ進む");
        await page.SeesAsync("2段階認証の設定");
        await page.FindsNoFaultAsync();
        await page.GotoAsync(link);
        await page.SeesAsync("このリンクは使えません");
        await page.FindsNoFaultAsync();
    });

    [BrowserFact]
    public Task Forgetting_the_password_has_no_fault() => stage.VisitAsync(new View(Axe: true), async page =>
    {
        var account = await stage.Site.AccountAsync(Role.Viewer, "事務局 忘れ物");
        await page.GotoAsync("/admin/password/forgotten");
        await page.FindsNoFaultAsync();
        await page.GetByLabel("メールアドレス").FillAsync(account.Email!);
        await page.PressAsync("リンクを送る");
        await page.SeesAsync("メールをご確認ください");
        await page.FindsNoFaultAsync();

        var link = await LinkAsync(account.Email!, "/admin/password/");
        await TakeLinkAsync(page, link, "決める");
        await page.SeesAsync("管理画面へのサインイン");
        await page.FindsNoFaultAsync();
        await page.GotoAsync(link);
        await page.SeesAsync("このリンクは使えません");
        await page.FindsNoFaultAsync();
    });

    [BrowserFact]
    public Task Being_asked_for_the_password_again_has_no_fault() => stage.VisitAsync(new View(Axe: true), async page =>
    {
        await stage.Site.FillAsync();
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator), TimeSpan.FromMinutes(20));
        await page.GotoAsync(await stage.Site.PathAsync("/admin/applications/{受付}/payments"));
        await page.GetByLabel("入金のあった日").FillAsync("2022-06-10");
        await page.PressAsync("入金を記録する");
        await page.SeesAsync("パスワードの確認");
        await page.FindsNoFaultAsync();
        await page.GetByLabel("パスワード").FillAsync("ちがうパスワード");
        await page.PressAsync("確認して続ける");
        await IsMarkedAsync(page, "パスワードの確認");

        await page.GetByLabel("パスワード").FillAsync(DeskSite.Password);
        await page.PressAsync("確認して続ける");

        await Expect(page.Locator(".saved p")).ToContainTextAsync("入金を記録しました");
    });

    [BrowserFact]
    public Task A_form_that_was_kept_has_no_fault() => stage.VisitAsync(new View(Axe: true), async page =>
    {
        await stage.Site.FillAsync();
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));
        await page.GotoAsync(await stage.Site.PathAsync("/admin/applications/{受付}"));
        await page.GetByLabel("メモを追加").FillAsync("長いメモ\n二行目");
        await page.Context.ClearCookiesAsync(new() { Name = "cxolab-staff" });
        await page.PressAsync("メモを保存");
        await page.SeesAsync("サインインの期限が切れました");
        await page.FindsNoFaultAsync();

        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator));
        await page.PressAsync("もう一度送る");
        await page.SeesAsync("もう一度お試しください");
        await page.FindsNoFaultAsync();
        await page.PressAsync("もう一度送る");

        await page.SavedAsync("メモを保存しました");
        await Expect(page.Locator(".memo").First).ToContainTextAsync("二行目");
    });

    private static async Task IsMarkedAsync(IPage page, string title)
    {
        await Expect(page).ToHaveTitleAsync($"エラー：{title}｜塩尻CxO Lab 管理");
        await page.FindsNoFaultAsync();
    }

    // A password that is too short, then a good one.
    private static async Task TakeLinkAsync(IPage page, string link, string button)
    {
        await page.GotoAsync(link);
        await page.FindsNoFaultAsync();
        await page.Locator("#newpassword").FillAsync("みじかい");
        await page.PressAsync(button);
        await Expect(page).ToHaveTitleAsync(new Regex("^エラー："));
        await page.FindsNoFaultAsync();
        await page.Locator("#newpassword").FillAsync("奈良井川の朝霧を見に行きます");
        await page.PressAsync(button);
    }

    private async Task<string> LinkAsync(string email, string path)
    {
        var mail = await stage.Site.MailAsync(email, "塩尻CxO Lab");
        return Regex.Match(mail.TextBody!, Regex.Escape(path) + "[^\\s]+").Value;
    }
}

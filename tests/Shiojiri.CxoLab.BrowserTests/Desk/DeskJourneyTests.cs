using Microsoft.Playwright;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>A day at the desk, from the sign-in to the sign-out.</summary>
public sealed class DeskJourneyTests(Stage stage) : IClassFixture<Stage>
{
    // Each time other people: those of one family who are under review. The one who is accepted has paid nothing yet.
    [BrowserTheory]
    [InlineData(1280, true, "みほん", "見本 健", "見本 三郎")]
    [InlineData(1280, false, "れいだい", "例題 葵", "例題 花子")]
    [InlineData(390, true, "もぎ", "模擬 葵", "模擬 美咲")]
    [InlineData(390, false, "しさく", "試作 花子", "試作 楓")]
    public Task Staff_review_decide_and_take_money(int width, bool script, string word, string accepted, string spared) =>
        stage.VisitAsync(new View(width, script), async page =>
        {
            await stage.Site.FillAsync();
            var account = await stage.Site.AccountAsync(Role.Administrator, $"事務局 {word}");
            var watch = Watch.Over(page.Context, stage.Site);

            await SignInWithCodeAsync(page, account);
            await FromDashboardToListAsync(page, word, accepted, spared);
            var first = await ReviewAsync(page, script);
            await DecideAsync(page, script, accepted, spared);
            await TakeMoneyAsync(page, accepted);
            await FindInAuditAsync(page, account, first, accepted, spared);
            await LeaveAsync(page);

            watch.SawNoFault();
        });

    private static async Task SignInWithCodeAsync(IPage page, StaffAccount account)
    {
        await page.SignInAsync(account);
        await page.SeesAsync("ダッシュボード");
        await page.OpenMenuAsync();
        await page.Locator(".adm-head a[href='/admin/account']:visible").ClickAsync();
        await page.FollowAsync("2段階認証を設定する");
        var app = await page.SetUpSecondFactorAsync();
        Assert.Equal(10, await page.Locator(".codes li").CountAsync());
        await page.FollowAsync("控えたので、管理画面へ");
        await page.OpenMenuAsync();
        await page.PressAsync("サインアウト");
        await page.SavedAsync("サインアウトしました。");

        await page.SignInAsync(account);
        await page.SeesAsync("認証コード");
        await page.EnterCodeAsync(app.NextCode());
        await page.SeesAsync("ダッシュボード");
    }

    private static async Task FromDashboardToListAsync(IPage page, string word, string accepted, string spared)
    {
        var unread = page.Locator(".todos a", new() { HasText = "未審査の申し込み" });
        var received = await unread.Locator(".todos__n").InnerTextAsync();
        await unread.ClickAsync();
        await page.SeesAsync("申込者");
        var rows = page.Locator(".alist tbody tr");
        Assert.Equal(received, $"{await rows.CountAsync()}件");
        await Expect(rows.Filter(new() { HasText = "受付" })).ToHaveCountAsync(await rows.CountAsync());

        await page.Locator(".fchips a", new() { HasText = "審査中" }).ClickAsync();
        await Expect(page.Locator(".fchips [aria-current]")).ToContainTextAsync("審査中");
        await page.Locator("#q").FillAsync(word);
        await page.PressAsync("絞り込む");
        await Expect(page.Locator("#q")).ToHaveValueAsync(word);
        await Expect(page.Locator(".alist__name a")).ToHaveCountAsync(2);
        Assert.Equal(new[] { accepted, spared }.Order(), (await page.Locator(".alist__name a").AllInnerTextsAsync()).Order());
    }

    /// <summary>A note and a score for the first in the list, then on to the next and back to the list.</summary>
    private static async Task<string> ReviewAsync(IPage page, bool script)
    {
        var names = await page.Locator(".alist__name a").AllInnerTextsAsync();
        await page.FollowAsync(names[0]);
        await SeesPersonAsync(page, names[0]);
        await page.GetByLabel("メモを追加").FillAsync("電話で話しました。\n現地日程を確かめます。");
        await page.PressAsync("メモを保存");
        await page.SavedAsync("メモを保存しました");
        await Expect(page.Locator(".memo").First).ToContainTextAsync("現地日程を確かめます。");

        await page.FollowAsync("採点する");
        await Expect(page.Locator(".score-row")).Not.ToHaveCountAsync(0);
        foreach (var criterion in await page.Locator(".score-row").AllAsync())
        {
            await criterion.GetByRole(AriaRole.Radio, new() { Name = "4", Exact = true }).CheckAsync();
        }

        await page.GetByLabel("コメント").FillAsync("経験が課題に合っています。");
        await page.PressAsync("採点を保存する");
        await page.SavedAsync("採点を保存しました");
        await page.FollowAsync("申込者のページへ戻る");
        await SeesPersonAsync(page, names[0]);

        // The name can be there before the script is, which then would not hear the key.
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await (script ? page.Keyboard.PressAsync("j") : page.Locator("a[rel=next]").ClickAsync());
        await SeesPersonAsync(page, names[1]);
        await page.FollowAsync("申込者の一覧へ戻る");
        await page.SeesAsync("申込者");
        return names[0];
    }

    private async Task DecideAsync(IPage page, bool script, string accepted, string spared)
    {
        foreach (var name in new[] { accepted, spared })
        {
            await page.GetByLabel($"{name}を選ぶ", new() { Exact = true }).CheckAsync();
        }

        if (script)
        {
            await Expect(page.Locator("[data-selected-count]")).ToHaveTextAsync("2");
        }

        await page.PressAsync("参加確定を準備");
        await page.SavedAsync("2件を「参加確定」にする準備をしました。まだ決まっていません");
        await ChooseAsync(page, script, accepted, spared);
        var (subject, text) = await LookThroughAsync(page, script, accepted);
        await page.PressAsync("1件を決定して知らせる");
        await StopAndSendAfterAllAsync(page, accepted, subject);

        var application = await stage.Site.ApplicationOfAsync(accepted);
        var mail = await stage.Site.MailAsync(application.Email!, subject);
        Assert.Equal((subject, Lines(text)), (mail.Subject, Lines(mail.TextBody!)));
        Assert.Equal((ApplicationStatus.Accepted, ApplicationStatus.UnderReview), (application.Status, (await stage.Site.ApplicationOfAsync(spared)).Status));
    }

    /// <summary>Only what one has prepared oneself is ticked; one preparation is dropped.</summary>
    private static async Task ChooseAsync(IPage page, bool script, string accepted, string spared)
    {
        var ticked = page.Locator(".pick > li:has(:checked) .who a > span");
        Assert.Equal(new[] { accepted, spared }.Order(), (await ticked.AllInnerTextsAsync()).Order());
        if (script)
        {
            var box = page.GetByLabel($"{spared}の決定を選ぶ");
            await box.UncheckAsync();
            await Expect(page.Locator("[data-selected-count]")).ToHaveTextAsync("1");
            await Expect(page.Locator("[data-selected-of=Accepted]")).ToHaveTextAsync("1");
            await box.CheckAsync();
            await Expect(page.Locator("aside h2")).ToHaveTextAsync("選んだ決定 2件", new() { UseInnerText = true });
        }

        var row = page.Locator(".pick > li").Filter(new() { HasText = spared });
        await row.GetByRole(AriaRole.Button, new() { Name = "やめる" }).ClickAsync();
        await page.SavedAsync("準備をやめました");
        await Expect(row).ToHaveCountAsync(0);
    }

    /// <summary>The last check page, and what the one mail on it says.</summary>
    private static async Task<(string Subject, string Text)> LookThroughAsync(IPage page, bool script, string accepted)
    {
        await page.PressAsync("選んだ決定を確かめる");
        await page.SeesAsync("この1件を決定して知らせますか");
        await Expect(page.Locator(".adm-top p")).ToHaveTextAsync("参加確定1、メール1通。まだ何も送っていません。");
        await Expect(page.Locator(".mails .who > span")).ToHaveTextAsync(accepted);
        await Expect(page.Locator(".letter__text")).Not.ToBeVisibleAsync();
        await page.PressAsync("メールをすべて開く");
        await Expect(page.Locator(".letter__text")).ToBeVisibleAsync();
        Assert.Equal(script, !page.Url.Contains("mails=open", StringComparison.Ordinal));
        return (await page.Locator(".letter__s").InnerTextAsync(), (await page.Locator(".letter__text").TextContentAsync())!);
    }

    /// <summary>The mail waits, is stopped, and is sent after all from its own page.</summary>
    private static async Task StopAndSendAfterAllAsync(IPage page, string accepted, string subject)
    {
        await page.SeesAsync("決定した1件");
        await Expect(page.Locator(".decided td .chip").Last).ToContainTextAsync("に送ります");
        await page.PressAsync("メール1通を止める");
        await page.SavedAsync("メール1通を止めました");
        await Expect(page.Locator(".decided td .chip").Last).ToHaveTextAsync("止めた");

        await FindMailAsync(page, accepted, subject);
        await Expect(page.Locator(".note--warn")).ToContainTextAsync("このメールではお知らせしていません");
        await page.PressAsync("送り直す");
        await Expect(page.Locator(".saved")).ToContainTextAsync("送り直しました");
    }

    private static async Task FindMailAsync(IPage page, string name, string subject)
    {
        await page.FromMenuAsync("メール");
        await page.SeesAsync("メール");
        await page.Locator("#q").FillAsync(name);
        await page.PressAsync("さがす");
        await page.Locator(".alist tr", new() { HasText = "参加確定のお知らせ" }).GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await Expect(page.Locator(".mailpaper__subject")).ToHaveTextAsync(subject);
    }

    private async Task TakeMoneyAsync(IPage page, string name)
    {
        await page.FollowAsync(name);
        await SeesPersonAsync(page, name);
        await page.FollowAsync("入金を記録する");
        await page.GetByLabel("入金のあった日").FillAsync("2022-06-10");
        await page.PressAsync("入金を記録する");
        await page.SavedAsync("入金を記録しました。お礼のメールをお送りします");
        await Expect(page.Locator(".adm-top .chip")).ToHaveTextAsync("完納");

        var application = await stage.Site.ApplicationOfAsync(name);
        var thanks = await stage.Site.MailAsync(application.Email!, "ご入金を確認しました");
        Assert.Equal($"【塩尻CxO Lab】ご入金を確認しました（{ApplicationNumber.Grouped(application.Number)}）", thanks.Subject);
    }

    private static async Task FindInAuditAsync(IPage page, StaffAccount account, string first, string accepted, string spared)
    {
        await page.FromMenuAsync("設定", "操作記録");
        await page.SeesAsync("操作記録");
        await page.GetByLabel("操作した人").SelectOptionAsync(account.DisplayName);
        await page.PressAsync("絞り込む");
        await Expect(page.GetByLabel("操作した人")).ToHaveValueAsync(account.DisplayName);

        var done = await page.Locator(".say > li > span:nth-child(3)").AllInnerTextsAsync();
        string[] expected =
        [
            "2段階認証を設定", $"{first}さんにメモを追加", $"{first}さんを採点", $"{accepted}さんを「参加確定」とする準備", $"{spared}さんを「参加確定」とする準備",
            $"{spared}さんを「参加確定」とする準備を取り消し", $"{accepted}さんを「審査中」から「参加確定」に変更", $"{accepted}さんの入金 20,000円",
        ];
        Assert.All(expected, line => Assert.Contains(done, said => said.StartsWith(line, StringComparison.Ordinal)));
    }

    /// <summary>Out, and in again neither by the address nor by a copy of the cookie.</summary>
    private static async Task LeaveAsync(IPage page)
    {
        var copied = (await page.Context.CookiesAsync()).Single(c => c.Name == "cxolab-staff");

        await page.OpenMenuAsync();
        await page.PressAsync("サインアウト");
        await page.SeesAsync("管理画面へのサインイン");
        await page.GotoAsync("/admin");
        await page.SeesAsync("管理画面へのサインイン");

        await page.Context.AddCookiesAsync([new Cookie { Name = copied.Name, Value = copied.Value, Domain = copied.Domain, Path = copied.Path, HttpOnly = true }]);
        await page.GotoAsync("/admin/applications");
        await page.SeesAsync("管理画面へのサインイン");
    }

    private static Task SeesPersonAsync(IPage page, string name) => Expect(page.Locator("main h1")).ToContainTextAsync(name);

    // A mail ends its lines with CR LF.
    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim();
}

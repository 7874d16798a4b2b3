using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests;

public sealed class InquiryJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [BrowserTheory]
    [InlineData(390, true)]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    public Task A_question_is_asked_answered_and_read(int width, bool script) => stage.VisitAsync(new View(width, script), async page =>
    {
        var email = $"question-{width}-{script}@example.jp";

        await page.GotoAsync("/faq");
        await page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "お問い合わせ" }).First.ClickAsync();
        await page.SeesAsync("お問い合わせ");
        await page.GetByLabel("氏名").FillAsync("例文 みどり");
        await page.GetByLabel("内容").FillAsync("平日の夜に参加できない日があります。");
        await page.PressAsync("送信する");
        await Expect(page.Locator(".errsum")).ToBeFocusedAsync();
        await Expect(page.Locator(".errsum li")).ToHaveTextAsync("メールアドレスを入力してください");
        await Expect(page.GetByLabel("氏名")).ToHaveValueAsync("例文 みどり");
        await page.GetByLabel("メールアドレス").FillAsync(email);
        await page.PressAsync("送信する");
        await page.SeesAsync("お問い合わせを受け取りました");
        var receipt = await stage.Site.MailAsync(email, "お問い合わせを受け取りました");

        var key = await stage.Site.InDatabaseAsync(db => db.Inquiries.Where(i => i.Email == email).Select(i => i.Key).SingleAsync());
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Reviewer));
        await page.GotoAsync("/admin/inquiries");
        await page.Locator($".alist a[href='/admin/inquiries/{key}']").ClickAsync();
        await page.GetByLabel("本文").FillAsync("録画を後から見られます。");
        await page.PressAsync("返事を送る");
        await Expect(page.Locator(".adm-top .chip")).ToHaveTextAsync("済み");
        var answer = await stage.Site.MailAsync(email, "お返事");

        Assert.Contains("> 平日の夜に参加できない日があります。", receipt.TextBody, StringComparison.Ordinal);
        Assert.Contains("録画を後から見られます。", answer.TextBody, StringComparison.Ordinal);
    });

    [BrowserTheory]
    [InlineData(390, true)]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    public Task A_lost_mail_is_asked_for_again(int width, bool script) => stage.VisitAsync(new View(width, script), async page =>
    {
        var email = $"lost-{width}-{script}@example.jp";
        await page.ToCompletionAsync(email);

        await page.GotoAsync("/contact");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "メールが届かないとき" }).ClickAsync();
        await page.SeesAsync("受付番号とご案内を、もう一度お送りします");
        await page.GetByLabel("メールアドレス").FillAsync(email);
        await page.PressAsync("メールを受け取る");
        await page.SeesAsync("お申し込みがあれば、メールが届きます");
        var mail = await stage.Site.MailAsync(email, "受付番号とお申し込みの状況");
        var link = mail.TextBody!.Split('\n').Single(line => line.Contains("/apply/complete/", StringComparison.Ordinal)).Trim();
        await page.GotoAsync(new Uri(link).AbsolutePath);

        await page.SeesAsync("お申し込みを受け付けました");
    });

    [BrowserTheory]
    [InlineData(390, true)]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    public Task A_slip_in_the_address_is_mended_by_one_press(int width, bool script) => stage.VisitAsync(new View(width, script), async page =>
    {
        var local = $"slip-{width}-{script}".ToLowerInvariant();
        await page.ToCheckPageAsync($"{local}@gmail.co");

        await page.PressAsync("gmail.comに直す");
        await Expect(page.Locator("#address [role=status]")).ToHaveTextAsync("gmail.comに直しました。");
        await page.PressAsync("この内容で申し込む");
        await page.SeesAsync("お申し込みを受け付けました");

        await stage.Site.MailAsync($"{local}@gmail.com", "お支払い方法のご案内");
    });

    [BrowserTheory]
    [InlineData("/contact", "送信する")]
    [InlineData("/apply/again", "メールを受け取る")]
    public Task A_form_with_errors_has_no_fault(string path, string button) => stage.VisitAsync(new View(Axe: true), async page =>
    {
        await page.GotoAsync(path);
        await page.PressAsync(button);
        await Expect(page.Locator(".errsum")).ToBeVisibleAsync();

        await page.FindsNoFaultAsync();
    });
}

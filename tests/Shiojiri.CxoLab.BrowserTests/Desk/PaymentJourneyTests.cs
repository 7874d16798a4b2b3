using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>Somebody is late with the fee, is asked again, pays twice as much, and gets the rest back.</summary>
public sealed class PaymentJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [BrowserTheory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public Task A_late_fee_is_asked_for_paid_and_partly_given_back(int width, bool script) => stage.VisitAsync(new View(width, script), async page =>
    {
        var name = $"期限 {width}号{(script ? "" : "の弟")}";
        var email = await LateAsync(name, $"late-{width}-{script}@example.jp".ToLowerInvariant());
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Treasurer));

        await page.GotoAsync("/admin");
        await page.Locator(".todos a[href^='/admin/payments/overdue']").ClickAsync();
        await Expect(page.Locator(".rt tbody")).ToContainTextAsync(name);
        await page.PressAsync("1人にお願いを送る");
        await Expect(page.Locator("main h1")).ToContainTextAsync("人にお支払いをお願いしました");
        Assert.Contains("期限を過ぎましたが", (await stage.Site.MailAsync(email, "参加費のお支払いについて")).TextBody, StringComparison.Ordinal);

        await page.FollowAsync(name);
        await page.PressAsync("支払い案内を送り直す");
        await page.SavedAsync("お支払いのご案内を送信待ちに入れました。まもなく送られます。");
        await Expect(page.Locator("form[action*='payment-instructions'] .hint")).ToContainTextAsync("お支払いのご案内（再送）");
        await stage.Site.MailAsync(email, "お支払い方法のご案内");

        await page.FollowAsync("入金を記録する");
        await Expect(page.Locator(".daypick button", new() { HasText = "入金のあった日" })).ToHaveCountAsync(script ? 1 : 0);
        await page.GetByLabel("金額").First.FillAsync("40,000");
        await page.PressAsync("入金を記録する");
        await Expect(page.Locator(".note--act b")).ToHaveTextAsync("20,000円多く入金されています");
        await KeepAccountAsync(page);

        await page.GotoAsync("/admin/payments/refunds");
        await page.Locator(".rt tr", new() { HasText = name }).GetByRole(AriaRole.Link, new() { Name = "返金を記録" }).ClickAsync();
        await Expect(page.Locator("#refund .account")).ToContainTextAsync("シオジリ ハナコ");
        await page.Locator("#refund [name=Amount]").FillAsync("20000");
        await page.PressAsync("返金を記録する");
        await page.SavedAsync("返金を記録しました");
        await Expect(page.Locator(".adm-top .chip")).ToHaveTextAsync("完納");
    });

    private static async Task KeepAccountAsync(IPage page)
    {
        await page.GetByLabel("金融機関名").FillAsync("塩尻銀行");
        await page.GetByLabel("支店名").FillAsync("本店");
        await page.GetByLabel("支店コード").FillAsync("001");
        await page.GetByLabel("口座番号").FillAsync("1234567");
        await page.GetByLabel("口座名義").FillAsync("しおじり はなこ");
        await page.PressAsync("口座を保存する");
        await page.SavedAsync("お返し先の口座を保存しました");
    }

    /// <summary>An application whose due day passed in May.</summary>
    private Task<string> LateAsync(string name, string email) => stage.Site.InDatabaseAsync(async db =>
    {
        var at = new DateTime(2022, 5, 20, 0, 0, 0, DateTimeKind.Utc);
        var cohort = await db.Cohorts.Include(c => c.Sessions).Include(c => c.InterestAreas).OrderByDescending(c => c.Ordinal).FirstAsync();
        var applicant = new Applicant(
            RandomToken.Draw(), name, "シオジリ ハナコ", email, null, "東京都", null,
            cohort.OnSiteSessions.ToDictionary(s => s.Id, _ => AttendanceAnswer.Yes), [], "動機", null, null, null);
        db.Add(((Reception.Accepted)cohort.Receive(applicant, at, at, 7)).Application);
        await db.SaveChangesAsync();
        return email;
    });
}

using Microsoft.Playwright;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Payments;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests;

public sealed class ApplyJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [BrowserTheory]
    [InlineData(true, 390)]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    [InlineData(false, 1280)]
    public Task Somebody_gets_from_the_home_page_to_a_number_and_a_mail(bool script, int width) => stage.VisitAsync(new View(width, script), async page =>
    {
        var email = $"journey-{script}-{width}@example.jp";

        await page.GotoAsync("/");
        await page.Locator("a[href='/apply']:visible", new PageLocatorOptions { HasText = "申し込む" }).First.ClickAsync();
        await page.SeesAsync("第三期メンバー 申し込み");
        await page.FillAsync(ApplyScreens.Typed(email));
        await page.PressAsync("入力内容を確認する");
        await page.SeesAsync("入力内容の確認");
        await Expect(page.Locator(".mailto-big")).ToHaveTextAsync(email);
        await page.PressAsync("修正する");
        await page.SeesAsync("第三期メンバー 申し込み");
        Assert.Equal(ApplyScreens.Understood(email), await page.AnswersAsync());
        await page.PressAsync("入力内容を確認する");
        await page.PressAsync("この内容で申し込む");
        await page.SeesAsync("お申し込みを受け付けました");

        var application = Assert.Single(await stage.Site.ApplicationsOfAsync(email));
        var mail = Assert.Single(await stage.Site.MailsToAsync(email));
        var number = ApplicationNumber.Grouped(application.Number);
        Assert.Equal($"/apply/complete/{application.Key}", new Uri(page.Url).AbsolutePath);
        await Expect(page.Locator(".done__ref b")).ToHaveTextAsync(number);
        await Expect(page.Locator(".amount")).ToHaveTextAsync("20,000円");
        await Expect(page.GetByText(PayerName.For(application.Number, "シオジリ タロウ"), new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        Assert.Equal($"【塩尻CxO Lab】お申し込みの受付とお支払い方法のご案内（{number}）", mail.Subject);
        Assert.Contains(number, mail.TextBody, StringComparison.Ordinal);
    });

    [BrowserTheory]
    [InlineData(true, 390)]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    [InlineData(false, 1280)]
    public Task Somebody_who_makes_mistakes_is_led_to_each_and_loses_nothing(bool script, int width) => stage.VisitAsync(new View(width, script), async page =>
    {
        var email = $"mistakes-{script}-{width}@example.jp";
        var right = ApplyScreens.Typed(email);
        var wrong = right
            .Where(answer => answer.Field is not ("Attendance[field-work]" or "Consent"))
            .Select(answer => answer.Field switch
            {
                "Kana" => (answer.Field, "塩尻 太郎"),
                "Email" => (answer.Field, "taro.example.jp"),
                "Motivation" => (answer.Field, ""),
                _ => answer,
            })
            .ToArray();

        await page.GotoAsync("/apply");
        await page.FillAsync(wrong);
        await page.PressAsync("入力内容を確認する");
        await Expect(page).ToHaveTitleAsync("エラー：第三期メンバー 申し込み｜塩尻CxO Lab");
        await Expect(page.Locator(".errsum")).ToBeFocusedAsync();
        await Expect(page.Locator(".errsum")).ToBeInViewportAsync();
        Assert.Equal(wrong, await page.AnswersAsync());

        var links = page.Locator(".errsum a");
        string[] fields = ["kana", "email", "attendance-field-work", "motivation", "consent"];
        Assert.Equal(fields.Select(field => $"#{field}"), await links.EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))"));
        for (var i = 0; i < fields.Length; i++)
        {
            await links.Nth(i).ClickAsync();
            await Expect(page.Locator($"#{fields[i]}")).ToBeFocusedAsync();
            await Expect(page.Locator($"#{fields[i]}")).ToBeInViewportAsync();
            await Expect(page.Locator($"#{fields[i]}-error")).ToBeVisibleAsync();
        }

        await page.FillAsync(right);
        await page.PressAsync("入力内容を確認する");
        await page.PressAsync("この内容で申し込む");
        await page.SeesAsync("お申し込みを受け付けました");
        Assert.Single(await stage.Site.ApplicationsOfAsync(email));
    });

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Correcting_one_answer_leads_to_its_field_and_back(bool script) => stage.VisitAsync(new View(390, script), async page =>
    {
        await page.ToCheckPageAsync("correct@example.jp");

        await page.PressAsync("修正 する（職業）");
        await Expect(page.Locator("#occupation")).ToBeInViewportAsync();
        await page.FillAsync([("Occupation", "家具職人")]);
        await page.PressAsync("入力内容を確認する");

        await page.SeesAsync("入力内容の確認");
        await Expect(page.Locator(".deflist > div", new PageLocatorOptions { HasText = "職業" }).Locator("dd").First).ToHaveTextAsync("家具職人");
    });
}

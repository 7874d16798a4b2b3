using Microsoft.Playwright;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.BrowserTests.Testing;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests;

public sealed class BackAndReloadTests(Stage stage) : IClassFixture<Stage>
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Back_from_the_check_page_shows_the_form_with_everything_typed(bool script) => stage.VisitAsync(new View(390, script), async page =>
    {
        const string Email = "back@example.jp";
        await page.ToCheckPageAsync(Email);

        await page.GoBackAsync();

        await page.SeesAsync("第三期メンバー 申し込み");
        Assert.Equal(ApplyScreens.Typed(Email), await page.AnswersAsync());
    });

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Back_after_mending_errors_shows_the_form_with_everything_typed(bool script) => stage.VisitAsync(new View(390, script), async page =>
    {
        const string Email = "back-mended@example.jp";
        await page.GotoAsync("/apply");
        await page.FillAsync(ApplyScreens.Typed(Email).Where(answer => answer.Field is not ("Motivation" or "Consent")));
        await page.PressAsync("入力内容を確認する");
        await Expect(page.Locator(".errsum")).ToBeVisibleAsync();
        await page.FillAsync(ApplyScreens.Typed(Email));
        await page.PressAsync("入力内容を確認する");
        await page.SeesAsync("入力内容の確認");

        await page.GoBackAsync();

        await page.SeesAsync("第三期メンバー 申し込み");
        Assert.Equal(ApplyScreens.Typed(Email), await page.AnswersAsync());
    });

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Back_after_a_correction_shows_the_form_with_everything_typed(bool script) => stage.VisitAsync(new View(390, script), async page =>
    {
        const string Email = "back-corrected@example.jp";
        await page.ToCheckPageAsync(Email);
        await page.PressAsync("修正する");
        await page.SeesAsync("第三期メンバー 申し込み");
        await page.FillAsync(ApplyScreens.Typed(Email));
        await page.PressAsync("入力内容を確認する");
        await page.SeesAsync("入力内容の確認");

        await page.GoBackAsync();

        await page.SeesAsync("第三期メンバー 申し込み");
        Assert.Equal(ApplyScreens.Typed(Email), await page.AnswersAsync());
    });

    [BrowserFact]
    public Task Back_to_the_form_and_sending_it_again_makes_one_application() => stage.VisitAsync(new View(), async page =>
    {
        const string Email = "again@example.jp";
        await page.ToCompletionAsync(Email);
        await page.EvaluateAsync("history.go(-2)");
        await page.SeesAsync("第三期メンバー 申し込み");
        Assert.Equal(ApplyScreens.Typed(Email), await page.AnswersAsync());

        await page.PressAsync("入力内容を確認する");
        await page.PressAsync("この内容で申し込む");

        await page.SeesAsync("お申し込みを受け付けました");
        Assert.Single(await stage.Site.ApplicationsOfAsync(Email));
    });

    [BrowserFact]
    public Task Reloading_the_completion_page_sends_nothing() => stage.VisitAsync(new View(), async page =>
    {
        const string Email = "reload@example.jp";
        await page.ToCompletionAsync(Email);
        var number = await page.Locator(".done__ref b").InnerTextAsync();

        await page.ReloadAsync();

        await Expect(page.Locator(".done__ref b")).ToHaveTextAsync(number);
        Assert.Single(await stage.Site.ApplicationsOfAsync(Email));
        Assert.Single(await stage.Site.MailsToAsync(Email));
    });

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_double_click_on_the_last_button_makes_one_application(bool script) => stage.VisitAsync(new View(390, script), async page =>
    {
        var email = $"double-{script}@example.jp";
        await page.ToCheckPageAsync(email);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "この内容で申し込む", Exact = true }).DblClickAsync();

        await page.SeesAsync("お申し込みを受け付けました");
        var application = Assert.Single(await stage.Site.ApplicationsOfAsync(email));
        Assert.Single(await stage.Site.MailsToAsync(email));
        await Expect(page.Locator(".done__ref b")).ToHaveTextAsync(ApplicationNumber.Grouped(application.Number));
    });

    [BrowserFact]
    public Task Two_people_at_one_computer_both_get_through() => stage.VisitAsync(new View(), async first =>
    {
        var second = await first.Context.NewPageAsync();
        await first.ToCheckPageAsync("first@example.jp");
        await second.ToCheckPageAsync("second@example.jp");

        await first.PressAsync("この内容で申し込む");
        await second.PressAsync("この内容で申し込む");

        await first.SeesAsync("お申し込みを受け付けました");
        await second.SeesAsync("お申し込みを受け付けました");
        var firsts = Assert.Single(await stage.Site.ApplicationsOfAsync("first@example.jp"));
        var seconds = Assert.Single(await stage.Site.ApplicationsOfAsync("second@example.jp"));
        await Expect(first.Locator(".done__ref b")).ToHaveTextAsync(ApplicationNumber.Grouped(firsts.Number));
        await Expect(second.Locator(".done__ref b")).ToHaveTextAsync(ApplicationNumber.Grouped(seconds.Number));
    });

    [BrowserFact]
    public Task The_same_person_in_two_tabs_makes_one_application() => stage.VisitAsync(new View(), async first =>
    {
        const string Email = "two-tabs@example.jp";
        var second = await first.Context.NewPageAsync();
        await first.ToCheckPageAsync(Email);
        await second.ToCheckPageAsync(Email);

        await first.PressAsync("この内容で申し込む");
        await first.SeesAsync("お申し込みを受け付けました");
        await second.PressAsync("この内容で申し込む");
        await second.SeesAsync("お申し込みを受け付けました");

        var application = Assert.Single(await stage.Site.ApplicationsOfAsync(Email));
        var shown = await second.ContentAsync();
        Assert.DoesNotContain(application.Number, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(ApplicationNumber.Grouped(application.Number), shown, StringComparison.Ordinal);
    });
}

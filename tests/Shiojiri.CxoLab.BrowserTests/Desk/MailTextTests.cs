using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using static Microsoft.Playwright.Assertions;

namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>The text of a mail, written with the buttons and by keyboard alone.</summary>
public sealed class MailTextTests(Stage stage) : IClassFixture<Stage>
{
    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(390)]
    public Task The_buttons_put_signs_and_the_preview_follows(int width) => stage.VisitAsync(new View(width, Axe: true), async page =>
    {
        await page.Context.ComeInAsync(stage.Site, await stage.Site.AccountAsync(Role.Administrator, $"文面 {width}"));
        await page.GotoAsync("/admin/templates/waitlist");
        var text = page.Locator("textarea[name=Body]");
        var toolbar = page.GetByRole(AriaRole.Toolbar);
        await text.FillAsync("入金する\nメールを待つ");

        await text.PressAsync("ControlOrMeta+a");
        await toolbar.GetByRole(AriaRole.Button, new() { Name = "手順" }).PressAsync("Enter");

        await Expect(text).ToHaveValueAsync("1. 入金する\n2. メールを待つ");
        await Expect(page.Locator("[data-preview] .mailpaper__text")).ToContainTextAsync("1. 入金する\n2. メールを待つ\n");
        await text.PressAsync("ControlOrMeta+z");
        await text.FillAsync("大切");
        await text.PressAsync("ControlOrMeta+a");
        await text.PressAsync("ControlOrMeta+b");
        await Expect(text).ToHaveValueAsync("**大切**");
        await Expect(page.Locator("[data-preview] .mailpaper__text")).ToContainTextAsync("大切\n");
        await toolbar.GetByRole(AriaRole.Button, new() { Name = "見出し" }).ClickAsync();
        await Expect(text).ToHaveValueAsync("## **大切**");
        await Expect(page.Locator("[data-preview]:not([aria-busy]) .mailpaper__text")).ToContainTextAsync("■ 大切\n");
        await page.FindsNoFaultAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    });
}

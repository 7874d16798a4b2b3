using Microsoft.Playwright;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.BrowserTests.Testing;

/// <summary>What staff do on the screens of the desk.</summary>
internal static class DeskScreens
{
    /// <summary>A place of the menu, and where it has several pages, one of its tabs.</summary>
    public static async Task FromMenuAsync(this IPage page, string place, string? tab = null)
    {
        await page.OpenMenuAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "管理メニュー" }).GetByRole(AriaRole.Link, new() { Name = place }).ClickAsync();
        if (tab is not null)
        {
            await page.GetByRole(AriaRole.Navigation, new() { Name = $"{place}のページ" }).GetByRole(AriaRole.Link, new() { Name = tab }).ClickAsync();
        }
    }

    /// <summary>Where the places don't stand in a row, they and the way out lie behind one button.</summary>
    public static async Task OpenMenuAsync(this IPage page)
    {
        // Before the style sheet is there the button shows at every width.
        await page.HasLoadedAsync();
        var button = page.Locator(".adm-menu > summary");
        if (await button.IsVisibleAsync())
        {
            await button.ClickAsync();
        }
    }

    public static Task FollowAsync(this IPage page, string link) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    /// <summary>E-mail address and password, from wherever the page is.</summary>
    public static async Task SignInAsync(this IPage page, StaffAccount account, string password = DeskSite.Password)
    {
        await page.GotoAsync("/admin/sign-in");
        await page.GetByLabel("メールアドレス").FillAsync(account.Email!);
        await page.GetByLabel("パスワード").FillAsync(password);
        await page.PressAsync("サインイン");
    }

    public static async Task EnterCodeAsync(this IPage page, string code)
    {
        await page.Locator("#code").FillAsync(code);
        await page.PressAsync("確認する");
    }

    /// <summary>Sets up the second factor on its own page and stays on the page with the recovery codes.</summary>
    public static async Task<Authenticator> SetUpSecondFactorAsync(this IPage page)
    {
        await page.SeesAsync("2段階認証の設定");
        var app = new Authenticator(await page.Locator("code.secret").InnerTextAsync());
        await page.Locator("#code").FillAsync(app.NextCode());
        await page.PressAsync("登録する");
        await page.SeesAsync("回復コード");
        return app;
    }

    /// <summary>What the last page wants said on this one.</summary>
    public static Task SavedAsync(this IPage page, string words) => Assertions.Expect(page.Locator(".saved p")).ToHaveTextAsync(words);

    /// <summary>Empties the form of a button, as far as somebody could, and presses it. What is folded up is opened.</summary>
    public static async Task SendEmptyAsync(this IPage page, string button)
    {
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
        var pressed = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true, IncludeHidden = true });
        await pressed.EvaluateAsync(
            """
            button => {
                // Of forms that fold each other away, this one.
                const fold = button.closest('details');
                if (fold) fold.open = true;
                for (const field of button.form.elements) {
                    if (field.type === 'checkbox' || field.type === 'radio') field.checked = false;
                    else if (field.type !== 'hidden' && 'value' in field) field.value = '';
                }
            }
            """);
        await pressed.ClickAsync();
    }
}

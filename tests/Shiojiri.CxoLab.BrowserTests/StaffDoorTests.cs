using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shiojiri.CxoLab.BrowserTests.Testing;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.BrowserTests;

/// <summary>Staff come to their desk: by password and code without script, by passkey with it.</summary>
public sealed class StaffDoorTests(Stage stage) : IClassFixture<Stage>
{
    private const string Email = "hanako@example.jp";
    private static readonly string[] Doors = ["/admin/sign-in", "/admin/password/forgotten", "/admin/invitations/none"];

    private static readonly string[] Pages =
        ["/admin/account", "/admin/account/second-factor", "/admin/account/passkeys/new", "/admin/staff", "/admin/staff/new", "/admin/staff/1"];

    private const string Password = "なが野の森で会いましょう";

    [BrowserFact]
    public Task The_second_factor_is_set_up_and_used_without_script() => stage.VisitAsync(new View(390, Script: false), async page =>
    {
        await AddAccountAsync(stage.Site);
        await SignInAsync(page);
        await page.GotoAsync("/admin/account/second-factor");
        var app = new Authenticator(await page.Locator("code.secret").InnerTextAsync());
        await EnterAsync(page, app.NextCode(), "登録する");
        Assert.Equal(10, await page.Locator(".codes li").CountAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "控えたので、管理画面へ" }).ClickAsync();
        await page.OpenMenuAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
        await SignInAsync(page);
        await EnterAsync(page, app.NextCode(), "確認する");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("ダッシュボード");
    });

    [BrowserFact]
    public Task A_wrong_password_takes_the_focus() => stage.VisitAsync(new View(390, Script: false), async page =>
    {
        await page.GotoAsync("/admin/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "サインイン", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
    });

    [BrowserFact]
    public async Task A_passkey_is_added_and_opens_the_desk_by_itself_once()
    {
        await using var site = BrowserSite.StartAtLocalhost("2022-06-10T09:00:00+09:00");
        await AddAccountAsync(site);
        await stage.VisitAsync(new View(), async page =>
        {
            await PlugInAsync(page);
            await SignInAsync(page);
            await page.GotoAsync("/admin/account/passkeys/new");
            await page.GetByLabel("パスキーの名前").FillAsync("仕事用のパソコン");
            await page.GetByRole(AriaRole.Button, new() { Name = "登録する" }).ClickAsync();
            await Assertions.Expect(page.GetByText("パスキーを登録しました。")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("仕事用のパソコン").First).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト", Exact = true }).ClickAsync();

            var sent = page.WaitForRequestAsync(request => request.Url.EndsWith("/admin/sign-in/passkey", StringComparison.Ordinal));
            await page.GetByRole(AriaRole.Button, new() { Name = "パスキーでサインイン" }).ClickAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("ダッシュボード");

            // The same answer again, with a good token: nobody gets in by it.
            var answer = (await sent).PostData!;
            await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト", Exact = true }).ClickAsync();
            await page.GotoAsync("/admin/sign-in");
            await page.EvaluateAsync(
                """
                body => {
                    const form = document.querySelector('form[data-passkey]');
                    for (const [name, value] of new URLSearchParams(body)) if (name !== 'FormToken') form.elements.namedItem(name).value = value;
                    form.submit();
                }
                """,
                answer);
            await Assertions.Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("パスキーでサインインできませんでした");
        }, site);
    }

    [BrowserFact]
    public Task The_pages_of_accounts_have_no_fault() => stage.VisitAsync(new View(Axe: true), async page =>
    {
        await AddAccountAsync(stage.Site, "taro@example.jp");
        foreach (var path in Doors)
        {
            await page.GotoAsync(path);
            await page.FindsNoFaultAsync();
        }

        await page.GotoAsync("/admin/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "サインイン", Exact = true }).ClickAsync();
        await page.FindsNoFaultAsync();
        await SignInAsync(page, "taro@example.jp");
        foreach (var path in Pages)
        {
            await page.GotoAsync(path);
            await page.FindsNoFaultAsync();
        }

        await page.GotoAsync("/admin/staff/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "招待のメールを送る" }).ClickAsync();
        await page.FindsNoFaultAsync();
    });

    private static async Task PlugInAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task SignInAsync(IPage page, string email = Email)
    {
        await page.GotoAsync("/admin/sign-in");
        await page.GetByLabel("メールアドレス").FillAsync(email);
        await page.GetByLabel("パスワード", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "サインイン", Exact = true }).ClickAsync();
    }

    private static async Task EnterAsync(IPage page, string code, string button)
    {
        await page.Locator("#code").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    private static async Task AddAccountAsync(BrowserSite site, string email = Email)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CxoLabDb>();
        if (!await db.StaffAccounts.AnyAsync(a => a.Email == email))
        {
            var account = StaffAccounts.New(email, "事務局 花子", Role.Administrator, null, DateTime.UnixEpoch);
            account.PasswordHash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<StaffAccount>>().HashPassword(account, Password);
            db.Add(account);
            await db.SaveChangesAsync();
        }
    }
}

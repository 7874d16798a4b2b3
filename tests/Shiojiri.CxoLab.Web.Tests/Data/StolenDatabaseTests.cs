using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Data;

/// <summary>Somebody has the whole database, but not the key file, and tries to get in.</summary>
public sealed class StolenDatabaseTests
{
    private const string SignIn = "管理画面へのサインイン";

    [SqliteFact]
    public async Task The_file_holds_no_key_in_clear_and_no_authenticator_secret()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Administrator, secondFactor: true);
        await site.Visitor().SignInAsync();

        var file = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(await StealAsync(site)));

        Assert.DoesNotContain("masterKey", file, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(SignInSteps.Secret, file, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain((await File.ReadAllTextAsync(site.KeyFile)).Trim(), file, StringComparison.Ordinal);
        Assert.Contains("keyFileEncrypted", file, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task A_session_forged_from_the_database_gets_nobody_in()
    {
        using var site = await Site.StartAsync();
        var own = await site.StaffAsync(Role.Administrator);
        using var thief = await ThiefAsync(site);
        var forged = await thief.StaffAsync(Role.Administrator);

        var page = await WithCookieAsync(site, forged.DefaultRequestHeaders.GetValues("Cookie").Single(), "/admin");

        Assert.Equal(("ダッシュボード", SignIn), ((await own.OpenAsync("/admin")).Heading, page.Heading));
    }

    [SqliteFact]
    public async Task A_cookie_of_the_second_step_forged_from_the_database_gets_nobody_further()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Administrator, secondFactor: true);
        var own = site.Visitor();
        await own.SignInAsync();
        using var thief = await ThiefAsync(site);
        var hash = await thief.InDatabaseAsync(db => db.PendingSignIns.Select(p => p.TokenHash).SingleAsync());

        // With keys of their own, and even with the site's: what the row holds is no token.
        var foreign = await WithCookieAsync(site, Given(thief, hash), "/admin/sign-in/second-factor");
        var sealedHere = await WithCookieAsync(site, Given(site, hash), "/admin/sign-in/second-factor");

        Assert.Equal((SignIn, SignIn), (foreign.Heading, sealedHere.Heading));
        Assert.Equal("認証コード", (await own.OpenAsync("/admin/sign-in/second-factor")).Heading);
    }

    [SqliteFact]
    public async Task No_code_can_be_computed_from_the_database()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Administrator, secondFactor: true);
        using var thief = await ThiefAsync(site);
        var stored = await thief.InDatabaseAsync(db => db.Set<IdentityUserToken<int>>().Where(t => t.Name == "Totp").Select(t => t.Value!).SingleAsync());

        Assert.Equal(SignInSteps.Secret, site.Services.GetRequiredService<TotpSecretProtector>().Open(stored));
        Assert.Null(thief.Services.GetRequiredService<TotpSecretProtector>().Open(stored));
    }

    [SqliteFact]
    public async Task A_form_token_forged_from_the_database_is_refused()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer);
        using var thief = await ThiefAsync(site);
        var form = await Page.OfAsync(thief.Visitor().GetAsync(new Uri("/admin/sign-in", UriKind.Relative)));
        var fields = form.Fields(SignInSteps.SignInForm);
        (fields["Email"], fields["Password"]) = ("hanako@example.jp", SignedInStaff.Password);

        var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.Add("Cookie", Cookies(form.Answer.Headers.GetValues("Set-Cookie")));
        var page = await visitor.PostAsync("/admin/sign-in", fields);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task The_way_to_the_second_step_is_used_up_by_the_sign_in()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Administrator, secondFactor: true);
        var visitor = site.Visitor(followsRedirects: false);
        var answer = (await visitor.SignInAsync()).Answer;
        var cookie = Cookies(answer.Headers.GetValues("Set-Cookie"));

        var first = await visitor.EnterCodeAsync(SignInSteps.CodeAt(TimeProvider.System.GetUtcNow()));
        var again = await WithCookieAsync(site, cookie, "/admin/sign-in/second-factor");

        Assert.Equal((HttpStatusCode.Redirect, SignIn), (first.Status, again.Heading));
        Assert.NotNull(await site.InDatabaseAsync(db => db.PendingSignIns.Select(p => p.UsedUtc).SingleAsync()));
    }

    // The whole database, with a key file that is not the site's.
    private static async Task<Site> ThiefAsync(Site site)
    {
        var thief = await Site.StartAsync(database: await StealAsync(site));
        await File.WriteAllTextAsync(thief.KeyFile, Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()));
        return thief;
    }

    private static async Task<string> StealAsync(Site site)
    {
        var copy = Path.Combine(Directory.CreateTempSubdirectory("cxolab-stolen-").FullName, "stolen.db");
        await site.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}"));
        return copy;
    }

    private static string Given(Site site, string token)
    {
        var context = new DefaultHttpContext();
        site.Services.GetRequiredService<PendingSignInCookie>().Set(context, token);
        return Cookies(context.Response.Headers.SetCookie!);
    }

    private static string Cookies(IEnumerable<string?> set) => string.Join("; ", set.Select(c => c!.Split(';')[0]));

    private static async Task<Page> WithCookieAsync(Site site, string cookie, string path)
    {
        var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.Add("Cookie", cookie);
        return await visitor.OpenAsync(path);
    }
}

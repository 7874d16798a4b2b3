using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Session;

/// <summary>When a sign-in is over, it is over wherever its cookie was copied to.</summary>
public sealed class SessionLifeTests
{
    private const string Cookie = "cxolab-staff";

    private static readonly DateTimeOffset Now = new(2026, 4, 1, 10, 0, 0, JapanTime.Offset);

    [Fact]
    public async Task A_copied_cookie_is_dead_after_sign_out()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer);
        var visitor = site.Visitor(followsRedirects: false);
        var cookie = CookieOf(await visitor.SignInAsync());
        var thief = Thief(site, cookie);
        Assert.Equal(HttpStatusCode.OK, (await thief.OpenAsync("/admin")).Status);

        var goodbye = await visitor.FillAsync("/admin", "/admin/sign-out");

        Assert.Equal("/admin/sign-in", goodbye.Answer.Headers.Location!.OriginalString);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), ((await thief.OpenAsync("/admin")).Status, (await visitor.OpenAsync("/admin")).Status));
        Assert.Equal([AuditAction.SignedIn, AuditAction.SignedOut], await site.AuditAsync());
    }

    [Fact]
    public async Task A_planted_cookie_is_not_taken_over()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer);
        var own = CookieOf(await site.Visitor(followsRedirects: false).SignInAsync());
        var planted = site.Visitor(followsRedirects: false);
        await planted.FillAsync("/admin/sign-in", "/admin/sign-in", ("Email", "hanako@example.jp"), ("Password", "wrong password 1"));
        planted.DefaultRequestHeaders.Add("Cookie", $"{Cookie}=planted");

        var signedIn = CookieOf(await site.Visitor(followsRedirects: false).SignInAsync());

        Assert.NotEqual(own, signedIn);
        Assert.Equal(2, await site.InDatabaseAsync(db => db.StaffSessions.Select(s => s.KeyHash).Distinct().CountAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await planted.OpenAsync("/admin")).Status);
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public async Task A_session_sleeps_for_less_than_an_hour(int minutes, bool stands)
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Viewer);
        var visitor = site.Visitor(followsRedirects: false);
        await visitor.SignInAsync();

        time.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(stands ? HttpStatusCode.OK : HttpStatusCode.Redirect, (await visitor.OpenAsync("/admin")).Status);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Viewer);
        var visitor = site.Visitor(followsRedirects: false);
        await visitor.SignInAsync();
        var hours = 0.0;

        while ((await visitor.OpenAsync("/admin")).Status == HttpStatusCode.OK)
        {
            time.Advance(TimeSpan.FromMinutes(30));
            hours += 0.5;
        }

        Assert.Equal(12, hours);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_of_oneself_alone()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer);
        await site.AccountAsync(Role.Viewer, "taro@example.jp");
        var (phone, desk, other) = (site.Visitor(followsRedirects: false), site.Visitor(followsRedirects: false), site.Visitor(followsRedirects: false));
        await phone.SignInAsync();
        await desk.SignInAsync();
        await other.SignInAsync("taro@example.jp");

        await desk.FillAsync("/admin/account", "/admin/account/sign-out-everywhere");

        Assert.Equal(
            (HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.OK),
            ((await phone.OpenAsync("/admin")).Status, (await desk.OpenAsync("/admin")).Status, (await other.OpenAsync("/admin")).Status));
    }

    [Theory]
    [InlineData("role")]
    [InlineData("disabled")]
    [InlineData("password")]
    [InlineData("second factor")]
    public async Task The_next_request_after_a_change_of_the_account_is_refused(string change)
    {
        using var site = await Site.StartAsync();
        var account = await site.AccountAsync(Role.Viewer);
        var visitor = site.Visitor(followsRedirects: false);
        await visitor.SignInAsync();
        var admin = await site.StaffAsync(Role.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync("/admin")).Status);

        await (change switch
        {
            "role" => admin.FillAsync($"/admin/staff/{account.Id}", $"/admin/staff/{account.Id}/role", ("Role", "Reviewer")),
            "disabled" => admin.FillAsync($"/admin/staff/{account.Id}", $"/admin/staff/{account.Id}/closure"),
            "password" => ResetAsync(site),
            _ => RemoveSecondFactorAsync(site, admin, account),
        });

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.OpenAsync("/admin")).Status);
    }

    [Fact]
    public async Task Whoever_changes_their_password_stays_and_all_other_browsers_go()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer);
        var (here, there) = (site.Visitor(followsRedirects: false), site.Visitor(followsRedirects: false));
        var cookie = CookieOf(await here.SignInAsync());
        await there.SignInAsync();

        var answer = await here.FillAsync("/admin/account", "/admin/account/password", ("CurrentPassword", SignedInStaff.Password), ("NewPassword", "奈良井宿の夕暮れをゆっくり歩く"));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.NotEqual(cookie, CookieOf(answer));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.Redirect), ((await here.OpenAsync("/admin")).Status, (await there.OpenAsync("/admin")).Status, (await Thief(site, cookie).OpenAsync("/admin")).Status));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Visitor().SignInAsync()).Status);
        Assert.Equal("ダッシュボード", (await site.Visitor().SignInAsync(password: "奈良井宿の夕暮れをゆっくり歩く")).Heading);
    }

    [Fact]
    public async Task The_cookies_are_hardened_where_the_site_has_https()
    {
        using var site = await Site.StartAsync(new() { ["Site:PublicBaseUrl"] = "https://localhost" });
        await site.AccountAsync(Role.Viewer, secondFactor: true);
        var visitor = site.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });

        var half = await visitor.SignInAsync();
        await visitor.EnterCodeAsync(SignInSteps.CodeAt(TimeProvider.System.GetUtcNow()));
        var session = await visitor.FillAsync("/admin/account", "/admin/sign-out");

        Assert.All(
            half.Answer.Headers.GetValues("Set-Cookie").Concat(session.Answer.Headers.GetValues("Set-Cookie")),
            cookie => Assert.Matches("^__Host-[^;]+;.*path=/;.*secure; samesite=(strict|lax); httponly$", cookie.Replace("max-age=0; ", "", StringComparison.Ordinal)));
    }

    private static async Task<Page> ResetAsync(Site site)
    {
        await site.Visitor().FillAsync("/admin/password/forgotten", "/admin/password/forgotten", ("Email", "hanako@example.jp"));
        var link = await Mailbox.LinkAsync(site, "/admin/password/");
        return await site.Visitor().FillAsync(link, link, ("NewPassword", "奈良井宿の夕暮れをゆっくり歩く"));
    }

    // The account gets a second factor first, without any notice of its sessions.
    private static async Task<Page> RemoveSecondFactorAsync(Site site, HttpClient admin, StaffAccount account)
    {
        await site.InDatabaseAsync(db => db.StaffAccounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.TwoFactorEnabled, true)));
        return await admin.FillAsync($"/admin/staff/{account.Id}", $"/admin/staff/{account.Id}/second-factor-removal");
    }

    private static string CookieOf(Page page) =>
        page.Answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith($"{Cookie}=", StringComparison.Ordinal)).Split(';')[0];

    private static HttpClient Thief(Site site, string cookie)
    {
        var thief = site.Visitor(followsRedirects: false);
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        return thief;
    }
}

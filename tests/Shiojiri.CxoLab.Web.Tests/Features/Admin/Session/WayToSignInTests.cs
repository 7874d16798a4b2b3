using System.Net;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Session;

/// <summary>No cache keeps the way to sign in, and what is wrong on a page in front of the desk takes the focus.</summary>
public sealed class WayToSignInTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 10, 0, 0, JapanTime.Offset);

    [Theory]
    [InlineData("/admin", "/admin/sign-in?from=")]
    [InlineData("/admin/applications?q=塩尻", "/admin/sign-in?from=")]
    [InlineData("/admin/account/second-factor", "/admin/sign-in?from=")]
    [InlineData("/admin/sign-in/second-factor", "/admin/sign-in")]
    [InlineData("/admin/sign-in/recovery", "/admin/sign-in")]
    public async Task No_cache_keeps_a_redirect_to_sign_in(string path, string to)
    {
        using var site = await Site.StartAsync();

        var page = await site.Visitor(followsRedirects: false).OpenAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Contains(to, page.Answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.True(page.Answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task No_cache_keeps_a_redirect_to_the_second_factor()
    {
        using var site = await Site.StartAsync(new() { ["Staff:RequireSecondFactor"] = "true" });
        var staff = await site.StaffAsync(Role.Viewer, followsRedirects: false);

        var page = await staff.OpenAsync("/admin");

        Assert.Equal((HttpStatusCode.Redirect, "/admin/account/second-factor"), (page.Status, page.Answer.Headers.Location!.OriginalString));
        Assert.True(page.Answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_wrong_password_takes_the_focus()
    {
        using var site = await Site.StartAsync();

        TakesTheFocus(await site.Visitor().SignInAsync(password: "違うパスワードです"));
    }

    [Fact]
    public async Task A_wrong_code_takes_the_focus_and_without_one_the_field_has_it()
    {
        var (site, _) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Viewer, secondFactor: true);
        var visitor = site.Visitor();

        var asked = await visitor.SignInAsync();
        var wrong = await visitor.EnterCodeAsync("000000");
        var recovery = await visitor.FillAsync("/admin/sign-in/recovery", "/admin/sign-in/recovery", ("Code", "AAAAA-AAAAA"));

        Assert.Equal("code", Assert.Single(asked.Html.QuerySelectorAll("[autofocus]")).Id);
        TakesTheFocus(wrong);
        TakesTheFocus(recovery);
    }

    [Fact]
    public async Task A_wrong_code_while_setting_up_takes_the_focus()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Viewer);

        TakesTheFocus(await staff.FillAsync("/admin/account/second-factor", "/admin/account/second-factor", ("Code", "000000")));
    }

    [Fact]
    public async Task A_password_that_will_not_do_takes_the_focus_and_leads_to_its_field()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer);
        await site.Visitor().FillAsync("/admin/password/forgotten", "/admin/password/forgotten", ("Email", "hanako@example.jp"));
        var reset = await Mailbox.LinkAsync(site, "/admin/password/");
        var admin = await site.StaffAsync(Role.Administrator);
        await admin.FillAsync("/admin/staff/new", "/admin/staff/invitations", ("Name", "塩尻 次郎"), ("Email", "jiro@example.jp"), ("Role", "Viewer"), ("Cohort", "all"));
        var invitation = await Mailbox.LinkAsync(site, "/admin/invitations/");

        foreach (var link in new[] { reset, invitation })
        {
            var weak = await site.Visitor().FillAsync(link, link, ("NewPassword", "password2026"));
            TakesTheFocus(weak);
            Assert.NotNull(weak.Html.QuerySelector(weak.Html.QuerySelector(".errsum a")!.GetAttribute("href")!));
        }
    }

    private static void TakesTheFocus(Page page)
    {
        var first = Assert.Single(page.Html.QuerySelectorAll("[autofocus]"));
        Assert.Equal(("alert", "-1"), (first.GetAttribute("role"), first.GetAttribute("tabindex")));
        Assert.StartsWith("エラー：", page.Title, StringComparison.Ordinal);
    }
}

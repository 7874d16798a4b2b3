using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.SecondFactor;

public sealed class SecondFactorTests
{
    private const string SetUp = "/admin/account/second-factor";

    private static readonly DateTimeOffset Now = new(2026, 4, 1, 10, 0, 0, JapanTime.Offset);

    private static readonly Dictionary<string, string?> Required = new() { ["Staff:RequireSecondFactor"] = "true" };

    [Fact]
    public async Task Whoever_has_none_sets_it_up_first_and_writes_ten_codes_down()
    {
        var (site, time) = await SignInSteps.AtAsync(Now, Required);
        using var _1 = site;
        await site.AccountAsync(Role.Administrator);
        var visitor = site.Visitor();

        var page = await visitor.SignInAsync();
        var secret = page.Text("code.secret").Replace(" ", "", StringComparison.Ordinal);
        var wrong = await visitor.PostAsync(SetUp, Filled(page, "000000"));
        var codes = await visitor.PostAsync(SetUp, Filled(wrong, Authenticator.Code(secret, Now)));
        var desk = await visitor.OpenAsync("/admin");

        Assert.Equal(("2段階認証の設定", HttpStatusCode.UnprocessableEntity, "回復コード", "ダッシュボード"), (page.Heading, wrong.Status, codes.Heading, desk.Heading));
        Assert.Equal(secret, wrong.Text("code.secret").Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(10, codes.Texts(".codes li").Distinct().Count());
        Assert.Equal([AuditAction.SignedIn, AuditAction.SecondFactorSet], await site.AuditAsync());

        // The code that set it up is used up by that.
        time.Advance(TimeSpan.FromSeconds(1));
        var other = site.Visitor();
        await other.SignInAsync();
        Assert.Equal("認証コード", (await other.EnterCodeAsync(Authenticator.Code(secret, Now))).Heading);
        Assert.Equal("ダッシュボード", (await other.FillAsync("/admin/sign-in/recovery", "/admin/sign-in/recovery", ("Code", codes.Texts(".codes li")[0]))).Heading);
    }

    [Fact]
    public async Task Whoever_comes_to_set_it_up_late_proves_the_password_and_goes_on()
    {
        var (site, time) = await SignInSteps.AtAsync(Now, Required);
        using var _1 = site;
        await site.AccountAsync(Role.Administrator);
        var visitor = site.Visitor();
        await visitor.SignInAsync();
        time.Advance(TimeSpan.FromMinutes(16));

        var asked = await visitor.OpenAsync(SetUp);
        var fields = asked.Fields("form[action='/admin/confirmation']");
        fields["AgainPassword"] = SignedInStaff.Password;
        var page = await visitor.PostAsync("/admin/confirmation", fields);

        Assert.Equal(("パスワードの確認", "2段階認証の設定"), (asked.Heading, page.Heading));
    }

    [Fact]
    public async Task The_picture_needs_no_style_and_no_script()
    {
        using var site = await Site.StartAsync();
        var visitor = await site.StaffAsync(Role.Viewer);

        var picture = (await visitor.OpenAsync(SetUp)).Html.QuerySelector(".qr svg")!;

        Assert.Empty(picture.QuerySelectorAll("[style],style,script"));
        Assert.StartsWith("M", picture.QuerySelector("path")!.GetAttribute("d"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_opens_its_own_app_by_a_plain_link()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer);
        var visitor = site.Visitor();
        await visitor.SignInAsync();

        var page = await visitor.OpenAsync(SetUp);

        Assert.Equal(
            $"otpauth://totp/%E5%A1%A9%E5%B0%BBCxO%20Lab:hanako%40example.jp?secret={page.Text("code.secret").Replace(" ", "", StringComparison.Ordinal)}&issuer=%E5%A1%A9%E5%B0%BBCxO%20Lab&algorithm=SHA1&digits=6&period=30",
            page.Html.QuerySelector("a[href^='otpauth:']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_secret_drawn_for_somebody_else_is_not_taken()
    {
        var (site, _) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        var (own, other) = (await site.StaffAsync(Role.Viewer, "一郎"), await site.StaffAsync(Role.Viewer, "二郎"));
        var foreign = await other.OpenAsync(SetUp);
        var fields = Filled(await own.OpenAsync(SetUp), Authenticator.Code(foreign, Now));
        fields["Pending"] = foreign.Fields($"form[action='{SetUp}']")["Pending"];

        await own.PostAsync(SetUp, fields);

        Assert.False(await site.InDatabaseAsync(db => db.StaffAccounts.AnyAsync(a => a.TwoFactorEnabled)));
    }

    [Fact]
    public async Task New_recovery_codes_take_the_place_of_the_old_and_removal_takes_all()
    {
        using var site = await Site.StartAsync();
        var visitor = await site.StaffAsync(Role.Viewer);
        var page = await visitor.OpenAsync(SetUp);
        var old = await visitor.PostAsync(SetUp, Filled(page, Authenticator.Code(page, TimeProvider.System.GetUtcNow())));

        // The helper's cookie is ended by the new second factor; the answer brought another one.
        visitor.DefaultRequestHeaders.Remove("Cookie");
        var renewed = await visitor.FillAsync("/admin/account", "/admin/account/recovery-codes");
        var removed = await visitor.FillAsync("/admin/account", "/admin/account/second-factor/removal");

        Assert.Empty(old.Texts(".codes li").Intersect(renewed.Texts(".codes li")));
        Assert.Equal((10, "2段階認証を解除しました。"), (renewed.Texts(".codes li").Length, removed.Text(".saved p")));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Set<Microsoft.AspNetCore.Identity.IdentityUserToken<int>>().CountAsync()));
    }

    private static Dictionary<string, string> Filled(Page page, string code)
    {
        var fields = page.Fields($"form[action='{SetUp}']");
        fields["Code"] = code;
        return fields;
    }
}

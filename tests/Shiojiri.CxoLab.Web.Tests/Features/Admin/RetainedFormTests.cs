using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin;

public sealed class RetainedFormTests
{
    private const string Form = "form[action='/admin/staff/invitations']";

    private static readonly DateTimeOffset Now = new(2026, 4, 1, 10, 0, 0, JapanTime.Offset);

    [Fact]
    public async Task What_was_typed_outlives_the_session()
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Administrator);
        var admin = site.Visitor();
        await admin.SignInAsync();
        var fields = Filled(await admin.OpenAsync("/admin/staff/new"));
        time.Advance(TimeSpan.FromMinutes(61));

        var kept = await admin.PostAsync("/admin/staff/invitations", fields);
        await admin.SignInAsync();
        var token = await admin.PostAsync("/admin/staff/invitations", kept.Fields(Form));
        var done = await admin.PostAsync("/admin/staff/invitations", token.Fields(Form));

        Assert.Equal((HttpStatusCode.Unauthorized, "サインインの期限が切れました"), (kept.Status, kept.Heading));
        Assert.Equal((HttpStatusCode.BadRequest, "もう一度お試しください"), (token.Status, token.Heading));
        Assert.Equal((HttpStatusCode.OK, "職員"), (done.Status, done.Heading));
        Assert.Equal("no-store, no-cache", kept.Answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_bad_token_is_answered_with_the_fields_and_a_good_one()
    {
        using var site = await Site.StartAsync();
        var admin = await site.StaffAsync(Role.Administrator);
        var fields = Filled(await admin.OpenAsync("/admin/staff/new"));
        fields["FormToken"] = "old";

        var refused = await admin.PostAsync("/admin/staff/invitations", fields);
        var count = await site.InDatabaseAsync(db => db.StaffAccounts.CountAsync());
        var done = await admin.PostAsync("/admin/staff/invitations", refused.Fields(Form));

        Assert.Equal((HttpStatusCode.BadRequest, 1, "職員"), (refused.Status, count, done.Heading));
    }

    [SqliteFact]
    public async Task While_the_database_is_locked_what_was_typed_comes_back_behind_a_button()
    {
        using var site = await Site.StartAsync(services: SqlitePragmas.Impatient);
        var admin = await site.StaffAsync(Role.Administrator);
        var fields = Filled(await admin.OpenAsync("/admin/staff/new"));
        Page kept;
        await using (var locker = new SqliteConnection($"Data Source={site.DatabaseFile}"))
        {
            await locker.OpenAsync();
            await using var transaction = locker.BeginTransaction();
            kept = await admin.PostAsync("/admin/staff/invitations", fields);
        }

        var done = await admin.PostAsync("/admin/staff/invitations", kept.Fields(Form));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "ただいま保存できません", "10"), (kept.Status, kept.Heading, kept.Answer.Headers.RetryAfter?.ToString()));
        Assert.StartsWith("入力内容は残っています。", kept.Text(".panel p"), StringComparison.Ordinal);
        Assert.Null(kept.Html.QuerySelector(".adm-head"));
        Assert.Equal((HttpStatusCode.OK, "職員"), (done.Status, done.Heading));
    }

    [Fact]
    public async Task Passwords_are_not_kept()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Viewer);

        var refused = await staff.PostAsync("/admin/account/password", [new("CurrentPassword", SignedInStaff.Password), new("NewPassword", "奈良井宿の夕暮れをゆっくり歩く")]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.DoesNotContain("森", refused.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("奈良井", refused.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task Another_sites_words_are_not_kept(string header, string value)
    {
        using var site = await Site.StartAsync();
        var admin = await site.StaffAsync(Role.Administrator);
        admin.DefaultRequestHeaders.Add(header, value);

        var refused = await admin.PostAsync("/admin/staff/invitations", [new("Email", "evil@example.com"), new("Name", "x"), new("Role", "Administrator"), new("Cohort", "all")]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.DoesNotContain("evil", refused.Body, StringComparison.Ordinal);
        Assert.Null(refused.Html.QuerySelector(Form));
    }

    private static Dictionary<string, string> Filled(Page page)
    {
        var fields = page.Fields(Form);
        fields["Email"] = "taro@example.jp";
        fields["Name"] = "塩尻 太郎";
        fields["Role"] = "Viewer";
        fields["Cohort"] = "all";
        return fields;
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.PasswordReset;

public sealed class PasswordResetTests
{
    private const string Forgotten = "/admin/password/forgotten";

    private static readonly DateTimeOffset Now = new(2026, 4, 1, 10, 0, 0, JapanTime.Offset);

    [Fact]
    public async Task The_answer_is_the_same_for_whomever_and_only_staff_get_a_mail()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer);
        await site.AccountAsync(Role.Viewer, "closed@example.jp");
        await site.InDatabaseAsync(db => db.StaffAccounts.Where(a => a.Email == "closed@example.jp").ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledUtc, DateTime.UnixEpoch)));

        var pages = new List<(HttpStatusCode, string)>();
        foreach (var email in new[] { "hanako@example.jp", "nobody@example.jp", "closed@example.jp", "no address" })
        {
            var page = await site.Visitor().FillAsync(Forgotten, Forgotten, ("Email", email));
            pages.Add((page.Status, page.Body));
        }

        Assert.Single(pages.Distinct());
        Assert.Equal(["hanako@example.jp"], await site.InDatabaseAsync(db => db.OutgoingMails.Select(m => m.Recipient).ToListAsync()));
        Assert.Equal([AuditAction.PasswordResetAsked], await site.AuditAsync());
    }

    [Fact]
    public async Task A_new_password_still_needs_the_second_factor_and_the_link_works_once()
    {
        var (site, _) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Viewer, secondFactor: true);
        await site.Visitor().FillAsync(Forgotten, Forgotten, ("Email", "hanako@example.jp"));
        var link = await Mailbox.LinkAsync(site, "/admin/password/");
        var visitor = site.Visitor();

        var weak = await visitor.FillAsync(link, link, ("NewPassword", "password2026"));
        var done = await visitor.FillAsync(link, link, ("NewPassword", "平沢の漆器を手に取ってみた"));
        var code = await visitor.SignInAsync(password: "平沢の漆器を手に取ってみた");
        var again = await site.Visitor().OpenAsync(link);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "管理画面へのサインイン", "認証コード", HttpStatusCode.NotFound), (weak.Status, done.Heading, code.Heading, again.Status));
    }

    [Fact]
    public async Task A_link_ends_when_the_password_is_changed_by_its_owner()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer);
        await site.Visitor().FillAsync(Forgotten, Forgotten, ("Email", "hanako@example.jp"));
        var link = await Mailbox.LinkAsync(site, "/admin/password/");
        var owner = site.Visitor();
        await owner.SignInAsync();

        await owner.FillAsync("/admin/account", "/admin/account/password", ("CurrentPassword", SignedInStaff.Password), ("NewPassword", "平沢の漆器を手に取ってみた"));
        var late = await site.Visitor().OpenAsync(link);

        Assert.Equal(HttpStatusCode.NotFound, late.Status);
    }

    [Fact]
    public async Task A_used_link_opens_a_locked_account()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer);
        await site.Visitor().FillAsync(Forgotten, Forgotten, ("Email", "hanako@example.jp"));
        var link = await Mailbox.LinkAsync(site, "/admin/password/");
        await site.InDatabaseAsync(async db =>
        {
            var account = await db.StaffAccounts.SingleAsync();
            (account.AccessFailedCount, account.Lockouts, account.LockoutEnd) = (2, 4, TimeProvider.System.GetUtcNow().AddHours(2));
            return await db.SaveChangesAsync();
        });
        var visitor = site.Visitor();

        await visitor.FillAsync(link, link, ("NewPassword", "平沢の漆器を手に取ってみた"));
        var account = await site.InDatabaseAsync(db => db.StaffAccounts.SingleAsync());
        var desk = await visitor.SignInAsync(password: "平沢の漆器を手に取ってみた");

        Assert.Equal((0, 0, null), (account.AccessFailedCount, account.Lockouts, account.LockoutEnd));
        Assert.Equal("ダッシュボード", desk.Heading);
    }

    [Fact]
    public async Task Using_links_counts_by_network_address()
    {
        using var site = await Site.StartAsync(new() { ["Staff:SignInsPerMinute"] = "1" });
        await site.AccountAsync(Role.Viewer);
        await site.Visitor().FillAsync(Forgotten, Forgotten, ("Email", "hanako@example.jp"));
        var link = await Mailbox.LinkAsync(site, "/admin/password/");

        var page = await site.Visitor().FillAsync(link, link, ("NewPassword", "平沢の漆器を手に取ってみた"));

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.NotNull(page.Answer.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().OpenAsync(link)).Status);
    }

    [Fact]
    public async Task A_link_is_good_for_an_hour()
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Viewer);
        await site.Visitor().FillAsync(Forgotten, Forgotten, ("Email", "hanako@example.jp"));
        var link = await Mailbox.LinkAsync(site, "/admin/password/");

        time.Advance(TimeSpan.FromMinutes(59));
        var good = await site.Visitor().OpenAsync(link);
        time.Advance(TimeSpan.FromMinutes(1));
        var late = await site.Visitor().OpenAsync(link);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (good.Status, late.Status));
    }

    [Fact]
    public async Task Links_do_not_stay_in_the_database()
    {
        using var site = await Site.StartAsync();
        await site.AccountAsync(Role.Viewer);
        await site.Visitor().FillAsync(Forgotten, Forgotten, ("Email", "hanako@example.jp"));
        var key = (await Mailbox.LinkAsync(site, "/admin/password/")).Split('/')[^1];
        await Eventually.HoldsAsync(() => site.InDatabaseAsync(db => db.OutgoingMails.AllAsync(m => m.State == MailState.Sent)));

        var database = System.Text.Encoding.UTF8.GetString(await site.InDatabaseAsync(async db =>
        {
            var mails = await db.OutgoingMails.Select(m => m.Text + m.Html).ToListAsync();
            var tokens = await db.Set<Microsoft.AspNetCore.Identity.IdentityUserToken<int>>().Select(t => t.Value!).ToListAsync();
            return System.Text.Encoding.UTF8.GetBytes(string.Join('\n', mails.Concat(tokens)));
        }));

        Assert.DoesNotContain(key, database, StringComparison.Ordinal);
    }
}

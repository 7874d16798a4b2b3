using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Invitations;

public sealed class InvitationTests
{
    private const string Chosen = "平沢の漆器を手に取って";

    private static readonly DateTimeOffset Now = new(2026, 4, 1, 10, 0, 0, JapanTime.Offset);

    [Fact]
    public async Task The_invited_person_sets_a_password_and_then_the_second_factor()
    {
        using var site = await Site.StartAsync(new() { ["Staff:RequireSecondFactor"] = "true" });
        var link = await InviteAsync(site);
        var guest = site.Visitor();

        var welcome = await guest.OpenAsync(link);
        var next = await guest.FillAsync(link, link, ("NewPassword", $"{Chosen}みた"));
        var desk = await guest.OpenAsync("/admin");
        var again = await site.Visitor().OpenAsync(link);

        Assert.Equal(("パスワードを決める", "2段階認証の設定", "2段階認証の設定"), (welcome.Heading, next.Heading, desk.Heading));
        Assert.Equal((HttpStatusCode.NotFound, "このリンクは使えません"), (again.Status, again.Heading));
        var actions = await site.AuditAsync();
        Assert.Equal([AuditAction.StaffInvited, AuditAction.PasswordChanged, AuditAction.InvitationTaken, AuditAction.SignedIn], actions);
        Assert.Equal("no-store,no-cache", string.Join(',', welcome.Answer.Headers.CacheControl!.ToString().Split(", ").OrderDescending()));
    }

    [Fact]
    public async Task A_link_is_good_for_72_hours_and_a_newer_one_takes_its_place()
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Administrator);
        var admin = site.Visitor();
        await admin.SignInAsync();
        var first = await InviteAsync(site, admin);
        var id = await site.InDatabaseAsync(db => db.StaffAccounts.Where(a => a.PasswordHash == null).Select(a => a.Id).SingleAsync());
        await admin.FillAsync($"/admin/staff/{id}", $"/admin/staff/{id}/invitation");
        var second = await Mailbox.LinkAsync(site, "/admin/invitations/", atLeast: 2);
        time.Advance(TimeSpan.FromHours(72) - TimeSpan.FromSeconds(1));

        var replaced = await site.Visitor().OpenAsync(first == second ? "/admin/invitations/x" : first);
        var good = await site.Visitor().OpenAsync(second);
        time.Advance(TimeSpan.FromSeconds(2));
        var late = await site.Visitor().OpenAsync(second);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound), (replaced.Status, good.Status, late.Status));
    }

    [Fact]
    public async Task A_link_taken_twice_at_once_sets_one_password()
    {
        var meeting = new Meeting("StaffAccounts");
        using var site = await Site.StartAsync(services: meeting.Watch);
        var link = await InviteAsync(site);
        var guests = new[] { site.Visitor(followsRedirects: false), site.Visitor(followsRedirects: false), site.Visitor(followsRedirects: false) };

        var answers = await meeting.OfAsync([.. guests.Select((guest, i) => (Func<Task<Page>>)(() => guest.FillAsync(link, link, ("NewPassword", $"{Chosen}{i}{i}"))))]);

        Assert.Equal(1, answers.Count(a => a.Status == HttpStatusCode.Redirect));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.StaffSessions.CountAsync(s => s.Device == "")));
    }

    [Fact]
    public async Task A_withdrawn_invitation_leaves_nothing()
    {
        using var site = await Site.StartAsync();
        var admin = await site.StaffAsync(Role.Administrator);
        var link = await InviteAsync(site, admin);
        var id = await site.InDatabaseAsync(db => db.StaffAccounts.Where(a => a.PasswordHash == null).Select(a => a.Id).SingleAsync());

        await admin.FillAsync($"/admin/staff/{id}", $"/admin/staff/{id}/invitation-removal");

        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().OpenAsync(link)).Status);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.StaffAccounts.CountAsync()));
    }

    [Fact]
    public async Task A_faulty_invitation_says_what_is_wrong_and_keeps_what_was_typed()
    {
        using var site = await Site.StartAsync();
        var admin = await site.StaffAsync(Role.Administrator);
        await site.AccountAsync(Role.Viewer);

        var empty = await admin.FillAsync("/admin/staff/new", "/admin/staff/invitations");
        var known = await admin.FillAsync("/admin/staff/new", "/admin/staff/invitations", ("Email", "ＨＡＮＡＫＯ＠example.jp"), ("Name", "塩尻 花子"), ("Role", "Viewer"), ("Cohort", "all"));

        Assert.Equal(["メールアドレスを入力してください", "お名前を入力してください", "役割を選んでください", "見られる期を選んでください"], empty.Texts(".errsum li"));
        Assert.Equal(["このメールアドレスの職員はすでにいます"], known.Texts(".errsum li"));
        Assert.Equal("塩尻 花子", known.Fields("form[action='/admin/staff/invitations']")["Name"]);
    }

    private static async Task<string> InviteAsync(Site site, HttpClient? admin = null)
    {
        admin ??= await site.StaffAsync(Role.Administrator);
        await site.InDatabaseAsync(db => db.StaffAccounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.TwoFactorEnabled, true)));
        var page = await admin.FillAsync("/admin/staff/new", "/admin/staff/invitations", ("Email", "taro@example.jp"), ("Name", "塩尻 太郎"), ("Role", "Reviewer"), ("Cohort", "all"));
        Assert.Equal("塩尻 太郎さんに招待のメールを送ります。リンクは72時間使えます。", page.Text(".saved p"));
        return await Mailbox.LinkAsync(site, "/admin/invitations/");
    }
}

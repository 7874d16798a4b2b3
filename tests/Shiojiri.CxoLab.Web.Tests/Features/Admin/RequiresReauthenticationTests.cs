using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin;

public sealed class ReauthenticationTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 10, 0, 0, JapanTime.Offset);

    private static readonly (string, string)[] Invitation = [("Email", "taro@example.jp"), ("Name", "塩尻 太郎"), ("Role", "Viewer"), ("Cohort", "all")];

    [Fact]
    public async Task Fifteen_minutes_after_signing_in_the_password_is_asked_for_and_nothing_typed_is_lost()
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Administrator);
        var admin = site.Visitor();
        await admin.SignInAsync();
        time.Advance(TimeSpan.FromMinutes(16));

        var asked = await admin.FillAsync("/admin/staff/new", "/admin/staff/invitations", Invitation);
        var fields = asked.Fields("form[action='/admin/staff/invitations']");
        fields["AgainPassword"] = "wrong password 1";
        var wrong = await admin.PostAsync("/admin/staff/invitations", fields);
        var before = await site.InDatabaseAsync(db => db.StaffAccounts.CountAsync());
        fields = wrong.Fields("form[action='/admin/staff/invitations']");
        fields["AgainPassword"] = SignedInStaff.Password;
        var done = await admin.PostAsync("/admin/staff/invitations", fields);
        var next = await admin.FillAsync("/admin/staff/new", "/admin/staff/invitations", ("Email", "jiro@example.jp"), ("Name", "塩尻 次郎"), ("Role", "Viewer"), ("Cohort", "all"));

        Assert.Equal((HttpStatusCode.Forbidden, "パスワードの確認"), (asked.Status, asked.Heading));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "パスワードが違います。もう一度お確かめください。", 1), (wrong.Status, wrong.Text(".note--err p"), before));
        Assert.Equal(("職員", "職員"), (done.Heading, next.Heading));
        Assert.Equal(["jiro@example.jp", "hanako@example.jp", "taro@example.jp"], (await site.InDatabaseAsync(db => db.StaffAccounts.Select(a => a.Email!).ToListAsync())).OrderBy(e => e[0] switch { 'j' => 0, 'h' => 1, _ => 2 }));
        Assert.Equal(1, (await site.AuditAsync()).Count(a => a == AuditAction.ConfirmedAgain));
    }

    [Fact]
    public async Task Guessing_at_the_question_locks_the_account_too()
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Administrator);
        var admin = site.Visitor();
        await admin.SignInAsync();
        time.Advance(TimeSpan.FromMinutes(16));
        var asked = await admin.FillAsync("/admin/staff/new", "/admin/staff/invitations", Invitation);
        var fields = asked.Fields("form[action='/admin/staff/invitations']");

        foreach (var password in Enumerable.Repeat("wrong password 1", 5).Append(SignedInStaff.Password))
        {
            fields["AgainPassword"] = password;
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync("/admin/staff/invitations", fields)).Status);
        }
    }

    [Fact]
    public async Task A_page_that_asks_leads_on_to_itself()
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Viewer);
        var visitor = site.Visitor();
        await visitor.SignInAsync();
        time.Advance(TimeSpan.FromMinutes(16));

        var page = await visitor.FillAsync("/admin/account/second-factor", "/admin/confirmation", ("AgainPassword", SignedInStaff.Password));

        Assert.Equal((HttpStatusCode.OK, "2段階認証の設定"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task Fields_that_came_twice_come_twice_again()
    {
        var (site, time) = await SignInSteps.AtAsync(Now);
        using var _1 = site;
        await site.AccountAsync(Role.Administrator);
        var admin = site.Visitor();
        await admin.SignInAsync();
        time.Advance(TimeSpan.FromMinutes(16));
        var fields = (await admin.OpenAsync("/admin/staff/new")).Fields("form[action='/admin/staff/invitations']").ToList();

        var asked = await admin.PostAsync("/admin/staff/invitations", [.. fields, new("Numbers", "1"), new("Numbers", "2"), new("Memo", "1行目\r\n\"2行目\"")]);

        Assert.Equal(["1", "2"], asked.Html.QuerySelectorAll("input[name=Numbers]").Select(i => i.GetAttribute("value")));
        Assert.Equal("1行目\r\n\"2行目\"", asked.Html.QuerySelector("input[name=Memo]")!.GetAttribute("value")!.ReplaceLineEndings("\r\n"));
    }
}

using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Account;

/// <summary>Forms about accounts that are sent twice at one moment: one is taken, the other is told so, and nobody is signed out.</summary>
public sealed class DoubleSubmitTests
{
    private const string SetUp = "/admin/account/second-factor";

    [Fact]
    public async Task A_password_changed_twice_at_once_is_changed_once_and_its_session_stands()
    {
        var meeting = new Meeting("StaffAccounts");
        using var site = await Site.StartAsync(services: meeting.Watch);
        await site.AccountAsync(Role.Viewer);
        var visitor = site.Visitor(followsRedirects: false);
        await visitor.SignInAsync();
        var fields = (await visitor.OpenAsync("/admin/account")).Fields("form[action='/admin/account/password']");
        (fields["CurrentPassword"], fields["NewPassword"]) = (SignedInStaff.Password, "平沢の漆器を手に取ってみた");

        var pages = await AtOnceAsync(meeting, visitor, "/admin/account/password", fields, 2);
        var after = await visitor.OpenAsync("/admin/account");

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], pages.Select(p => p.Status).Order());
        Assert.Equal("先に別の変更がありました", pages.Single(p => p.Status == HttpStatusCode.Conflict).Heading);
        Assert.Equal(HttpStatusCode.OK, after.Status);
    }

    [Fact]
    public async Task A_second_factor_set_up_twice_at_once_gives_codes_once()
    {
        var meeting = new Meeting("StaffAccounts");
        using var site = await Site.StartAsync(services: meeting.Watch);
        await site.AccountAsync(Role.Viewer);
        var visitor = site.Visitor(followsRedirects: false);
        await visitor.SignInAsync();
        var page = await visitor.OpenAsync(SetUp);
        var fields = page.Fields($"form[action='{SetUp}']");
        fields["Code"] = Authenticator.Code(page, TimeProvider.System.GetUtcNow());

        var pages = await AtOnceAsync(meeting, visitor, SetUp, fields, 2);
        var after = await visitor.OpenAsync("/admin/account");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], pages.Select(p => p.Status).Order());
        Assert.Equal(HttpStatusCode.OK, after.Status);
    }

    [Fact]
    public async Task Signing_out_everywhere_three_times_at_once_signs_out()
    {
        var meeting = new Meeting("StaffAccounts");
        using var site = await Site.StartAsync(services: meeting.Watch);
        await site.AccountAsync(Role.Viewer);
        var visitor = site.Visitor(followsRedirects: false);
        await visitor.SignInAsync();
        var fields = (await visitor.OpenAsync("/admin/account")).Fields("form[action='/admin/account/sign-out-everywhere']");

        var pages = await AtOnceAsync(meeting, visitor, "/admin/account/sign-out-everywhere", fields, 3);

        Assert.All(pages, p => Assert.Equal(HttpStatusCode.Redirect, p.Status));
        Assert.False(await site.InDatabaseAsync(db => db.StaffSessions.AnyAsync(s => s.EndedUtc == null)));
    }

    [Fact]
    public async Task An_invitation_sent_four_times_at_once_makes_one_account_and_again_one_mail()
    {
        var meeting = new Meeting("StaffAccounts");
        using var site = await Site.StartAsync(services: meeting.Watch);
        var admin = await site.StaffAsync(Role.Administrator, followsRedirects: false);
        var fields = (await admin.OpenAsync("/admin/staff/new")).Fields("form[action='/admin/staff/invitations']");
        (fields["Email"], fields["Name"], fields["Role"], fields["Cohort"]) = ("taro@example.jp", "塩尻 太郎", "Viewer", "all");

        var first = await AtOnceAsync(meeting, admin, "/admin/staff/invitations", fields, 4);
        var id = await site.InDatabaseAsync(db => db.StaffAccounts.Where(a => a.Email == "taro@example.jp").Select(a => a.Id).SingleAsync());
        var again = (await admin.OpenAsync($"/admin/staff/{id}")).Fields($"form[action='/admin/staff/{id}/invitation']");
        var second = await AtOnceAsync(meeting, admin, $"/admin/staff/{id}/invitation", again, 4);

        Assert.Equal((1, 3), (first.Count(p => p.Status == HttpStatusCode.Redirect), first.Count(p => p.Status is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity)));
        Assert.Equal((1, 3), (second.Count(p => p.Status == HttpStatusCode.Redirect), second.Count(p => p.Status == HttpStatusCode.Conflict)));
        Assert.Equal(2, await site.InDatabaseAsync(db => db.OutgoingMails.CountAsync(m => m.Recipient == "taro@example.jp")));
    }

    [Fact]
    public async Task A_second_row_with_the_same_key_is_known_as_such()
    {
        using var site = await Site.StartAsync();
        var account = await site.AccountAsync(Role.Viewer);

        await StoreAsync(site, account.Id);
        var lost = await Assert.ThrowsAsync<DbUpdateException>(() => StoreAsync(site, account.Id));

        Assert.True(UniqueViolation.Is(lost));
    }

    private static Task<int> StoreAsync(Site site, int id) => site.InDatabaseAsync(db =>
    {
        db.Add(new IdentityUserToken<int> { UserId = id, LoginProvider = "CxoLab", Name = "PasskeyAnswered", Value = "1" });
        return db.SaveChangesAsync();
    });

    // All of them read before any of them writes.
    private static Task<Page[]> AtOnceAsync(Meeting meeting, HttpClient visitor, string path, Dictionary<string, string> fields, int times) =>
        meeting.OfAsync(times, () => visitor.PostAsync(path, fields));
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Samples;

public sealed class SamplesTests
{
    [Fact]
    public async Task The_button_on_the_dashboard_fills_the_desk_once()
    {
        using var site = await Site.StartAsync();
        var administrator = await site.StaffAsync(Role.Administrator);
        var dashboard = await administrator.OpenAsync("/admin");
        var fields = dashboard.Fields("form[action='/admin/samples']");

        var first = await administrator.PostAsync("/admin/samples", fields);
        var second = await administrator.PostAsync("/admin/samples", fields);

        Assert.Equal(("見本の申込者を60名入れました。名前もアドレスも架空のものです", "見本の申込者はもう入っています"), (first.Text(".saved"), second.Text(".saved")));
        Assert.Equal(60, await site.InDatabaseAsync(db => db.Applications.CountAsync()));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.SamplesAdded)));
    }

    [Fact]
    public async Task Every_state_is_there()
    {
        using var site = await Site.StartAsync();

        var applications = await site.FillAsync();

        var today = new DateOnly(2022, 6, 10);
        Assert.Equal(Enum.GetValues<ApplicationStatus>(), applications.Select(a => a.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<PaymentStatus>(), applications.Select(a => a.Balance.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<Channel>(), applications.Select(a => a.Channel).Distinct().Order());
        Assert.Equal(Enum.GetValues<LedgerEntryKind>(), applications.SelectMany(a => a.Ledger).Select(e => e.Kind).Distinct().Order());
        Assert.Contains(applications, a => a.Status.IsAlive() && a.Balance.Status == PaymentStatus.Unpaid && a.DueOn < today);
        Assert.Equal([MailState.Sent, MailState.Failed, MailState.Cancelled], await site.InDatabaseAsync(async db => (await db.OutgoingMails.Select(m => m.State).Distinct().ToListAsync()).Order().ToList()));
        Assert.True(await site.InDatabaseAsync(db => db.Reviews.AnyAsync(r => r.Scores.Any(s => s.Value == null))));
        Assert.Equal(4, await site.InDatabaseAsync(db => db.PreparedDecisions.CountAsync()));
        Assert.True(await site.InDatabaseAsync(db => db.ApplicationNotes.AnyAsync()) && await site.InDatabaseAsync(db => db.ApplicationTags.AnyAsync()));
    }

    [Fact]
    public async Task Nobody_could_be_taken_for_a_real_person_and_nothing_happens_in_the_future()
    {
        using var site = await Site.StartAsync();

        var applications = await site.FillAsync();

        var now = site.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal(60, applications.Select(a => a.Name).Distinct().Count());
        Assert.All(applications, a => Assert.EndsWith("@example.jp", a.Email, StringComparison.Ordinal));
        Assert.All(applications, a => Assert.InRange(a.ReceivedUtc, new DateTime(2022, 5, 31, 15, 0, 0, DateTimeKind.Utc), now));
        Assert.All(applications.SelectMany(a => a.StatusChanges), change => Assert.True(change.AtUtc <= now));
        Assert.All(applications.SelectMany(a => a.Ledger), entry => Assert.True(entry.EnteredUtc <= now));
        Assert.True(applications.Select(a => JapanTime.DayOf(a.ReceivedUtc)).Distinct().Count() >= 8);
    }

    [Fact]
    public async Task No_mail_waits_to_leave_and_nobody_can_sign_in_as_a_sample()
    {
        using var site = await Site.StartAsync();

        await site.FillAsync();

        Assert.Equal(0, await site.InDatabaseAsync(db => db.OutgoingMails.CountAsync(m => m.State == MailState.Queued)));
        Assert.Equal(4, await site.InDatabaseAsync(db => db.StaffAccounts.CountAsync()));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.StaffAccounts.CountAsync(a => a.PasswordHash != null || a.DisabledUtc == null)));
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Treasurer)]
    public async Task Only_administrators_may_fill_the_desk(Role role)
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(role);

        var dashboard = await staff.OpenAsync("/admin");
        var answer = await staff.PostAsync("/admin/samples", dashboard.Fields("form[action='/admin/sign-out']"));

        Assert.Empty(dashboard.Html.QuerySelectorAll("form[action='/admin/samples']"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Applications.CountAsync()));
    }

    [Fact]
    public async Task Outside_Development_there_is_no_such_page()
    {
        using var site = await Site.StartAsync(new()
        {
            ["environment"] = "Staging",
            ["Site:PublicBaseUrl"] = "http://localhost",
            ["BankAccount:Bank"] = "塩尻銀行",
            ["BankAccount:Branch"] = "本店",
            ["BankAccount:Kind"] = "普通",
            ["BankAccount:Number"] = "1234567",
            ["BankAccount:Holder"] = "シオジリラボ",
            ["Mail:Transport"] = "Folder",
            ["Mail:From"] = "office@example.jp",
        });
        var administrator = await site.StaffAsync(Role.Administrator);
        await site.InDatabaseAsync(db => db.StaffAccounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.TwoFactorEnabled, true)));

        var dashboard = await administrator.OpenAsync("/admin");
        var answer = await administrator.PostAsync("/admin/samples", dashboard.Fields("form[action='/admin/sign-out']"));

        Assert.Empty(dashboard.Html.QuerySelectorAll("form[action='/admin/samples']"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (dashboard.Status, answer.Status));
    }
}

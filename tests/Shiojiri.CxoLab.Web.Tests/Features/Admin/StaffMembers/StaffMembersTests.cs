using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.StaffMembers;

public sealed class StaffMembersTests
{
    private const string LastOne = "最後の管理者です。先にほかの人を管理にしてください。";

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_list_asks_the_database_as_often_for_one_as_for_many(int others)
    {
        var counter = new Counter();
        using var site = await Site.StartAsync(services: services => services.Intercept(counter));
        var admin = await site.StaffAsync(Role.Administrator);
        for (var i = 0; i < others; i++)
        {
            await site.AccountAsync(Role.Viewer, $"staff{i}@example.jp", name: $"職員 {i}");
        }

        counter.Commands = 0;
        var page = await admin.OpenAsync("/admin/staff");

        Assert.Equal((others + 1, 4), (page.Texts("table:not(.perms) tbody tr").Length, counter.Commands));
    }

    [Fact]
    public async Task An_invitation_is_withdrawn_although_the_person_was_put_in_charge_already()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var admin = await site.StaffAsync(Role.Administrator);
        await admin.FillAsync("/admin/staff/new", "/admin/staff/invitations", ("Email", "saburo@example.jp"), ("Name", "塩尻 三郎"), ("Role", "Reviewer"), ("Cohort", "all"));
        var id = await site.InDatabaseAsync(db => db.StaffAccounts.Where(a => a.Email == "saburo@example.jp").Select(a => a.Id).SingleAsync());
        var number = await site.ApplicantAsync();
        await admin.FillAsync($"/admin/applications/{number}", $"/admin/applications/{number}/assignee", ("accountId", $"{id}"));

        var page = await admin.FillAsync($"/admin/staff/{id}", $"/admin/staff/{id}/invitation-removal");

        Assert.Equal((HttpStatusCode.OK, "招待を取り消しました。"), (page.Status, page.Text(".saved p")));
        Assert.Equal((null, 0), await site.InDatabaseAsync(async db => (
            (await db.Applications.SingleAsync()).AssigneeId, await db.StaffAccounts.CountAsync(a => a.Id == id))));
        Assert.Equal(2, (await site.AuditAsync()).Count(action => action == AuditAction.Assigned));
    }

    [Fact]
    public async Task The_page_shows_the_table_of_duties()
    {
        using var site = await Site.StartAsync();
        var admin = await site.StaffAsync(Role.Administrator);

        var rows = (await admin.OpenAsync("/admin/staff")).Html.QuerySelectorAll("table.perms tbody tr");

        Assert.Equal(
            Enum.GetValues<Permission>().Select(duty => string.Join(' ', Enum.GetValues<Role>().Select(role => role.May(duty) ? "できる" : "できない"))),
            rows.Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(td => td.TextContent.Trim()))));
    }

    [Fact]
    public async Task An_administrator_opens_a_locked_account_and_the_audit_log_tells_of_it()
    {
        using var site = await Site.StartAsync();
        var admin = await site.StaffAsync(Role.Administrator);
        var account = await site.AccountAsync(Role.Viewer);
        await site.InDatabaseAsync(async db =>
        {
            var locked = await db.StaffAccounts.SingleAsync(a => a.Id == account.Id);
            (locked.Lockouts, locked.LockoutEnd) = (4, TimeProvider.System.GetUtcNow().AddHours(2));
            return await db.SaveChangesAsync();
        });

        var page = await admin.FillAsync($"/admin/staff/{account.Id}", $"/admin/staff/{account.Id}/unlocking");

        var opened = await site.InDatabaseAsync(db => db.StaffAccounts.SingleAsync(a => a.Id == account.Id));
        var line = await site.InDatabaseAsync(db => db.AuditEntries.SingleAsync(e => e.Action == AuditAction.StaffChanged));
        Assert.Equal((HttpStatusCode.OK, "ロックを解除しました。"), (page.Status, page.Text(".saved p")));
        Assert.Equal((0, 0, null, account.SecurityStamp), (opened.AccessFailedCount, opened.Lockouts, opened.LockoutEnd, opened.SecurityStamp));
        Assert.Contains("true", line.Before, StringComparison.Ordinal);
        Assert.Contains("false", line.After, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("form[action$='/unlocking']"));
    }

    [Fact]
    public async Task A_change_of_role_and_cohort_is_kept_and_audited_with_before_and_after()
    {
        using var site = await Site.StartAsync();
        var admin = await site.StaffAsync(Role.Administrator);
        var account = await site.AccountAsync(Role.Viewer);
        var cohort = await site.InDatabaseAsync(db => db.Cohorts.Select(c => c.Id).FirstAsync());

        var page = await admin.FillAsync($"/admin/staff/{account.Id}", $"/admin/staff/{account.Id}/role", ("Role", "Reviewer"), ("Cohort", $"{cohort}"));

        var changed = await site.InDatabaseAsync(db => db.StaffAccounts.SingleAsync(a => a.Id == account.Id));
        var line = await site.InDatabaseAsync(db => db.AuditEntries.SingleAsync(e => e.Action == AuditAction.StaffChanged));
        Assert.Equal((HttpStatusCode.OK, Role.Reviewer, cohort), (page.Status, changed.Role, changed.CohortId));
        Assert.Equal(("hanako@example.jp", "{\"Role\":\"Viewer\",\"CohortId\":null}", $"{{\"Role\":\"Reviewer\",\"CohortId\":{cohort}}}"), (line.Subject, line.Before, line.After));
    }

    [Fact]
    public async Task A_stale_page_changes_nothing()
    {
        using var site = await Site.StartAsync();
        var admin = await site.StaffAsync(Role.Administrator);
        var account = await site.AccountAsync(Role.Viewer);
        var stale = (await admin.OpenAsync($"/admin/staff/{account.Id}")).Fields($"form[action='/admin/staff/{account.Id}/role']");
        await admin.FillAsync($"/admin/staff/{account.Id}", $"/admin/staff/{account.Id}/role", ("Role", "Treasurer"));
        stale["Role"] = "Administrator";

        var page = await admin.PostAsync($"/admin/staff/{account.Id}/role", stale);

        Assert.Equal((HttpStatusCode.Conflict, Role.Treasurer), (page.Status, await site.InDatabaseAsync(db => db.StaffAccounts.Where(a => a.Id == account.Id).Select(a => a.Role).SingleAsync())));
    }

    [Theory]
    [InlineData("role")]
    [InlineData("closure")]
    public async Task The_last_administrator_stays(string change)
    {
        using var site = await Site.StartAsync();
        var admin = await site.StaffAsync(Role.Administrator);
        var only = await site.InDatabaseAsync(db => db.StaffAccounts.SingleAsync());
        var fields = (await admin.OpenAsync($"/admin/staff/{only.Id}")).Fields($"form[action='/admin/staff/{only.Id}/role']");
        fields["Role"] = "Viewer";

        var page = await admin.PostAsync($"/admin/staff/{only.Id}/{change}", fields);

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, change == "role" ? LastOne : "自分のアカウントは停止できません。ほかの管理者に頼んでください。"),
            (page.Status, page.Text(".note--err p")));
        Assert.Null(await site.InDatabaseAsync(db => db.StaffAccounts.Where(a => a.Role == Role.Administrator).Select(a => a.DisabledUtc).SingleAsync()));
    }

    [Fact]
    public async Task Two_administrators_who_close_each_other_at_one_moment_are_not_both_gone()
    {
        var meeting = new Meeting("StaffAccounts");
        using var site = await Site.StartAsync(services: meeting.Watch);
        var (one, two) = (await site.StaffAsync(Role.Administrator, "一郎"), await site.StaffAsync(Role.Administrator, "二郎"));
        var ids = await site.InDatabaseAsync(db => db.StaffAccounts.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync());
        var closeTwo = (await one.OpenAsync($"/admin/staff/{ids[1]}")).Fields($"form[action='/admin/staff/{ids[1]}/closure']");
        var closeOne = (await two.OpenAsync($"/admin/staff/{ids[0]}")).Fields($"form[action='/admin/staff/{ids[0]}/closure']");

        await meeting.OfAsync(() => one.PostAsync($"/admin/staff/{ids[1]}/closure", closeTwo), () => two.PostAsync($"/admin/staff/{ids[0]}/closure", closeOne));

        Assert.Equal(1, await site.InDatabaseAsync(db => db.StaffAccounts.CountAsync(a => a.DisabledUtc == null)));
    }

    [Fact]
    public async Task A_closed_account_may_be_opened_again()
    {
        using var site = await Site.StartAsync();
        var admin = await site.StaffAsync(Role.Administrator);
        var account = await site.AccountAsync(Role.Viewer);

        await admin.FillAsync($"/admin/staff/{account.Id}", $"/admin/staff/{account.Id}/closure");
        var closed = await site.Visitor().SignInAsync();
        await admin.FillAsync($"/admin/staff/{account.Id}", $"/admin/staff/{account.Id}/reopening");
        var open = await site.Visitor().SignInAsync();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ダッシュボード"), (closed.Status, open.Heading));
    }

    private sealed class Counter : DbCommandInterceptor
    {
        public int Commands { get; set; }

        public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            // The sender of mails asks now and then, too; what counts here is what is read of staff.
            Commands += command.CommandText.Contains("\"Staff", StringComparison.Ordinal) || command.CommandText.Contains("[Staff", StringComparison.Ordinal) ? 1 : 0;
            return base.ReaderExecutedAsync(command, eventData, result, cancellationToken);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Commands;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Audit;

/// <summary>The log is a chain: what was done stands in it, and whoever meddles with the file is found out.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task The_log_shows_who_did_what_and_can_be_narrowed()
    {
        using var site = await Site.StartAsync();
        var numbers = await site.ApplicantsAsync(2);
        var reviewer = await site.StaffAsync(Role.Reviewer, "審査 花子");
        await reviewer.OpenAsync($"/admin/applications/{numbers[0]}");
        await reviewer.OpenAsync($"/admin/applications/{numbers[1]}");
        var administrator = await site.StaffAsync(Role.Administrator);

        var all = await administrator.OpenAsync("/admin/audit");
        var one = await administrator.OpenAsync($"/admin/audit?subject={ApplicationNumber.Grouped(numbers[1])}&operation=ApplicantViewed");
        var none = await administrator.OpenAsync("/admin/audit?actor=だれか&operation=999&day=2022-99-99&page=99999999");

        Assert.Equal(2, all.Texts(".audit tbody tr").Length);
        Assert.Equal(3, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.ListViewed)));
        Assert.Contains("申込者の閲覧審査 花子", Assert.Single(one.Texts(".audit tbody tr")), StringComparison.Ordinal);
        Assert.Equal("条件に合う記録はありません", none.Text(".empty h2"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_log_costs_the_same_number_of_questions_whatever_its_length(int views)
    {
        var questions = new QueryCount();
        using var site = await Site.StartAsync(services: questions.Watch);
        var number = await site.ApplicantAsync();
        var administrator = await site.StaffAsync(Role.Administrator);
        for (var i = 0; i < views; i++)
        {
            await administrator.OpenAsync($"/admin/applications/{number}");
        }

        questions.StartAgain();
        var page = await administrator.OpenAsync("/admin/audit");

        Assert.Equal(views, page.Texts(".audit tbody tr").Length);
        Assert.Equal(7, questions.Statements);
    }

    [Fact]
    public async Task Lines_written_at_the_same_moment_stand_behind_each_other()
    {
        var meeting = new Meeting("Applications") { Method = "GET" };
        using var site = await Site.StartAsync(services: meeting.Watch);
        var number = await site.ApplicantAsync();
        var staff = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => site.StaffAsync(Role.Viewer, $"閲覧 {i}")));

        await meeting.OfAsync([.. Enumerable.Range(0, 40).Select(i => (Func<Task<Page>>)(() => staff[i % 4].OpenAsync($"/admin/applications/{number}")))]);

        var (code, words) = await VerifyAsync(site);
        Assert.StartsWith("The audit log holds: 40 lines, last hash ", words, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET ActorName = '別人' WHERE Sequence = 2", 2)]
    [InlineData("UPDATE AuditEntries SET After = 'x' WHERE Sequence = 2", 2)]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 2", 2)]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 1", 1)]
    [InlineData("UPDATE AuditEntries SET Before = NULL, After = NULL, Salt = NULL WHERE Sequence = 2", 0)]
    [InlineData("UPDATE AuditEntries SET Hash = PreviousHash WHERE Sequence = 3", 3)]
    public async Task Meddling_with_the_file_is_found(string meddling, int line)
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        var viewer = await site.StaffAsync(Role.Viewer);
        for (var i = 0; i < 4; i++)
        {
            await viewer.OpenAsync($"/admin/applications/{number}");
        }

        await site.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(meddling));

        var expected = line == 0 ? "The details of line 2 were erased, and nothing tells why." : $"The audit log is broken at line {line}: it was changed, removed or put in.";
        Assert.Equal((1, expected), await VerifyAsync(site));
    }

    private static Task<(int Code, string Words)> VerifyAsync(Site site) => site.InDatabaseAsync(async db =>
    {
        using var output = new StringWriter();
        var code = await VerifyAuditCommand.VerifyAsync(db, output, CancellationToken.None);
        return (code, output.ToString().Trim());
    });
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Audit;

/// <summary>The screen of the log: sentences under days, changes first, views when asked for.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task The_log_tells_in_sentences_what_was_changed_and_shows_views_when_asked_for()
    {
        using var site = await Site.StartAsync();
        var numbers = await site.ApplicantsAsync(2);
        var reviewer = await site.StaffAsync(Role.Reviewer, "審査 花子");
        await reviewer.FillAsync($"/admin/applications/{numbers[0]}", $"/admin/applications/{numbers[0]}/tags", ("name", "面談済"));
        var administrator = await site.StaffAsync(Role.Administrator);

        var changes = await administrator.OpenAsync("/admin/audit");
        var views = await administrator.OpenAsync("/admin/audit?show=views");

        var line = Assert.Single(changes.Texts(".say > li"));
        Assert.Matches("^[0-9]{2}:[0-9]{2} ?申込者 ?申込 1号さんにタグ「面談済」を追加 ?審査 花子$", line);
        Assert.Equal($"/admin/applications/{numbers[0]}", changes.Html.QuerySelector(".say a")!.GetAttribute("href"));
        Assert.EndsWith("きょう", changes.Text(".day h2"), StringComparison.Ordinal);
        Assert.Contains(views.Texts(".say > li"), l => l.Contains("申込 1号さんを閲覧", StringComparison.Ordinal));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.ApplicantViewed || e.Action == AuditAction.ListViewed)));
    }

    [Fact]
    public async Task The_log_can_be_narrowed_by_number_name_person_and_day()
    {
        using var site = await Site.StartAsync();
        var numbers = await site.ApplicantsAsync(2);
        var viewer = await site.StaffAsync(Role.Viewer, "閲覧 花子");
        foreach (var number in numbers)
        {
            await viewer.OpenAsync($"/admin/applications/{number}");
        }

        var administrator = await site.StaffAsync(Role.Administrator);
        async Task<int> CountAsync(string query) => (await administrator.OpenAsync($"/admin/audit?show=views&actor=閲覧 花子{query}")).Texts(".say > li").Length;

        Assert.Equal(
            (2, 1, 1, 0, 0, 0),
            (await CountAsync(""), await CountAsync($"&subject={ApplicationNumber.Grouped(numbers[1])}"), await CountAsync("&subject=申込 2号"),
                await CountAsync("&subject=だれか"), await CountAsync("&day=2022-06-10"), await CountAsync("&until=2022-06-10")));
        Assert.Equal("条件に合う記録はありません", (await administrator.OpenAsync("/admin/audit?actor=だれか&page=99999999")).Text(".empty h2"));
    }

    [Fact]
    public async Task The_screen_holds_no_code_and_no_stored_notation()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync();
        await (await site.StaffAsync(Role.Reviewer)).FillAsync($"/admin/applications/{number}", $"/admin/applications/{number}/tags", ("name", "面談済"));

        var page = await (await site.StaffAsync(Role.Administrator)).OpenAsync("/admin/audit");

        Assert.Single(page.Texts(".say > li"));
        Assert.DoesNotMatch("[{}]|tag-added|TagAdded|verify-audit|\"Tag\"", page.Words);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_log_costs_the_same_number_of_questions_whatever_its_length(int changes)
    {
        var questions = new QueryCount();
        using var site = await Site.StartAsync(services: questions.Watch);
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        for (var i = 0; i < changes; i++)
        {
            await reviewer.FillAsync($"/admin/applications/{number}", $"/admin/applications/{number}/tags", ("name", $"印{i}"));
        }

        var administrator = await site.StaffAsync(Role.Administrator);
        questions.StartAgain();
        var page = await administrator.OpenAsync("/admin/audit");

        Assert.Equal(changes, page.Texts(".say > li").Length);
        Assert.Equal(9, questions.Statements);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Reviews;

public sealed class RankingTests
{
    private const string Path = "/admin/reviews/ranking";

    [Fact]
    public async Task People_stand_in_the_order_of_their_mean_with_every_score_in_words_and_those_without_last()
    {
        using var site = await Site.StartAsync();
        await ThreeScoredAsync(site);

        var page = await (await site.StaffAsync(Role.Administrator)).OpenAsync(Path);

        Assert.Equal(["1位|二番|4.5", "2位|三番|3.0", "3位|一番|2.0", "—|四番|"], Rows(page));
        Assert.Equal("第三期・4名のうち 3名を採点済み。", page.Text(".adm-top p"));
        Assert.Equal("平均4.5 ばらつき 0.52人点は 4.0、5.0", page.Text(".rank > li:nth-child(1) .rank__sc"));
        Assert.Equal("平均2.0 ばらつき —1人点は 2.0", page.Text(".rank > li:nth-child(3) .rank__sc"));
        Assert.Equal("まだだれも採点していません", page.Text(".rank > li:nth-child(4) .rank__sc"));
        Assert.Equal(2, page.Html.QuerySelectorAll(".rank > li:nth-child(1) svg.strip[aria-hidden=true] circle").Length);
        Assert.Equal("よい声 審査 一・5.0点", page.Text(".rank > li:nth-child(1) .said li"));
    }

    [Fact]
    public async Task Whoever_reviews_sees_no_score_of_a_person_they_have_not_scored_here_nor_in_list_and_file()
    {
        using var site = await Site.StartAsync();
        await ThreeScoredAsync(site);
        var two = await site.StaffAsync(Role.Reviewer, "審査 二");

        var page = await two.OpenAsync(Path);
        var bySpread = await two.OpenAsync($"{Path}?sort=spread");
        var list = await two.OpenAsync("/admin/applications?q=三番");
        var export = await two.OpenAsync("/admin/applications/export");
        var fields = export.Fields("form[action^='/admin/applications/export']");
        (fields["Format"], fields["Columns"]) = ("csv", "score");
        var file = await two.PostAsync("/admin/applications/export?q=三番", fields);

        Assert.Equal(["1位|二番|4.5", "—|一番|", "—|三番|", "—|四番|"], Rows(page));
        Assert.Equal(["1位|二番|4.5", "—|一番|", "—|三番|", "—|四番|"], Rows(bySpread));
        Assert.Equal("1人が採点済み。点は、あなたの採点のあとに見られます", page.Text(".rank > li:nth-child(3) .rank__sc"));
        Assert.DoesNotContain("静かな人", page.Body, StringComparison.Ordinal);
        Assert.Contains("採点すると見られます", list.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("3.0", list.Text(".alist tbody"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.DoesNotContain("3.00", file.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_decide_open_it_and_looking_is_noted()
    {
        using var site = await Site.StartAsync();
        await ThreeScoredAsync(site);

        var refused = new[] { await site.StaffAsync(Role.Viewer), await site.StaffAsync(Role.Treasurer) };
        Assert.All(await Task.WhenAll(refused.Select(r => r.OpenAsync(Path))), page => Assert.Equal(HttpStatusCode.Forbidden, page.Status));
        await (await site.StaffAsync(Role.Administrator)).OpenAsync(Path);
        var audit = await (await site.StaffAsync(Role.Administrator)).OpenAsync("/admin/audit?show=views");
        await (await site.StaffAsync(Role.Reviewer, "審査 二")).OpenAsync(Path);

        Assert.Contains("審査の順位と全員の点（4件）を閲覧", audit.Body, StringComparison.Ordinal);
        Assert.Equal(
            ["""事務局 Administrator{"Page":"ranking","Rows":4,"Scores":"all"}""", """審査 二{"Page":"ranking","Rows":1,"Scores":"own"}"""],
            await site.InDatabaseAsync(db => db.AccessEntries.Where(e => e.Details!.Contains("ranking")).OrderBy(e => e.Id).Select(e => e.ActorName + e.Details).ToListAsync()));
    }

    [Fact]
    public async Task A_decision_is_prepared_from_the_row_and_shown_there()
    {
        using var site = await Site.StartAsync();
        await ThreeScoredAsync(site);
        var staff = await site.StaffAsync(Role.Administrator);
        var form = (await staff.OpenAsync($"{Path}?sort=spread")).Fields(".rank > li:nth-child(1) form");
        var number = await NumberAsync(site, "二番");

        var page = await staff.PostAsync($"/admin/applications/{number}/decision", new Dictionary<string, string>(form) { ["to"] = "Accepted" });

        Assert.Equal((Path, "?sort=spread"), (page.Answer.RequestMessage!.RequestUri!.AbsolutePath, page.Answer.RequestMessage.RequestUri.Query));
        Assert.Equal("参加確定 準備・事務局 Administrator", page.Text(".rank > li:nth-child(1) .rank__st"));
        Assert.StartsWith("変える", page.Text(".rank > li:nth-child(1) summary"), StringComparison.Ordinal);
        Assert.Equal(ApplicationStatus.Accepted, await site.InDatabaseAsync(db => db.PreparedDecisions.Select(d => d.To).SingleAsync()));
    }

    [Fact]
    public async Task It_is_narrowed_to_the_undecided_and_to_those_with_two_scores_and_ordered_by_need()
    {
        using var site = await Site.StartAsync();
        await ThreeScoredAsync(site);
        await site.InDatabaseAsync(async db =>
        {
            (await db.Applications.SingleAsync(a => a.Name == "三番")).MoveTo(ApplicationStatus.Accepted, new Actor(null, "事務局"), DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });
        var staff = await site.StaffAsync(Role.Administrator);

        Assert.Equal(["1位|二番|4.5", "2位|一番|2.0", "—|四番|"], Rows(await staff.OpenAsync(Path)));
        Assert.Equal(["1位|二番|4.5", "2位|三番|3.0", "3位|一番|2.0", "—|四番|"], Rows(await staff.OpenAsync($"{Path}?status=all&sort=nonsense")));
        Assert.Equal(["1位|二番|4.5"], Rows(await staff.OpenAsync($"{Path}?count=2&page=99")));
        Assert.Equal(["2位|一番|2.0", "1位|二番|4.5", "—|四番|"], Rows(await staff.OpenAsync($"{Path}?sort=fewest")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task It_costs_the_same_statements_however_many_there_are(int applicants)
    {
        var questions = new QueryCount();
        using var site = await Site.StartAsync(services: questions.Watch);
        await site.StaffAsync(Role.Reviewer, "審査 一");
        var all = await site.ReceiveAsync(applicants);
        foreach (var one in all)
        {
            await site.ReviewAsync("審査 一", one.Name, 4);
        }

        foreach (var role in new[] { Role.Administrator, Role.Reviewer })
        {
            var staff = await site.StaffAsync(role, role == Role.Reviewer ? "審査 一" : null);
            await staff.OpenAsync(Path);
            questions.StartAgain();

            var page = await staff.OpenAsync(Path);

            Assert.Equal((applicants, 7), (page.Html.QuerySelectorAll(".rank > li").Length, questions.Statements));
        }
    }

    private static string[] Rows(Page page) => [.. page.Html.QuerySelectorAll(".rank > li").Select(row =>
        $"{row.QuerySelector(".rank__n")!.TextContent.Trim()}|{row.QuerySelector(".rank__who a > span")!.TextContent}|{row.QuerySelector(".rank__mean")?.TextContent}")];

    private static Task<string> NumberAsync(Site site, string name) => site.InDatabaseAsync(db => db.Applications.Where(a => a.Name == name).Select(a => a.Number).SingleAsync());

    /// <summary>二番 has two scores, 一番 and 三番 one by 審査 一, 四番 none.</summary>
    private static async Task ThreeScoredAsync(Site site)
    {
        string[] names = ["一番", "二番", "三番", "四番"];
        await site.ReceiveAsync(4, (n, applicant) => applicant with { Name = names[n - 1] });
        await site.StaffAsync(Role.Reviewer, "審査 一");
        await site.StaffAsync(Role.Reviewer, "審査 二");
        await site.ReviewAsync("審査 一", "一番", 2);
        await site.ReviewAsync("審査 一", "二番", 5);
        await site.ReviewAsync("審査 二", "二番", 4);
        await site.ReviewAsync("審査 一", "三番", 3);
        await CommentAsync(site, "二番", 500, "よい声");
        await CommentAsync(site, "三番", 300, "静かな人");
    }

    private static Task<int> CommentAsync(Site site, string name, int total, string comment) => site.InDatabaseAsync(db => db.Reviews
        .Where(r => r.Total == total && db.Applications.Any(a => a.Id == r.ApplicationId && a.Name == name))
        .ExecuteUpdateAsync(set => set.SetProperty(r => r.Comment, comment)));
}

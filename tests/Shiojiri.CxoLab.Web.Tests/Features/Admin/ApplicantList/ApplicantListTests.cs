using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.ApplicantList;

public sealed class ApplicantListTests
{
    private const string Path = "/admin/applications";

    [Fact]
    public async Task Before_any_application_the_page_says_so()
    {
        using var site = await Site.StartAsync();

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync(Path);

        Assert.Equal(("まだ申し込みはありません", "申し込みが届くと、ここに新しい順に並びます。"), (page.Text(".empty h2"), page.Text(".empty p")));
    }

    [Fact]
    public async Task A_line_shows_who_when_and_where_it_stands()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync(Path);

        var number = await site.InDatabaseAsync(db => db.Applications.Select(a => a.Number).SingleAsync());
        Assert.Equal(
            ["塩尻 1号シオジリ ゴウ 東京都 6/5 09:01", ApplicationNumber.Grouped(number), "東京都", "6/5 09:01", "参加", "参加", "—まだ得点がありません", "受付 お願い中", "お願い中"],
            page.Texts(".alist tbody td"));
        Assert.Equal($"/admin/applications/{number}", page.Html.QuerySelector(".alist__name a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_search_that_finds_nobody_says_what_to_do()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync($"{Path}?q=どこにもいない");

        Assert.Equal(
            ("条件に合う申込者はいません", "キーワードを短くするか、状態の絞り込みを外してみてください。"), (page.Text(".empty h2"), page.Text(".empty p")));
        Assert.Equal(Path, page.Html.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_way_to_a_person_keeps_the_filter()
    {
        using var site = await Site.StartAsync();
        var made = await site.ReceiveAsync(1);

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync($"{Path}?q=塩尻&sort=kana&page=1");

        Assert.Equal($"{Path}/{made[0].Number}?q=%E5%A1%A9%E5%B0%BB&sort=kana", page.Html.QuerySelector(".alist__name a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData(Role.Viewer, "")]
    [InlineData(Role.Treasurer, "書き出す")]
    [InlineData(Role.Reviewer, "申し込みを入力する|全員にメール|書き出す|参加確定を準備|補欠を準備|見送りを準備")]
    public async Task Everybody_is_offered_what_they_may_do(Role role, string offers)
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);

        var page = await (await site.StaffAsync(role)).OpenAsync(Path);

        Assert.Equal(offers, string.Join('|', page.Texts(".adm-top .btns a").Concat(page.Texts(".bulkbar button"))));
        Assert.Equal(role == Role.Reviewer ? 1 : 0, page.Html.QuerySelectorAll("form[action='/admin/decisions'] input[name='Numbers']").Length);
    }

    [Fact]
    public async Task The_chosen_ones_go_to_the_decisions_with_the_way_back()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(2);

        var page = await (await site.StaffAsync(Role.Reviewer)).OpenAsync($"{Path}?status=received&page=7");

        var fields = page.Fields("form[action='/admin/decisions']");
        Assert.Equal(["Back", "FormToken"], fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("?status=received", fields["Back"]);
        Assert.Equal(["Accepted", "Waitlisted", "Declined"], page.Html.QuerySelectorAll(".bulkbar button[name='To']").Select(b => b.GetAttribute("value")));
    }

    [Fact]
    public async Task Whoever_scores_sees_the_mean_only_of_what_they_have_scored()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(2);
        var one = await site.StaffAsync(Role.Reviewer, "審査 一");
        var two = await site.StaffAsync(Role.Reviewer, "審査 二");
        var viewer = await site.StaffAsync(Role.Viewer);
        await site.ReviewAsync("審査 一", "塩尻 1号", 5);
        await site.ReviewAsync("審査 一", "塩尻 2号", 2);
        await site.ReviewAsync("審査 二", "塩尻 2号", 3);

        async Task<string[]> Scores(HttpClient staff) => (await staff.OpenAsync($"{Path}?sort=oldest")).Texts(".alist tbody td.r");

        Assert.Equal(["5.0 1名", "2.5 2名"], await Scores(one));
        Assert.Equal(["—採点すると見られます", "2.5 2名"], await Scores(two));
        Assert.Equal(["5.0 1名", "2.5 2名"], await Scores(viewer));
        Assert.Equal(["塩尻 2号", "塩尻 1号"], (await two.OpenAsync($"{Path}?sort=score")).Texts(".alist__name a"));
        Assert.Equal(["塩尻 1号", "塩尻 2号"], (await one.OpenAsync($"{Path}?sort=score")).Texts(".alist__name a"));
    }

    [Fact]
    public async Task What_lies_outside_ones_cohort_is_not_there()
    {
        using var site = await Site.StartAsync();
        var other = await site.AddCohortAsync(4, "第四期");
        await site.ReceiveAsync(1);
        await site.ReceiveAsync(1, (_, a) => a with { Name = "第四 期子" }, ordinal: 4);
        var limited = await site.StaffAsync(Role.Reviewer, "限られた人", cohortId: other.Id);
        var all = await site.StaffAsync(Role.Reviewer);

        var own = await limited.OpenAsync(Path);
        var foreign = await limited.OpenAsync($"{Path}?cohort=3");

        Assert.Equal(["第四 期子"], own.Texts(".alist__name a"));
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(["塩尻 1号"], (await all.OpenAsync($"{Path}?cohort=3")).Texts(".alist__name a"));
        Assert.Equal(HttpStatusCode.NotFound, (await all.OpenAsync($"{Path}?cohort=77")).Status);
    }

    [Fact]
    public async Task Looking_at_the_list_is_written_down_without_the_word_searched_for()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(2);

        await (await site.StaffAsync(Role.Viewer)).OpenAsync($"{Path}?q=塩尻 2号&status=received");

        var line = await site.InDatabaseAsync(db => db.AccessEntries.SingleAsync());
        Assert.Equal(
            (AuditAction.ListViewed, "事務局 Viewer", """{"page":"list","cohort":"第三期","filter":{"q":"…","status":"received"},"shown":1,"of":1}"""),
            (line.Action, line.ActorName, line.Details));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(30)]
    public async Task A_page_costs_the_same_number_of_questions_however_long_it_is(int rows)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var staff = await site.StaffAsync(Role.Administrator);
        await site.ReceiveAsync(rows);
        await staff.OpenAsync(Path);
        count.StartAgain();

        var page = await staff.OpenAsync(Path);

        Assert.Equal((rows, 8), (page.Html.QuerySelectorAll(".alist tbody tr").Length, count.Statements));
    }
}

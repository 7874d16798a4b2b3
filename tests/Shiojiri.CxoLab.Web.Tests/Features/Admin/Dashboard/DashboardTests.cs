using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Dashboard;

public sealed class DashboardTests
{
    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        using var site = await Site.StartAsync();

        var answer = await site.Visitor(followsRedirects: false).OpenAsync("/admin");

        Assert.Equal((HttpStatusCode.Redirect, "http://localhost/admin/sign-in?from=%2Fadmin"), (answer.Status, answer.Answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task A_staff_member_sees_the_menu_of_their_role()
    {
        using var site = await Site.StartAsync();
        var viewer = await site.StaffAsync(Role.Viewer);

        var page = await viewer.OpenAsync("/admin");

        Assert.Equal((HttpStatusCode.OK, "ダッシュボード"), (page.Status, page.Heading));
        Assert.Equal(["ダッシュボード", "申込者", "審査", "入金", "メール", "問い合わせ"], page.Texts(".adm-nav a"));
    }

    [Fact]
    public async Task Before_any_application_the_page_says_so_and_writes_nothing_down()
    {
        using var site = await Site.StartAsync();

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync("/admin");

        Assert.Equal("まだ申し込みはありません", page.Text(".empty h2"));
        Assert.Equal("いま、対応が必要なものはありません。", page.Text(".panel__pad"));
        Assert.Empty(page.Texts(".todos"));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.AccessEntries.CountAsync()));
    }

    [Fact]
    public async Task Each_thing_to_do_is_counted_as_the_list_behind_it_shows()
    {
        using var site = await Site.StartAsync();
        await site.FillAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.OpenAsync("/admin");

        var tasks = page.Html.QuerySelectorAll(".todos a").Select(a => (Url: a.GetAttribute("href")!, Count: a.QuerySelector(".todos__n")!.TextContent)).ToList();
        Assert.Equal(
            ["/admin/mail?state=failed", "/admin/payments/overdue", "/admin/payments/refunds", "/admin/applications?status=received",
                "/admin/decisions", "/admin/applications?payment=asked"],
            tasks.Select(t => t.Url));
        foreach (var (url, count) in tasks.Where(t => t.Url.StartsWith("/admin/applications", StringComparison.Ordinal)))
        {
            Assert.StartsWith(count.Replace("件", "件中", StringComparison.Ordinal), (await staff.OpenAsync(url)).Text(".shown"), StringComparison.Ordinal);
        }

        foreach (var (url, count) in tasks.Where(t => t.Url.StartsWith("/admin/payments", StringComparison.Ordinal)))
        {
            Assert.Equal(count, $"{(await staff.OpenAsync(url)).Html.QuerySelectorAll(".rt tbody tr, .namelist li").Length}人");
        }

        Assert.Equal(["1通", "4件"], tasks.Where(t => !t.Url.StartsWith("/admin/applications", StringComparison.Ordinal) && !t.Url.StartsWith("/admin/payments", StringComparison.Ordinal)).Select(t => t.Count));
    }

    [Fact]
    public async Task What_is_urgent_comes_first_and_names_its_oldest_case()
    {
        using var site = await Site.StartAsync();
        var all = await site.FillAsync();

        var page = await (await site.StaffAsync(Role.Administrator)).OpenAsync("/admin");

        var today = new DateOnly(2022, 6, 10);
        var overdue = all.Select(a => FeeStatus.Of(a.Status, a.Balance, a.DueOn, today)).Where(f => f.State == FeeState.Overdue).Min(f => f.DueOn!.Value);
        var unread = all.Where(a => a.Status == ApplicationStatus.Received).Min(a => JapanTime.DayOf(a.ReceivedUtc));
        Assert.Equal(["is-late", "is-late", "is-new", "is-new", "is-calm", "is-calm"], page.Html.QuerySelectorAll(".todos li").Select(li => li.ClassName));
        Assert.Contains($"いちばん古い期限は{JapanTime.MonthDay(overdue)}", page.Texts(".todos small"));
        Assert.Contains($"いちばん古いもので{JapanTime.MonthDay(unread)}", page.Texts(".todos small"));
    }

    [Fact]
    public async Task Each_step_counts_people_of_the_step_before_and_names_who_stays_behind()
    {
        using var site = await Site.StartAsync();
        var all = await site.FillAsync();

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync("/admin");

        var steps = page.Html.QuerySelectorAll(".funnel > li").Select(li => (
            Count: int.Parse(li.QuerySelector("b")!.TextContent.TrimEnd('名'), System.Globalization.CultureInfo.InvariantCulture),
            Behind: li.QuerySelectorAll(".funnel__b li").Select(b => b.TextContent).ToList())).ToList();
        Assert.Equal(3, steps.Count);
        Assert.Equal(60, steps[0].Count);
        for (var i = 1; i < steps.Count; i++)
        {
            Assert.Equal(steps[i - 1].Count - steps[i].Count, steps[i].Behind.Sum(b => int.Parse(b.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture)));
        }

        Assert.Contains($"辞退 {all.Count(a => a.Status == ApplicationStatus.Withdrawn)}", steps[1].Behind);
    }

    [Fact]
    public async Task The_numbers_are_those_of_the_rules()
    {
        using var site = await Site.StartAsync();
        var all = await site.FillAsync();

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync("/admin");

        var settled = all.Where(a => a.Balance.IsSettled).ToList();
        var accepted = all.Count(a => a.Status == ApplicationStatus.Accepted);
        var takingPart = settled.Count(a => a.Status == ApplicationStatus.Accepted);
        Assert.Equal(["60名", $"{accepted}名", $"{takingPart}名"], page.Texts(".funnel b"));
        Assert.Equal(["60件", $"{takingPart}名"], page.Texts(".kpis .kpi__n").Take(2));
        Assert.Equal($"入金 {new Yen(all.Sum(a => a.Balance.Received.Amount))}", page.Texts(".kpis .kpi__d")[1]);
        Assert.Equal(all.OrderByDescending(a => a.ReceivedUtc).Take(5).Select(a => a.Name), page.Html.QuerySelectorAll(".tasks a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task Every_drawing_has_words_and_a_table_behind_it()
    {
        using var site = await Site.StartAsync();
        var all = await site.FillAsync();

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync("/admin");

        var perDay = all.GroupBy(a => JapanTime.DayOf(a.ReceivedUtc)).OrderByDescending(d => d.Count()).ThenBy(d => d.Key).First();
        Assert.All(page.Html.QuerySelectorAll("svg.chart"), chart => Assert.Equal(
            $"6月1日(水)から6月10日(金)までの日別の申込数。合わせて60件、最も多いのは{JapanTime.MonthDay(perDay.Key)}の{perDay.Count()}件。応募締切は7月30日(土)。",
            chart.GetAttribute("aria-label")));
        Assert.Equal(["chart only-l", "chart only-s"], page.Html.QuerySelectorAll("svg.chart").Select(c => c.ClassName));
        Assert.Equal(["説明会", "説明会", "締切 7/30", "今日"], page.Texts("svg.only-l .ev"));
        Assert.Equal([60, 60, 60], page.Html.QuerySelectorAll("details.data table").Where(table => table.QuerySelectorAll("thead th")[0].TextContent != "段階").Select(table => table.QuerySelectorAll("tbody tr").Sum(tr => int.Parse(tr.QuerySelector("td")!.TextContent))));
        Assert.DoesNotContain("style=", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_who_come_back_count_once_towards_the_goal()
    {
        using var site = await Site.StartAsync();
        await site.AddCohortAsync(4, "第四期");
        await site.ReceiveAsync(2);
        await site.ReceiveAsync(1, ordinal: 4);
        await AcceptAndPayAsync(site);
        var all = await site.StaffAsync(Role.Viewer);
        var limited = await site.StaffAsync(Role.Viewer, "限られた人", cohortId: 1);

        var page = await all.OpenAsync("/admin");

        Assert.Equal("目標45人のうち2人", page.Html.QuerySelector("svg.meter")!.GetAttribute("aria-label"));
        Assert.Equal(["1件", "2件"], [page.Text(".kpis .kpi__n"), (await all.OpenAsync("/admin?cohort=3")).Text(".kpis .kpi__n")]);
        Assert.Equal("2件", (await limited.OpenAsync("/admin")).Text(".kpis .kpi__n"));
        Assert.Equal(HttpStatusCode.NotFound, (await limited.OpenAsync("/admin?cohort=4")).Status);
    }

    [Fact]
    public async Task Looking_at_the_newest_names_is_written_down()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);

        await (await site.StaffAsync(Role.Viewer)).OpenAsync("/admin");

        var line = await site.InDatabaseAsync(db => db.AccessEntries.SingleAsync());
        Assert.Equal((AuditAction.ListViewed, "{\"page\":\"dashboard\",\"cohort\":\"第三期\"}"), (line.Action, line.Details));
    }

    [Theory]
    [InlineData("2022-06-10T09:00:00+09:00")]
    [InlineData("2022-07-30T23:59:00+09:00")]
    [InlineData("2022-07-31T00:10:00+09:00")]
    [InlineData("2026-11-23T10:00:00+09:00")]
    public async Task The_page_stands_on_any_day(string now)
    {
        using var site = await Site.StartAsync(now: DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        await site.ReceiveAsync(1);

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync("/admin");

        Assert.Equal((HttpStatusCode.OK, 2), (page.Status, page.Html.QuerySelectorAll("svg.chart").Length));
        Assert.DoesNotContain("NaN", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(30)]
    public async Task A_page_costs_the_same_number_of_questions_however_many_there_are(int applications)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var staff = await site.StaffAsync(Role.Administrator);
        await site.ReceiveAsync(applications);
        await staff.OpenAsync("/admin");
        count.StartAgain();

        var page = await staff.OpenAsync("/admin");

        Assert.Equal((Math.Min(applications, 5), 8), (page.Html.QuerySelectorAll(".tasks li").Length, count.Statements));
    }

    private static Task<int> AcceptAndPayAsync(Site site) => site.InDatabaseAsync(async db =>
    {
        var by = new Actor(null, "事務局");
        foreach (var application in await db.Applications.Include(a => a.Ledger).ToListAsync())
        {
            application.MoveTo(ApplicationStatus.UnderReview, by, DateTime.UnixEpoch);
            application.MoveTo(ApplicationStatus.Accepted, by, DateTime.UnixEpoch);
            application.RecordPayment(new MoneyMoved(RandomToken.Draw(), application.Fee, new(2022, 6, 8), PaymentWay.Cash, null), by, DateTime.UnixEpoch);
        }

        return await db.SaveChangesAsync();
    });
}

using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.ApplicantList;
using Shiojiri.CxoLab.Web.Features.Admin.Applications;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Admin.Themes;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Hosting.Keys;
using Shiojiri.CxoLab.Web.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.ApplicantList;

/// <summary>What the list asks translates to T-SQL and parses, although there is no server to run it.</summary>
public sealed class ListSqlTests
{
    [Fact]
    public async Task Every_filter_and_order_is_well_formed_on_SQL_Server()
    {
        using var site = await Site.StartAsync();
        var cohort = await site.InDatabaseAsync(db => db.Cohorts.Include(c => c.Sessions).Include(c => c.InterestAreas).AsSplitQuery().SingleAsync());
        await using var db = Silent();
        var scope = new StaffScope(db, Reviewer());
        var search = new ApplicantSearch(db, scope, Reviewer(), Clock, new CohortFilters(new SiteThemes(Clock), new CohortQuestions()));

        var statements = Filters(cohort).Select(filter => search.Ordered(filter, cohort).Skip(50).Take(50).ToQueryString())
            .Append(search.Find(new ApplicantFilter(), cohort).Where(CohortFilters.Chose(1)).ToQueryString())
            .Append(new ThemeListQuery(db, scope).Rows(1).ToQueryString())
            .Append(ApplicantFacts.Of(search.Find(new ApplicantFilter { Q = "山田 長野" }, cohort)).ToQueryString())
            .ToList();

        Assert.Empty(statements.SelectMany(SilentSqlServer.FaultsOf));
        Assert.DoesNotContain(statements, sql => GroupsByQuestion(sql));
    }

    [Fact]
    public async Task The_choices_and_the_neighbours_are_well_formed_on_SQL_Server()
    {
        using var site = await Site.StartAsync();
        var cohort = await site.InDatabaseAsync(db => db.Cohorts.Include(c => c.Sessions).Include(c => c.InterestAreas).AsSplitQuery().SingleAsync());
        var application = (await site.ReceiveAsync(1))[0];
        await using var db = Silent();
        var scope = new StaffScope(db, Reviewer());
        var search = new ApplicantSearch(db, scope, Reviewer(), Clock, new CohortFilters(new SiteThemes(Clock), new CohortQuestions()));
        var choices = new ListChoicesQuery(db, scope, Reviewer(), new UnreadCount(db, scope, Reviewer()), new CohortQuestions());

        var statements = Enum.GetNames<ApplicantSort>()
            .Select(sort => ApplicantNeighbours.Of(search, new ApplicantFilter { Sort = sort }, cohort, application))
            .SelectMany(found => new[] { found.Before, found.After })
            .Select(side => side.Select(a => a.Number).Take(1).ToQueryString())
            .Append(choices.CohortsAndAssignees(1).ToQueryString())
            .Append(choices.TagsAndViews(1).ToQueryString())
            .ToList();

        Assert.Empty(statements.SelectMany(SilentSqlServer.FaultsOf));
    }

    private static ProgrammeClock Clock => new(TimeProvider.System, Options.Create(new ProgrammeSettings()));

    private static IEnumerable<ApplicantFilter> Filters(Cohort cohort) =>
    [
        .. Enum.GetNames<PaymentFilter>().Select(p => new ApplicantFilter { Payment = p, Status = "accepted" }),
        .. Enum.GetNames<ApplicantSort>().Select(s => new ApplicantFilter { Sort = s, Q = "ヤマダ" }),
        new() { Interest = cohort.InterestAreas[0].Name, OnSite = "field-work:yes", Tag = "要連絡", Assignee = "none" },
        new() { Assignee = "7" },
    ];

    // SQL Server takes no question within what it groups or sums up (Msg 130, 144).
    private static bool GroupsByQuestion(string sql) =>
        sql.Split("GROUP BY").Skip(1).Any(rest => rest.Split('\n')[0].Contains("SELECT", StringComparison.Ordinal));

    private static SqlServerCxoLabDb Silent()
    {
        var options = new DbContextOptionsBuilder<SqlServerCxoLabDb>();
        DatabaseSetup.UseSqlServer(options, new SqlConnectionStringBuilder { DataSource = "nowhere" }.ConnectionString);
        return new SqlServerCxoLabDb(options.Options, new SiteKeys([new byte[32]]));
    }

    private static CurrentStaff Reviewer()
    {
        var account = new StaffAccount { Id = 1, DisplayName = "審査", Role = Role.Reviewer };
        return new CurrentStaff(new HttpContextAccessor
        {
            HttpContext = new DefaultHttpContext { User = new ClaimsPrincipal(CurrentStaff.IdentityOf(account, "key", DateTime.UnixEpoch, "test")) },
        });
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.ApplicantList;
using Shiojiri.CxoLab.Web.Features.Admin.Applications;
using Shiojiri.CxoLab.Web.Features.Admin.Merging;
using Shiojiri.CxoLab.Web.Features.Admin.Reviews;
using Shiojiri.CxoLab.Web.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Merging;

/// <summary>What the ranking, scoring in turn and the same person twice ask of a database translates to T-SQL and parses, although there is no server to run it.</summary>
public sealed class MergingOnSqlServerTests
{
    [Theory]
    [InlineData(Role.Administrator, null)]
    [InlineData(Role.Reviewer, 1)]
    public async Task The_questions_are_well_formed(Role role, int? cohortId)
    {
        using var sqlite = await Site.StartAsync();
        var application = (await sqlite.ReceiveAsync(1))[0];
        var cohort = await sqlite.InDatabaseAsync(db => db.Cohorts.Include(c => c.Sessions).SingleAsync());
        var server = new SilentSqlServer();
        using var site = await server.StartSiteAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext
        {
            RequestServices = services,
            User = new ClaimsPrincipal(CurrentStaff.IdentityOf(
                new StaffAccount { Id = 7, DisplayName = "事務局", Role = role, CohortId = cohortId }, "key", DateTime.UnixEpoch, "test")),
        };
        var ct = CancellationToken.None;
        var applicants = services.GetRequiredService<ApplicantQuery>();

        Func<Task>[] questions =
        [
            () => services.GetRequiredService<RankingQuery>().PeopleAsync(cohort, ct),
            () => services.GetRequiredService<ReviewService>().PlaceAsync(application, ct),
            () => services.GetRequiredService<ReviewProgressQuery>().PageAsync(3, ct),
            () => services.GetRequiredService<ApplicantListQuery>().TwinsAsync(cohort, [application.PersonKey], ["0312345678"], ct),
            () => applicants.ApplicationAsync(application.Number, ct),
            () => applicants.ListsAsync(application, ct),
            () => applicants.EarlierAsync(application, ct),
            () => applicants.LeadingAsync(application.Number, ct),
            () => services.GetRequiredService<MergingQuery>().FindAsync(application.Number, "0300000000", null, [], ct),
            () => services.GetRequiredService<MergingService>().MergeAsync(application.Number, new MergingForm(), ct),
            () => services.GetRequiredService<MergingService>().SplitAsync(application.Number, "0300000000", Guid.Empty, _ => DateOnly.MinValue, ct),
        ];
        foreach (var question in questions)
        {
            var before = server.Statements.Count;

            // The silent server's empty answers may be too empty for EF; by then it has been asked.
            await Record.ExceptionAsync(question);

            Assert.True(server.Statements.Count > before, $"Question {Array.IndexOf(questions, question)} was not asked: it can't be put into T-SQL.");
        }

        Assert.Empty(server.Faults);
    }
}

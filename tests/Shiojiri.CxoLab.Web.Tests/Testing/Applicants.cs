using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Samples;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Applicants in numbers, put in without walking through the form for each.</summary>
internal static class Applicants
{
    /// <summary>The sixty made-up applicants in every state, with ledgers.</summary>
    public static async Task<IReadOnlyList<Application>> FillAsync(this Site site)
    {
        await using (var scope = site.Services.CreateAsyncScope())
        {
            Assert.Equal(60, await scope.ServiceProvider.GetRequiredService<SampleDataService>().FillAsync(Actor.CommandLine, CancellationToken.None));
        }

        return await site.InDatabaseAsync(db => db.Applications
            .Include(a => a.Ledger).Include(a => a.StatusChanges).Include(a => a.Attendance).Include(a => a.Interests).AsSplitQuery().ToListAsync());
    }

    /// <summary>So many plain applications, a minute apart; the name can be chosen.</summary>
    public static Task<IReadOnlyList<Application>> ReceiveAsync(this Site site, int count, Func<int, Applicant, Applicant>? change = null, int ordinal = 3) => site.InDatabaseAsync<IReadOnlyList<Application>>(async db =>
    {
        var cohort = await db.Cohorts.Include(c => c.Sessions).Include(c => c.InterestAreas).AsSplitQuery().SingleAsync(c => c.Ordinal == ordinal);
        var made = Enumerable.Range(1, count).Select(n => Receive(cohort, n, change)).ToList();
        db.AddRange(made);
        await db.SaveChangesAsync();
        return made;
    });

    /// <summary>Another cohort beside the third.</summary>
    public static Task<Cohort> AddCohortAsync(this Site site, int ordinal, string name) => site.InDatabaseAsync(async db =>
    {
        var cohort = new Cohort(ordinal, name, new(2023, 7, 20), new(2024, 1, 31), new Yen(20_000), new RecruitmentPeriod(null, new(2023, 7, 30)), [], []);
        cohort.Publish(DateTime.UnixEpoch);
        db.Add(cohort);
        await db.SaveChangesAsync();
        return cohort;
    });

    /// <summary>One reviewer's score of one applicant, both called by name.</summary>
    public static Task<int> ReviewAsync(this Site site, string reviewer, string applicant, int score) => site.InDatabaseAsync(async db =>
    {
        var application = await db.Applications.SingleAsync(a => a.Name == applicant);
        if (!await db.ReviewCriteria.AnyAsync())
        {
            db.Add(new ReviewCriterion(application.CohortId, 1, "関心", null, 1));
            await db.SaveChangesAsync();
        }

        var criterion = await db.ReviewCriteria.SingleAsync();
        var review = new Review(application.Id, (await db.StaffAccounts.SingleAsync(a => a.DisplayName == reviewer)).Actor, DateTime.UnixEpoch);
        review.Write(new Dictionary<int, int?> { [criterion.Id] = score }, [criterion], null, DateTime.UnixEpoch);
        db.Add(review);
        return await db.SaveChangesAsync();
    });

    private static Application Receive(Cohort cohort, int n, Func<int, Applicant, Applicant>? change)
    {
        var at = new DateTime(2022, 6, 5, 0, 0, 0, DateTimeKind.Utc).AddMinutes(n);
        var applicant = new Applicant(
            RandomToken.Draw(), $"塩尻 {n}号", "シオジリ ゴウ", $"person{n}@example.jp", null, "東京都", null,
            cohort.OnSiteSessions.ToDictionary(s => s.Id, _ => AttendanceAnswer.Yes), [], "動機", null, null, null);
        return ((Reception.Accepted)cohort.Receive(change?.Invoke(n, applicant) ?? applicant, at, at, 7)).Application;
    }
}

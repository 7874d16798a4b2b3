using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>An earlier cohort beside the current one.</summary>
internal static class OtherCohort
{
    /// <summary>Its id.</summary>
    public static Task<int> AddAsync(Site site) => site.InDatabaseAsync(async db =>
    {
        var cohort = new Cohort(
            2, "第二期", new(2021, 7, 20), new(2022, 1, 31), new Yen(20_000), new RecruitmentPeriod(null, new(2021, 7, 30)), [], []);
        cohort.Publish(DateTime.UnixEpoch);
        db.Add(cohort);
        await db.SaveChangesAsync();
        return cohort.Id;
    });
}

using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Tests.Cohorts;

/// <summary>A cohort's life follows from publishing and its dates.</summary>
public sealed class CohortLifeTests
{
    [Theory]
    [InlineData("2022-05-01T00:00:00+09:00", CohortStage.Preparing)]
    [InlineData("2022-05-10T11:59:59+09:00", CohortStage.Preparing)]
    [InlineData("2022-05-10T12:00:00+09:00", CohortStage.Published)]
    [InlineData("2022-05-31T23:59:59+09:00", CohortStage.Published)]
    [InlineData("2022-06-01T00:00:00+09:00", CohortStage.Recruiting)]
    [InlineData("2022-07-09T23:59:59+09:00", CohortStage.Recruiting)]
    [InlineData("2022-07-10T00:00:00+09:00", CohortStage.Published)]
    [InlineData("2022-07-20T00:00:00+09:00", CohortStage.Running)]
    [InlineData("2023-01-31T23:59:59+09:00", CohortStage.Running)]
    [InlineData("2023-02-01T00:00:00+09:00", CohortStage.Ended)]
    public void The_stage_changes_at_the_second(string at, CohortStage stage)
    {
        var cohort = Made(new RecruitmentPeriod(new(2022, 6, 1), new(2022, 7, 9)));
        cohort.Publish(DateTimeOffset.Parse("2022-05-10T12:00:00+09:00", null).UtcDateTime);

        Assert.Equal(stage, cohort.StageAt(DateTimeOffset.Parse(at, null).UtcDateTime));
    }

    [Fact]
    public void While_recruitment_and_term_overlap_it_recruits()
    {
        var cohort = Made(new RecruitmentPeriod(null, new(2022, 7, 30)));
        cohort.Publish(DateTime.UnixEpoch);

        Assert.Equal(CohortStage.Recruiting, cohort.StageAt(new DateTime(2022, 7, 25, 0, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void Taken_back_it_is_for_staff_alone_again()
    {
        var cohort = Made(new RecruitmentPeriod(null, new(2022, 7, 30)));
        cohort.Publish(DateTime.UnixEpoch);
        cohort.Unpublish();

        Assert.Equal(CohortStage.Preparing, cohort.StageAt(new DateTime(2022, 7, 25, 0, 0, 0, DateTimeKind.Utc)));
    }

    [Theory]
    [InlineData(1, false, false)]
    [InlineData(1, true, true)]
    [InlineData(null, true, true)]
    public void About_so_many_turns_nobody_to_the_waiting_list(int? capacity, bool isAbout, bool hasPlace)
    {
        var cohort = Made(new RecruitmentPeriod(null, new(2022, 7, 30)));

        cohort.Limits(capacity, isAbout, placesTaken: 1, waiting: 0);

        Assert.Equal((hasPlace, hasPlace), (cohort.HasFreePlace, cohort.HasPlaceForNew));
    }

    private static Cohort Made(RecruitmentPeriod recruitment) =>
        new(3, "第三期", new(2022, 7, 20), new(2023, 1, 31), new Yen(20_000), recruitment, [], []);
}

using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Tests.Cohorts;

public sealed class CohortCopyTests
{
    [Theory]
    [InlineData("2022-07-20", 52, "2023-07-19")]
    [InlineData("2023-07-19", 52, "2024-07-17")] // over 29 February 2024
    [InlineData("2024-02-29", 52, "2025-02-27")]
    [InlineData("2023-02-28", 52, "2024-02-27")]
    [InlineData("2022-12-31", 1, "2023-01-07")]
    [InlineData("2023-01-31", 52, "2024-01-30")]
    [InlineData("2022-07-20", 26, "2023-01-18")]
    [InlineData("2022-07-20", 53, "2023-07-26")]
    public void A_day_moves_by_whole_weeks_over_year_ends_and_leap_days_and_keeps_its_day_of_the_week(string from, int weeks, string to)
    {
        var day = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture);

        var moved = CohortCopy.Moved(day, weeks);

        Assert.Equal((to, day.DayOfWeek), (moved.ToString("O", System.Globalization.CultureInfo.InvariantCulture), moved.DayOfWeek));
    }

    [Fact]
    public void The_next_cohort_has_the_same_dates_terms_and_areas_and_nothing_that_is_not_known_yet()
    {
        var kept = new CurriculumSession(
            "kept", new SessionContents("研修", 1, "段階", SessionKind.Session, Place.OnSite, "会場", "集合", "https://example.jp/room", true, "ひとこと"),
            new SessionDays(new(2024, 2, 29), new(2024, 3, 1), new(10, 0), new(12, 0)));
        var cancelled = new CurriculumSession("cancelled", 1, "段階", "中止の会", SessionKind.Session, Place.Online, new(2024, 3, 5), new(2024, 3, 5));
        cancelled.Cancel(DateTime.UnixEpoch);
        var source = new Cohort(
            3, "第三期", new(2024, 1, 10), new(2024, 7, 31), new Yen(20_000), new RecruitmentPeriod(new(2023, 12, 1), new(2023, 12, 31)), [kept, cancelled],
            [new InterestArea(1, "里山")], 20, new Admission(AdmissionMode.Selection, FeeTiming.OnAdmission, false, new(2024, 1, 5)));
        source.Publish(DateTime.UnixEpoch);
        source.Limits(20, isAbout: true, 7, 2);
        var briefing = new Briefing("20231210", "話す会", "副題", new(2023, 12, 10), new(20, 0), new(21, 0), "https://example.jp/sign-up");
        var days = CohortCopy.DaysOf(source, [briefing]).ToDictionary(d => d.Key, d => CohortCopy.Moved(d.On, 52));

        var next = CohortCopy.Make(source, 4, "第四期", days);
        var event2 = CohortCopy.Make(briefing, "event-1", days);

        Assert.Equal((4, "第四期", 20_000, 20, true, 0, 0), (next.Ordinal, next.Name, next.Fee.Amount, next.Capacity, next.CapacityIsAbout, next.PlacesTaken, next.Waiting));
        Assert.Null(next.PublishedUtc);
        Assert.Equal((new DateOnly(2025, 1, 8), new DateOnly(2025, 7, 30)), (next.TermStartsOn, next.TermEndsOn));
        Assert.Equal(new RecruitmentPeriod(new(2024, 11, 29), new(2024, 12, 29)), next.Recruitment);
        Assert.Equal(new Admission(AdmissionMode.Selection, FeeTiming.OnAdmission, false, new(2025, 1, 3)), next.Admission);
        var session = Assert.Single(next.Sessions);
        Assert.Equal("kept", session.Slug);
        Assert.Equal(new SessionContents("研修", 1, "段階", SessionKind.Session, Place.OnSite, IsRequired: true, Note: "ひとこと"), session.ToContents());
        Assert.Equal(new SessionDays(new(2025, 2, 27), new(2025, 2, 28), new(10, 0), new(12, 0)), session.ToDays());
        Assert.Equal(["里山"], next.InterestAreas.Select(a => a.Name));
        Assert.Equal((new DateOnly(2024, 12, 8), (string?)null, "event-1"), (event2.HeldOn, event2.SignUpUrl, event2.Slug));
    }
}

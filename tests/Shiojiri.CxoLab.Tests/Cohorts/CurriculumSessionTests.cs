using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Tests.Cohorts;

public sealed class CurriculumSessionTests
{
    [Fact]
    public void Each_change_has_a_version_and_a_number_of_its_own_that_calendars_follow()
    {
        var session = Session();
        var states = new List<(int, Guid)> { (session.Sequence, session.Version) };

        session.Change(session.ToContents() with { Title = "別の名前" });
        states.Add((session.Sequence, session.Version));
        session.Move(session.ToDays() with { StartsOn = new(2022, 7, 27), EndsOn = new(2022, 7, 27) }, wasSeen: true);
        states.Add((session.Sequence, session.Version));
        session.Cancel(DateTime.UnixEpoch);
        states.Add((session.Sequence, session.Version));
        session.Reinstate();
        states.Add((session.Sequence, session.Version));

        Assert.Equal([0, 1, 2, 3, 4], states.Select(s => s.Item1));
        Assert.Equal(5, states.Select(s => s.Item2).Distinct().Count());
        Assert.Equal("orientation", session.Slug);
    }

    [Fact]
    public void Moving_keeps_what_visitors_read_before_and_only_that()
    {
        var (seen, unseen) = (Session(), Session());
        var days = new SessionDays(new(2022, 10, 1), new(2022, 10, 2));

        seen.Move(days, wasSeen: true);
        unseen.Move(days, wasSeen: false);

        Assert.Equal(("7月20日(水) 20:30〜21:30", "10月1日(土)・10月2日(日)", null), (seen.MovedFrom, seen.Days, seen.Hours));
        Assert.Null(unseen.MovedFrom);
    }

    [Fact]
    public void What_is_called_off_is_neither_asked_for_nor_the_next_to_come()
    {
        var (orientation, training) = (Session(), new CurriculumSession(
            "training", 1, "研修", "研修", SessionKind.Session, Place.OnSite, new(2022, 7, 19), new(2022, 7, 19), new(11, 0), new(17, 0)));
        var cohort = new Cohort(3, "第三期", new(2022, 7, 19), new(2023, 1, 31), new Yen(0), new RecruitmentPeriod(null, new(2022, 7, 30)), [orientation, training], []);
        var now = new DateTime(2022, 6, 1, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal((training, 1), (cohort.NextSessionAt(now), cohort.OnSiteSessions.Count));

        training.Cancel(now);

        Assert.Equal((orientation, 0), (cohort.NextSessionAt(now), cohort.OnSiteSessions.Count));
    }

    private static CurriculumSession Session() => new(
        "orientation", 1, "研修", "オリエンテーション", SessionKind.Session, Place.Online, new(2022, 7, 20), new(2022, 7, 20), new(20, 30), new(21, 30));
}

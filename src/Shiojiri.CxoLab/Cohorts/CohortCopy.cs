using Shiojiri.CxoLab.Briefings;

namespace Shiojiri.CxoLab.Cohorts;

/// <summary>One day of a cohort that the next one has too.</summary>
/// <param name="Key">Names it among the others.</param>
/// <param name="Label">応募の締切, オリエンテーション …</param>
public sealed record CopiedDay(string Key, string Label, DateOnly On);

/// <summary>Makes the next cohort from one (期を写す): all days moved by whole weeks, so that each keeps its day of the week. Nothing of it is public.</summary>
public static class CohortCopy
{
    /// <summary>About a year, and a whole number of weeks.</summary>
    public const int UsualWeeks = 52;

    public const string TermStarts = "term-starts";
    public const string TermEnds = "term-ends";
    public const string Opens = "opens";
    public const string Closes = "closes";
    public const string Answers = "answers";

    /// <summary>Every day there is to be moved, in the order in which people check them. What was called off is not copied.</summary>
    public static IReadOnlyList<CopiedDay> DaysOf(Cohort cohort, IEnumerable<Briefing> briefings) =>
    [
        new(TermStarts, "期間のはじまり", cohort.TermStartsOn),
        new(TermEnds, "期間のおわり", cohort.TermEndsOn),
        .. cohort.OpensOn is { } opens ? new[] { new CopiedDay(Opens, "募集の開始", opens) } : [],
        new(Closes, "応募の締切", cohort.ClosesOn),
        .. cohort.AnswersOn is { } answers ? new[] { new CopiedDay(Answers, "選考の結果のお知らせ", answers) } : [],
        .. briefings.Where(b => !b.IsCancelled).OrderBy(b => b.HeldOn).Select(b => new CopiedDay(KeyOf(b), $"説明会 {b.Title}", b.HeldOn)),
        .. Copied(cohort).SelectMany(s => s.EndsOn == s.StartsOn
            ? new[] { new CopiedDay(KeyOf(s), s.Title, s.StartsOn) }
            : [new CopiedDay(KeyOf(s), $"{s.Title} はじまり", s.StartsOn), new CopiedDay(EndKeyOf(s), $"{s.Title} おわり", s.EndsOn)]),
    ];

    public static DateOnly Moved(DateOnly day, int weeks) => day.AddDays(7 * weeks);

    /// <summary>The next cohort with these days; venues, meeting places and rooms are not known yet.</summary>
    /// <param name="days">By the keys of <see cref="DaysOf"/>.</param>
    public static Cohort Make(Cohort source, int ordinal, string name, IReadOnlyDictionary<string, DateOnly> days)
    {
        var admission = source.Admission with { AnswersOn = source.AnswersOn is null ? null : days[Answers] };
        var copy = new Cohort(
            ordinal, name, days[TermStarts], days[TermEnds], source.Fee, new RecruitmentPeriod(source.OpensOn is null ? null : days[Opens], days[Closes]),
            Copied(source).Select(s => Of(s, days)), source.InterestAreas.Select(a => new InterestArea(a.Position, a.Name)), source.Capacity, admission);
        copy.Limits(source.Capacity, source.CapacityIsAbout, 0, 0);
        return copy;
    }

    /// <summary>The same event of the next cohort; where one signs up is not known yet.</summary>
    /// <param name="slug">A new one: those of all cohorts differ.</param>
    public static Briefing Make(Briefing source, string slug, IReadOnlyDictionary<string, DateOnly> days) =>
        new(slug, source.Title, source.Subtitle, days[KeyOf(source)], source.StartsAt, source.EndsAt, signUpUrl: null);

    public static string KeyOf(Briefing briefing) => $"briefing-{briefing.Slug}";

    private static IEnumerable<CurriculumSession> Copied(Cohort cohort) => cohort.Sessions.Where(s => !s.IsCancelled).OrderBy(s => s.StartsOn).ThenBy(s => s.StartsAt);

    private static CurriculumSession Of(CurriculumSession session, IReadOnlyDictionary<string, DateOnly> days)
    {
        var starts = days[KeyOf(session)];
        return new CurriculumSession(
            session.Slug,
            session.ToContents() with { Venue = null, MeetingPlace = null, MeetingUrl = null },
            session.ToDays() with { StartsOn = starts, EndsOn = days.GetValueOrDefault(EndKeyOf(session), starts) });
    }

    private static string KeyOf(CurriculumSession session) => $"session-{session.Slug}";

    private static string EndKeyOf(CurriculumSession session) => $"session-{session.Slug}-ends";
}

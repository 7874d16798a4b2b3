using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>Everything of a cohort's calendar in date order: briefings, sessions, periods, recurring meet-ups, deadline, last day.</summary>
internal sealed record Timeline(IReadOnlyList<TimelineMonth> Months, bool IsPage)
{
    public string? Class => IsPage ? null : "tl--home";

    public static Timeline Of(Cohort cohort, IEnumerable<Briefing> briefings, DateTime nowUtc, bool isPage)
    {
        var items = briefings.Select(b => Item(b, nowUtc))
            .Concat(cohort.Sessions.Select(s => Item(s, nowUtc)))
            .Append(new TimelineItem(
                cohort.ClosesOn, TimeOnly.MaxValue, JapanTime.MonthDay(cohort.ClosesOn), Deadline.Hour, "応募締切", null,
                null, nowUtc >= JapanTime.EndOf(cohort.ClosesOn), "tl__item--due", null))
            .Append(new TimelineItem(
                cohort.TermEndsOn, TimeOnly.MaxValue, JapanTime.MonthDay(cohort.TermEndsOn), null, $"{cohort.Name}の最終日", null,
                null, nowUtc >= JapanTime.EndOf(cohort.TermEndsOn), "tl__item--due", null));
        return new Timeline(
            [.. items.OrderBy(i => i.On).ThenBy(i => i.At).GroupBy(i => (i.On.Year, i.On.Month)).Select(m => new TimelineMonth(m.Key.Year, m.Key.Month, [.. m]))],
            isPage);
    }

    private static TimelineItem Item(Briefing briefing, DateTime nowUtc) => new(
        briefing.HeldOn, briefing.StartsAt, JapanTime.MonthDay(briefing.HeldOn), briefing.Hours, "募集説明イベント", briefing.Title,
        Place.Online, briefing.IsOverAt(nowUtc), null, $"briefing-{briefing.Slug}")
    {
        IsCancelled = briefing.IsCancelled,
    };

    private static TimelineItem Item(CurriculumSession session, DateTime nowUtc) => new(
        session.StartsOn, session.StartsAt ?? (session.Kind == SessionKind.Recurring ? TimeOnly.MaxValue : TimeOnly.MinValue), session.Days, session.Hours, session.Title,
        session.Note ?? (session.Title == session.PartTitle ? null : session.PartTitle),
        session.Place, session.IsOverAt(nowUtc),
        session.Kind != SessionKind.Session ? "tl__item--span" : session.Place == Place.Online ? null : "tl__item--onsite",
        session.Kind == SessionKind.Recurring ? null : session.Slug)
    {
        IsCancelled = session.IsCancelled,
        MovedFrom = session.MovedFrom,
        Facts = SessionFacts.Of(session),
    };
}

internal sealed record TimelineMonth(int Year, int Month, IReadOnlyList<TimelineItem> Items);

internal sealed record TimelineItem(
    DateOnly On, TimeOnly At, string Days, string? Hours, string Title, string? Note, Place? Place, bool IsOver, string? Shape, string? CalendarSlug)
{
    public bool IsCancelled { get; init; }

    /// <summary>When it was to be before it was moved; null: it never was.</summary>
    public string? MovedFrom { get; init; }

    /// <summary>What is known of where, and whether one is expected to come.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];
}

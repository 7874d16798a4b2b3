using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Features.Cohorts;

/// <summary>One date for a calendar: whole days where no hours are set.</summary>
internal sealed record CalendarEntry(int Cohort, string Slug, string Title, DateOnly StartsOn, DateOnly EndsOn, TimeOnly? StartsAt, TimeOnly? EndsAt, string Place)
{
    /// <summary>Called off: calendars that took it in strike it out.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Grows with each change, so that calendars take the newer one.</summary>
    public int Sequence { get; init; }
}

internal static class CalendarEntries
{
    /// <param name="place">Where the programme is at home, for dates on site whose venue is not known yet.</param>
    public static IEnumerable<CalendarEntry> Of(Cohort cohort, IEnumerable<Briefing> briefings, string? place) =>
        briefings
            .Select(b => new CalendarEntry(cohort.Ordinal, $"briefing-{b.Slug}", $"募集説明イベント {b.Title}", b.HeldOn, b.HeldOn, b.StartsAt, b.EndsAt, "オンライン") { IsCancelled = b.IsCancelled, Sequence = b.Sequence })
            .Concat(cohort.Sessions.Where(s => s.Kind != SessionKind.Recurring).Select(s => new CalendarEntry(
                cohort.Ordinal, s.Slug, s.Title, s.StartsOn, s.EndsOn, s.StartsAt, s.EndsAt, Where(s, place))
            {
                IsCancelled = s.IsCancelled,
                Sequence = s.Sequence,
            }))
            .Append(new CalendarEntry(cohort.Ordinal, "deadline", $"{cohort.Name}メンバー応募締切", cohort.ClosesOn, cohort.ClosesOn, null, null, ""));

    private static string Where(CurriculumSession session, string? place) => (session.Place, session.Venue) switch
    {
        (Place.Online, _) => "オンライン",
        (_, { } venue) => session.Place == Place.Both ? $"{venue}、またはオンライン" : venue,
        (Place.OnSite, null) => At("現地", place),
        (Place.Both, null) => $"{At("現地", place)}とオンライン",
        _ => throw new InvalidOperationException("An unknown place."),
    };

    private static string At(string words, string? place) => place is null ? words : $"{words}（{place}）";
}

/// <summary>Writes dates as an iCalendar file (RFC 5545) that phones and computers take in.</summary>
internal static class CalendarFile
{
    public static byte[] Of(string programme, IEnumerable<CalendarEntry> entries, DateTime nowUtc)
    {
        var calendar = new Calendar { ProductId = "-//Shiojiri CxO Lab//JA" };
        foreach (var entry in entries)
        {
            calendar.Events.Add(Event(programme, entry, nowUtc));
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }

    // Every cohort has its orientation: without the cohort in it, next year's would move this year's in people's calendars.
    private static CalendarEvent Event(string programme, CalendarEntry entry, DateTime nowUtc) => new()
    {
        Uid = $"cohort-{entry.Cohort}-{entry.Slug}@shiojiri-cxolab",
        DtStamp = new CalDateTime(nowUtc),
        Summary = $"{programme} {entry.Title}",
        Location = entry.Place,
        Sequence = entry.Sequence,
        Status = entry.IsCancelled ? EventStatus.Cancelled : null,
        Start = entry.StartsAt is { } from ? new CalDateTime(JapanTime.ToUtc(entry.StartsOn, from)) : new CalDateTime(entry.StartsOn),
        End = entry.EndsAt is { } until ? new CalDateTime(JapanTime.ToUtc(entry.EndsOn, until)) : new CalDateTime(entry.EndsOn.AddDays(1)),
    };
}

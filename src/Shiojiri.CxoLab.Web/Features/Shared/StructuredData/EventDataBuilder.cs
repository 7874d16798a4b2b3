using System.Globalization;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Features.Shared.StructuredData;

/// <summary>Says of a briefing or a session what its page says (Event): when, where, whether it was moved or called off.</summary>
/// <param name="page">The address of the page that tells of it.</param>
/// <param name="home">Where the programme is at home; null when that is not known.</param>
internal sealed class EventDataBuilder(string page, string? home, IReadOnlyList<OrganizationData> organizer)
{
    private const string Online = "https://schema.org/OnlineEventAttendanceMode";

    public EventData Of(BriefingCard card)
    {
        var briefing = card.Briefing;
        return new(
            At(briefing.HeldOn, briefing.StartsAt), At(briefing.HeldOn, briefing.EndsAt), Status(briefing.IsCancelled, hasMoved: false),
            Online, [new VirtualLocationData { Url = briefing.SignUpUrl ?? page }], organizer)
        {
            Name = briefing.Title,
            Description = briefing.Subtitle.Length == 0 ? null : briefing.Subtitle,
            Url = page,
            IsAccessibleForFree = true,
            Offers = card.IsAhead && briefing.SignUpUrl is { } signUp ? new OfferData("0") { Url = signUp, Availability = Availability.InStock } : null,
        };
    }

    /// <summary>Meetings alone: weeks of work and meet-ups that recur without days are no events.</summary>
    public EventData? Of(CurriculumSession session) => session.Kind != SessionKind.Session ? null : new(
        At(session.StartsOn, session.StartsAt), At(session.EndsOn, session.EndsAt), Status(session.IsCancelled, session.MovedFrom is not null),
        Mode(session.Place), Where(session), organizer)
    {
        Name = session.Title,
        Description = session.Note,
        Url = page,
    };

    /// <summary>2022-07-20T20:30+09:00, or the day where no hours are set.</summary>
    private static string At(DateOnly day, TimeOnly? time) => time is { } clock
        ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{clock:HH\\:mm}+09:00")
        : day.ToString("O", CultureInfo.InvariantCulture);

    private static string Status(bool isCancelled, bool hasMoved) =>
        isCancelled ? "https://schema.org/EventCancelled" : hasMoved ? "https://schema.org/EventRescheduled" : "https://schema.org/EventScheduled";

    private static string Mode(Place place) => place switch
    {
        Place.Online => Online,
        Place.OnSite => "https://schema.org/OfflineEventAttendanceMode",
        Place.Both => "https://schema.org/MixedEventAttendanceMode",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, null),
    };

    // The online room is for members alone: the page stands in its place.
    private IReadOnlyList<object> Where(CurriculumSession session)
    {
        var site = new PlaceData { Name = session.Venue ?? Place.OnSite.Label(), Address = home };
        var room = new VirtualLocationData { Url = page };
        return session.Place switch
        {
            Place.Online => [room],
            Place.OnSite => [site],
            Place.Both => [site, room],
            _ => throw new ArgumentOutOfRangeException(nameof(session), session.Place, null),
        };
    }
}

internal static class Availability
{
    public const string InStock = "https://schema.org/InStock";
}

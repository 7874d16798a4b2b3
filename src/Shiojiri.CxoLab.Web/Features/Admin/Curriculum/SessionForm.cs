using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Curriculum;

/// <summary>One date of the curriculum, as typed: all of it for a new one, what it is, or only its days.</summary>
internal sealed partial record SessionForm
{
    public string? Title { get; init; }

    public string? Part { get; init; }

    public string? PartTitle { get; init; }

    public string? Kind { get; init; }

    public string? Place { get; init; }

    public string? Venue { get; init; }

    public string? MeetingPlace { get; init; }

    public string? MeetingUrl { get; init; }

    /// <summary>「yes」: 原則参加.</summary>
    public string? Required { get; init; }

    public string? Note { get; init; }

    public string? StartsOn { get; init; }

    /// <summary>Empty: the day on which it starts.</summary>
    public string? EndsOn { get; init; }

    public string? StartsAt { get; init; }

    public string? EndsAt { get; init; }

    /// <summary>Of a new one: the name it will have in addresses, drawn with the form, so that a form sent twice adds one.</summary>
    public string? Slug { get; init; }

    /// <summary>The version of the date that the form was filled from.</summary>
    public Guid Version { get; init; }

    public bool HasSlug => Slug is not null && DrawnSlug().IsMatch(Slug);

    public SessionKind? KindTyped => Enum.TryParse<SessionKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public Place? PlaceTyped => Enum.TryParse<Place>(Place, out var place) && Enum.IsDefined(place) ? place : null;

    public int? PartTyped => int.TryParse(Folding.HalfWidth(Folding.Line(Part)), NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : null;

    public static SessionForm New(Cohort cohort) => new()
    {
        Slug = $"session-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}",
        Kind = nameof(SessionKind.Session),
        Part = (cohort.Sessions.Select(s => s.Part).DefaultIfEmpty(1).Max()).ToString(CultureInfo.InvariantCulture),
        PartTitle = cohort.Sessions.OrderBy(s => s.Part).LastOrDefault()?.PartTitle,
    };

    public static SessionForm Of(CurriculumSession session) => new()
    {
        Title = session.Title,
        Part = session.Part.ToString(CultureInfo.InvariantCulture),
        PartTitle = session.PartTitle,
        Kind = session.Kind.ToString(),
        Place = session.Place.ToString(),
        Venue = session.Venue,
        MeetingPlace = session.MeetingPlace,
        MeetingUrl = session.MeetingUrl,
        Required = session.IsRequired ? "yes" : null,
        Note = session.Note,
        StartsOn = DayField.Text(session.StartsOn),
        EndsOn = session.EndsOn == session.StartsOn ? null : DayField.Text(session.EndsOn),
        StartsAt = Clock(session.StartsAt),
        EndsAt = Clock(session.EndsAt),
        Version = session.Version,
    };

    /// <summary>What a checked form says that it is.</summary>
    public SessionContents ToContents() => new(
        Line(Title)!, PartTyped!.Value, Line(PartTitle)!, KindTyped!.Value, PlaceTyped!.Value, Line(Venue), Line(MeetingPlace), Line(MeetingUrl),
        Required == "yes", Line(Note));

    /// <summary>When a checked form says that it is.</summary>
    public SessionDays ToDays(DateOnly today)
    {
        var starts = TypedDay.Parse(StartsOn, today)!.Value;
        return new SessionDays(starts, TypedDay.Parse(EndsOn, today) ?? starts, TypedTime.Parse(StartsAt), TypedTime.Parse(EndsAt));
    }

    public static string? Line(string? typed) => Folding.Line(typed) is { Length: > 0 } text ? text : null;

    private static string? Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex("^session-[0-9a-f]{8}$")]
    private static partial Regex DrawnSlug();
}

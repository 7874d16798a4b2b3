namespace Shiojiri.CxoLab.Cohorts;

/// <summary>One entry of the curriculum (カリキュラムの日程): a session with hours, a period of work, or meet-ups that recur in the term.</summary>
public sealed class CurriculumSession
{
    private CurriculumSession()
    {
    }

    public CurriculumSession(
        string slug, int part, string partTitle, string title, SessionKind kind, Place place,
        DateOnly startsOn, DateOnly endsOn, TimeOnly? startsAt = null, TimeOnly? endsAt = null, string? note = null)
    {
        Slug = slug;
        Part = part;
        PartTitle = partTitle;
        Title = title;
        Kind = kind;
        Place = place;
        StartsOn = startsOn;
        EndsOn = endsOn;
        StartsAt = startsAt;
        EndsAt = endsAt;
        Note = note;
    }

    public int Id { get; private set; }

    public string Slug { get; private set; } = "";

    /// <summary>The part of the curriculum it belongs to, from 1.</summary>
    public int Part { get; private set; }

    public string PartTitle { get; private set; } = "";

    public string Title { get; private set; } = "";

    public SessionKind Kind { get; private set; }

    public Place Place { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public DateOnly EndsOn { get; private set; }

    public TimeOnly? StartsAt { get; private set; }

    public TimeOnly? EndsAt { get; private set; }

    public string? Note { get; private set; }

    /// <summary>The instant at which it is over, UTC.</summary>
    public DateTime EndsUtc => EndsAt is { } time ? JapanTime.ToUtc(EndsOn, time) : JapanTime.EndOf(EndsOn);

    public bool IsOverAt(DateTime utc) => utc >= EndsUtc;

    /// <summary>7月20日(水) / 10月1日(土)・10月2日(日) / 8月1日(月)〜9月4日(日)</summary>
    public string Days => EndsOn == StartsOn ? JapanTime.MonthDay(StartsOn)
        : EndsOn == StartsOn.AddDays(1) ? $"{JapanTime.MonthDay(StartsOn)}・{JapanTime.MonthDay(EndsOn)}"
        : EndsOn.Year == StartsOn.Year ? $"{JapanTime.MonthDay(StartsOn)}〜{JapanTime.MonthDay(EndsOn)}"
        : $"{JapanTime.MonthDay(StartsOn)}〜{JapanTime.FullDate(EndsOn)}";

    /// <summary>20:30〜21:30, or null where no hours are set.</summary>
    public string? Hours => StartsAt is { } from && EndsAt is { } until ? JapanTime.Hours(from, until) : null;
}

public enum SessionKind
{
    /// <summary>A meeting on one or two days.</summary>
    Session,

    /// <summary>Weeks of work in between.</summary>
    Period,

    /// <summary>Comes again and again during the term; its dates are told to members.</summary>
    Recurring,
}

public enum Place
{
    /// <summary>オンライン</summary>
    Online,

    /// <summary>現地</summary>
    OnSite,
}

public static class PlaceLabel
{
    /// <summary>オンライン, 現地</summary>
    public static string Label(this Place place) => place switch
    {
        Place.Online => "オンライン",
        Place.OnSite => "現地",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, null),
    };
}

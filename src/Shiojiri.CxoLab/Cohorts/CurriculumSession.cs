namespace Shiojiri.CxoLab.Cohorts;

/// <summary>What an entry of the curriculum is, but for its days.</summary>
/// <param name="Venue">Where on site (会場), once it is known.</param>
/// <param name="MeetingPlace">Where to meet (集合場所), once it is known.</param>
/// <param name="MeetingUrl">The online room, for members alone.</param>
/// <param name="IsRequired">原則参加: whoever takes part is expected to come.</param>
public sealed record SessionContents(
    string Title, int Part, string PartTitle, SessionKind Kind, Place Place, string? Venue = null, string? MeetingPlace = null, string? MeetingUrl = null,
    bool IsRequired = false, string? Note = null);

/// <summary>The days of an entry of the curriculum, and its hours where they are set.</summary>
public sealed record SessionDays(DateOnly StartsOn, DateOnly EndsOn, TimeOnly? StartsAt = null, TimeOnly? EndsAt = null)
{
    /// <summary>7月20日(水) / 10月1日(土)・10月2日(日) / 8月1日(月)〜9月4日(日)</summary>
    public string Text => EndsOn == StartsOn ? JapanTime.MonthDay(StartsOn)
        : EndsOn == StartsOn.AddDays(1) ? $"{JapanTime.MonthDay(StartsOn)}・{JapanTime.MonthDay(EndsOn)}"
        : EndsOn.Year == StartsOn.Year ? $"{JapanTime.MonthDay(StartsOn)}〜{JapanTime.MonthDay(EndsOn)}"
        : $"{JapanTime.MonthDay(StartsOn)}〜{JapanTime.FullDate(EndsOn)}";

    /// <summary>20:30〜21:30, or null where no hours are set.</summary>
    public string? Hours => StartsAt is { } from && EndsAt is { } until ? JapanTime.Hours(from, until) : null;

    /// <summary>7月20日(水) 20:30〜21:30</summary>
    public string When => Hours is null ? Text : $"{Text} {Hours}";
}

/// <summary>One entry of the curriculum (カリキュラムの日程): a session with hours, a period of work, or meet-ups that recur in the term.</summary>
public sealed class CurriculumSession
{
    private CurriculumSession()
    {
    }

    public CurriculumSession(
        string slug, int part, string partTitle, string title, SessionKind kind, Place place,
        DateOnly startsOn, DateOnly endsOn, TimeOnly? startsAt = null, TimeOnly? endsAt = null, string? note = null)
        : this(slug, new SessionContents(title, part, partTitle, kind, place, Note: note), new SessionDays(startsOn, endsOn, startsAt, endsAt))
    {
    }

    /// <param name="slug">Names it within its cohort, in addresses and calendars, for as long as it is there.</param>
    /// <param name="contents">What it is.</param>
    /// <param name="days">When it is.</param>
    public CurriculumSession(string slug, SessionContents contents, SessionDays days)
    {
        Slug = slug;
        Put(contents);
        Set(days);
        Version = Guid.NewGuid();
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

    public string? Venue { get; private set; }

    public string? MeetingPlace { get; private set; }

    /// <summary>For members alone: it stands on no public page.</summary>
    public string? MeetingUrl { get; private set; }

    public bool IsRequired { get; private set; }

    /// <summary>When it was called off (中止); null: it takes place.</summary>
    public DateTime? CancelledUtc { get; private set; }

    /// <summary>When it was to be before it was moved the last time, as visitors read it; null: it never was.</summary>
    public string? MovedFrom { get; private set; }

    /// <summary>When members were told by mail that it was moved or called off (お知らせ済み); null: they were not, or it was moved again since.</summary>
    public DateTime? ToldUtc { get; private set; }

    /// <summary>It was moved or called off, and members have not been told of it.</summary>
    public bool IsToBeTold => ToldUtc is null && (IsCancelled || MovedFrom is not null);

    /// <summary>Grows with each change that calendars have to take over (SEQUENCE of RFC 5545).</summary>
    public int Sequence { get; private set; }

    public Guid Version { get; private set; }

    public bool IsCancelled => CancelledUtc is not null;

    /// <summary>The instant at which it is over, UTC.</summary>
    public DateTime EndsUtc => EndsAt is { } time ? JapanTime.ToUtc(EndsOn, time) : JapanTime.EndOf(EndsOn);

    public bool IsOverAt(DateTime utc) => utc >= EndsUtc;

    /// <summary>See <see cref="SessionDays.Text"/>.</summary>
    public string Days => ToDays().Text;

    /// <summary>See <see cref="SessionDays.Hours"/>.</summary>
    public string? Hours => ToDays().Hours;

    public SessionDays ToDays() => new(StartsOn, EndsOn, StartsAt, EndsAt);

    public SessionContents ToContents() => new(Title, Part, PartTitle, Kind, Place, Venue, MeetingPlace, MeetingUrl, IsRequired, Note);

    /// <summary>Says anew what it is; its days stay.</summary>
    public void Change(SessionContents contents)
    {
        Put(contents);
        Next();
    }

    /// <summary>Moves it to other days or hours (移す).</summary>
    /// <param name="days">The new ones.</param>
    /// <param name="wasSeen">Visitors know the old ones: they are told.</param>
    public void Move(SessionDays days, bool wasSeen)
    {
        // Moved twice before members were told: they know the first days alone, and back on those there is nothing to tell.
        var known = ToldUtc is null && MovedFrom is not null ? MovedFrom : ToDays().When;
        MovedFrom = wasSeen && known != days.When ? known : null;
        ToldUtc = null;
        Set(days);
        Next();
    }

    /// <summary>Calls it off (中止): it stays where it stood, so that nobody waits for it.</summary>
    public void Cancel(DateTime utc)
    {
        (CancelledUtc, ToldUtc) = (utc, null);
        Next();
    }

    /// <summary>It takes place after all.</summary>
    public void Reinstate()
    {
        (CancelledUtc, ToldUtc) = (null, null);
        Next();
    }

    /// <summary>Members have been written to about the move or the cancellation. It stays the version that they were told of.</summary>
    public void Tell(DateTime utc) => ToldUtc = utc;

    private void Set(SessionDays days) => (StartsOn, EndsOn, StartsAt, EndsAt) = (days.StartsOn, days.EndsOn, days.StartsAt, days.EndsAt);

    private void Put(SessionContents contents)
    {
        (Title, Part, PartTitle, Kind, Place) = (contents.Title, contents.Part, contents.PartTitle, contents.Kind, contents.Place);
        (Venue, MeetingPlace, MeetingUrl, IsRequired, Note) = (contents.Venue, contents.MeetingPlace, contents.MeetingUrl, contents.IsRequired, contents.Note);
    }

    private void Next()
    {
        Sequence++;
        Version = Guid.NewGuid();
    }
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

public static class SessionKindLabel
{
    /// <summary>日を決めて集まる, 期間をかけて取り組む …</summary>
    public static string Label(this SessionKind kind) => kind switch
    {
        SessionKind.Session => "日を決めて集まる",
        SessionKind.Period => "期間をかけて取り組む",
        SessionKind.Recurring => "期間中にくり返し開く",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

public enum Place
{
    /// <summary>オンライン</summary>
    Online,

    /// <summary>現地</summary>
    OnSite,

    /// <summary>現地とオンライン: one may come or take part online.</summary>
    Both,
}

public static class PlaceLabel
{
    /// <summary>オンライン, 現地, 現地とオンライン</summary>
    public static string Label(this Place place) => place switch
    {
        Place.Online => "オンライン",
        Place.OnSite => "現地",
        Place.Both => "現地とオンライン",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, null),
    };
}

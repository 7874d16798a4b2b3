using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Briefings;

/// <summary>An event that presents the programme to those who think of applying (募集説明イベント).</summary>
/// <param name="subtitle">May be empty.</param>
public sealed class Briefing(
    string slug, string title, string subtitle, DateOnly heldOn, TimeOnly startsAt, TimeOnly endsAt, string? signUpUrl)
{
    public int Id { get; private set; }

    /// <summary>The cohort whose recruitment it belongs to (どの期の募集か).</summary>
    public int? CohortId { get; private set; }

    /// <summary>Set while the cohort is not stored yet; both go in together.</summary>
    public Cohort? Cohort { get; private set; }

    /// <summary>Names it in addresses and calendars, for as long as it is there.</summary>
    public string Slug { get; private set; } = slug;

    public string Title { get; private set; } = title;

    public string Subtitle { get; private set; } = subtitle;

    public DateOnly HeldOn { get; private set; } = heldOn;

    public TimeOnly StartsAt { get; private set; } = startsAt;

    public TimeOnly EndsAt { get; private set; } = endsAt;

    /// <summary>The page on which one signs up, on another site; null while there is none.</summary>
    public string? SignUpUrl { get; private set; } = signUpUrl;

    /// <summary>When it was called off (中止); null: it takes place.</summary>
    public DateTime? CancelledUtc { get; private set; }

    /// <summary>Grows with each change that calendars have to take over (SEQUENCE of RFC 5545).</summary>
    public int Sequence { get; private set; }

    public Guid Version { get; private set; } = Guid.NewGuid();

    public bool IsCancelled => CancelledUtc is not null;

    /// <summary>The same event as part of a cohort's recruitment.</summary>
    public Briefing For(Cohort cohort)
    {
        Cohort = cohort;
        return this;
    }

    /// <summary>As part of the recruitment of a cohort that is stored.</summary>
    public Briefing OfCohort(int cohortId)
    {
        CohortId = cohortId;
        return this;
    }

    /// <summary>Says anew what and when it is.</summary>
    public void Change(string title, string subtitle, DateOnly heldOn, TimeOnly startsAt, TimeOnly endsAt, string? signUpUrl)
    {
        (Title, Subtitle, HeldOn, StartsAt, EndsAt, SignUpUrl) = (title, subtitle, heldOn, startsAt, endsAt, signUpUrl);
        Next();
    }

    /// <summary>Calls it off (中止): it stays where it stood, so that nobody waits for it.</summary>
    public void Cancel(DateTime utc)
    {
        CancelledUtc = utc;
        Next();
    }

    /// <summary>It takes place after all.</summary>
    public void Reinstate()
    {
        CancelledUtc = null;
        Next();
    }

    public string Hours => JapanTime.Hours(StartsAt, EndsAt);

    /// <summary>6月29日(水) 20:30〜21:30</summary>
    public string When => $"{JapanTime.MonthDay(HeldOn)} {Hours}";

    public bool IsOverAt(DateTime utc) => utc >= JapanTime.ToUtc(HeldOn, EndsAt);

    private void Next()
    {
        Sequence++;
        Version = Guid.NewGuid();
    }
}

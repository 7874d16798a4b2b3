using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Briefings;

/// <summary>An event that presents the programme to those who think of applying (募集説明イベント).</summary>
public sealed class Briefing(
    string slug, string title, string subtitle, DateOnly heldOn, TimeOnly startsAt, TimeOnly endsAt, string signUpUrl)
{
    public int Id { get; private set; }

    /// <summary>The cohort whose recruitment it belongs to (どの期の募集か).</summary>
    public int? CohortId { get; private set; }

    /// <summary>Set while the cohort is not stored yet; both go in together.</summary>
    public Cohort? Cohort { get; private set; }

    public string Slug { get; private set; } = slug;

    public string Title { get; private set; } = title;

    public string Subtitle { get; private set; } = subtitle;

    public DateOnly HeldOn { get; private set; } = heldOn;

    public TimeOnly StartsAt { get; private set; } = startsAt;

    public TimeOnly EndsAt { get; private set; } = endsAt;

    /// <summary>The page on which one signs up, on another site.</summary>
    public string SignUpUrl { get; private set; } = signUpUrl;

    /// <summary>The same event as part of a cohort's recruitment.</summary>
    public Briefing For(Cohort cohort)
    {
        Cohort = cohort;
        return this;
    }

    public string Hours => JapanTime.Hours(StartsAt, EndsAt);

    public bool IsOverAt(DateTime utc) => utc >= JapanTime.ToUtc(HeldOn, EndsAt);
}

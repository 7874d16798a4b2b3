namespace Shiojiri.CxoLab.Briefings;

/// <summary>An event that presents the programme to those who think of applying (募集説明イベント).</summary>
public sealed class Briefing(
    string slug, string title, string subtitle, DateOnly heldOn, TimeOnly startsAt, TimeOnly endsAt, string signUpUrl)
{
    public int Id { get; private set; }

    public string Slug { get; private set; } = slug;

    public string Title { get; private set; } = title;

    public string Subtitle { get; private set; } = subtitle;

    public DateOnly HeldOn { get; private set; } = heldOn;

    public TimeOnly StartsAt { get; private set; } = startsAt;

    public TimeOnly EndsAt { get; private set; } = endsAt;

    /// <summary>The page on which one signs up, on another site.</summary>
    public string SignUpUrl { get; private set; } = signUpUrl;

    public string Hours => JapanTime.Hours(StartsAt, EndsAt);

    public bool IsOverAt(DateTime utc) => utc >= JapanTime.ToUtc(HeldOn, EndsAt);
}

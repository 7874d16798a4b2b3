using Shiojiri.CxoLab.Pictures;

namespace Shiojiri.CxoLab.Content.Hints;

/// <summary>Something in a text that may be meant otherwise (気づいたこと). It never hinders saving.</summary>
/// <param name="At">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How much of the text it speaks of.</param>
/// <param name="Words">What is to be looked at, in one Japanese sentence without a full stop.</param>
/// <param name="Mended">What could stand there instead; null where only a person can know.</param>
public sealed record TextHint(int At, int Length, string Words, string? Mended = null)
{
    /// <summary>The line it stands in, from 1.</summary>
    public int LineIn(string text) => text.AsSpan(0, At).Count('\n') + 1;

    public string MendIn(string text) => Mended is null ? text : string.Concat(text.AsSpan(0, At), Mended, text.AsSpan(At + Length));
}

/// <summary>What the rules go by.</summary>
/// <param name="TermStartsOn">First day of the cohort that the site speaks of; null when there is none.</param>
public sealed record HintContext(DateOnly Today, DateOnly? TermStartsOn = null, DateOnly? TermEndsOn = null)
{
    /// <summary>The pictures that can be shown, by their keys; null where nobody knows.</summary>
    public IReadOnlyDictionary<string, ShownPicture>? Pictures { get; init; }

    // Recruitment and its events come before the term.
    private const int DaysBefore = 180;

    /// <summary>The day that a month and a day without a year stand for in this cohort; null when there is no cohort or no such day.</summary>
    public DateOnly? DayOf(int month, int day)
    {
        if (TermStartsOn is not { } start || TermEndsOn is not { } end)
        {
            return null;
        }

        var days = new[] { start.Year - 1, start.Year, end.Year }.Distinct().Select(year => WrittenDay.Of(year, month, day)).OfType<DateOnly>().ToList();
        return days.Where(d => d >= start.AddDays(-DaysBefore) && d <= end).Concat(days.Where(d => d.Year == start.Year)).Select(d => (DateOnly?)d).FirstOrDefault();
    }
}

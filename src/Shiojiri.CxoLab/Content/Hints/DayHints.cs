namespace Shiojiri.CxoLab.Content.Hints;

/// <summary>The weekday that does not belong to its day, and days that no calendar has.</summary>
internal static class WeekdayHint
{
    public static IEnumerable<TextHint> In(string text, HintContext context)
    {
        foreach (var written in WrittenDay.In(text, context))
        {
            if (written.IsNone)
            {
                yield return new TextHint(written.At, written.Words.Length, $"「{written.Words}」という日はありません");
            }
            else if (written is { Day: { } day, Weekday: { } sign } && JapanTime.Weekday(day) != sign.Sign)
            {
                yield return new TextHint(sign.At, 1,
                    $"{(written.Year is null ? "" : $"{day.Year}年")}{day.Month}月{day.Day}日は{JapanTime.Weekday(day)}曜日です（「{written.Words}」）", JapanTime.Weekday(day).ToString());
            }
        }
    }
}

/// <summary>A day without its year: next year nobody knows which was meant.</summary>
internal static class YearHint
{
    public static IEnumerable<TextHint> In(string text, HintContext context) => WrittenDay.In(text, context)
        .Where(d => d is { Year: null, IsNone: false })
        .Select(d => new TextHint(d.At, d.Words.Length, $"日にちに年がありません（「{d.Words}」）", d.Day is { } day && d.Words.Contains('月', StringComparison.Ordinal) ? $"{day.Year}年{d.Words}" : null));
}

/// <summary>「これから」 beside a day that is over.</summary>
internal static class PastHint
{
    private const string Ahead = "これから";

    public static IEnumerable<TextHint> In(string text, HintContext context)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            var days = WrittenDay.In(line, context).Select(d => d.Day).OfType<DateOnly>().ToList();
            if (line.IndexOf(Ahead, StringComparison.Ordinal) is >= 0 and var at && days.Count > 0 && days.Max() < context.Today)
            {
                yield return new TextHint(start + at, Ahead.Length, $"「{Ahead}」とありますが、{JapanTime.FullDate(days.Max())}は過ぎています");
            }

            start += line.Length + 1;
        }
    }
}

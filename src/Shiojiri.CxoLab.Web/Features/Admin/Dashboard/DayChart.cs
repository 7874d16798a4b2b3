using System.Globalization;

namespace Shiojiri.CxoLab.Web.Features.Admin.Dashboard;

/// <summary>Where the bars and lines of the drawing 「日別の申込数」 stand. There is a wide drawing and one for phones.</summary>
internal sealed record DayChart(
    string Class, int Width, int Height, IReadOnlyList<DayChart.Bar> Bars, IReadOnlyList<DayChart.Label> Scale, IReadOnlyList<DayChart.Label> Ticks,
    IReadOnlyList<DayChart.Mark> Marks)
{
    public const int Left = 26;
    public const int Top = 44;

    private const double Digit = 7.6;
    private const int Below = 30;

    /// <param name="Value">The number above it, or null where there is no room.</param>
    /// <param name="IsHigh">A day with a briefing.</param>
    internal sealed record Bar(double X, double Y, double W, double H, int? Value, bool IsHigh)
    {
        public double Middle => X + W / 2;
    }

    internal sealed record Label(double At, string Text);

    /// <param name="IsDeadline">Drawn whole, the others dashed.</param>
    internal sealed record Mark(double X, double TextX, double TextY, string Anchor, string Text, bool IsDeadline);

    public double Floor => Height - Below;

    /// <summary>Where a mark's line ends: on the ground, or above the number of that day's bar.</summary>
    public double FootOf(Mark mark) => Bars.FirstOrDefault(b => Math.Abs(b.Middle - mark.X) < 0.5) is { } bar ? bar.Y - (bar.Value is null ? 4 : 22) : Floor;

    /// <summary>Written as SVG wants it.</summary>
    public static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static DayChart Of(IReadOnlyList<(DateOnly On, int Count)> days, DateOnly closesOn, IReadOnlyCollection<DateOnly> briefings, DateOnly today, bool isNarrow)
    {
        var (width, height) = isNarrow ? (320, 210) : (760, 260);
        var (first, last) = (days[0].On, days[^1].On > closesOn ? days[^1].On : closesOn);
        var step = (width - Left - 4.0) / (last.DayNumber - first.DayNumber + 1);
        var unit = Math.Max(1, (days.Max(d => d.Count) + 3) / 4);
        var rise = (height - Below - Top) / (4.0 * unit);
        double At(DateOnly day) => Left + step * (day.DayNumber - first.DayNumber);

        return new DayChart(
            isNarrow ? "chart only-s" : "chart only-l", width, height,
            [.. days.Where(d => d.Count > 0).Select(d => new Bar(
                At(d.On) + step * 0.15, height - Below - d.Count * rise, step * 0.7, d.Count * rise,
                HasRoom(d, days, step) ? d.Count : null, briefings.Contains(d.On)))],
            [.. Enumerable.Range(0, 5).Select(i => new Label(height - Below - i * unit * rise, $"{i * unit}"))],
            [.. TicksOf(first, last, step).Select(day => new Label(At(day) + step / 2, $"{day.Month}/{day.Day}"))],
            [.. MarksOf(first, last, closesOn, briefings, today, width, day => At(day) + step / 2)]);
    }

    // Where bars stand too close for their numbers, the highest and the newest keep theirs.
    private static bool HasRoom((DateOnly On, int Count) day, IReadOnlyList<(DateOnly On, int Count)> days, double step) =>
        $"{days.Max(d => d.Count)}".Length * Digit <= step
        || day == days.MaxBy(d => d.Count)
        || (day == days.Last(d => d.Count > 0) && (day.On.DayNumber - days.MaxBy(d => d.Count).On.DayNumber) * step > 3 * Digit);

    private static IEnumerable<DateOnly> TicksOf(DateOnly first, DateOnly last, double step)
    {
        var every = Math.Max(1, (int)Math.Ceiling(52 / step));
        for (var day = first; day <= last; day = day.AddDays(every))
        {
            yield return day;
        }
    }

    private static IEnumerable<Mark> MarksOf(
        DateOnly first, DateOnly last, DateOnly closesOn, IEnumerable<DateOnly> briefings, DateOnly today, int width, Func<DateOnly, double> at)
    {
        var free = double.MinValue;
        foreach (var day in briefings.Where(day => day >= first && day <= last).Distinct().Order())
        {
            var x = at(day);
            var word = x - 20 > free ? "説明会" : "";
            free = word.Length > 0 ? x + 20 : free;
            yield return new Mark(x, x, 14, "middle", word, false);
        }

        var end = at(closesOn);
        yield return new Mark(end, Math.Min(end + 4, width), 32, "end", $"締切 {closesOn.Month}/{closesOn.Day}", true);
        if (today >= first && today <= last && Math.Abs(end - at(today)) > 110)
        {
            yield return new Mark(at(today), at(today), 32, at(today) < Left + 30 ? "start" : "middle", "今日", false);
        }
    }
}

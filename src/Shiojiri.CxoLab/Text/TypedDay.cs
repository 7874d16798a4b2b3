using System.Globalization;
using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Text;

/// <summary>
/// A day as people in Japan write it: 2022-06-09, 2022/6/9, 2022.6.9, 20220609, 2022年6月9日, 令和4年6月9日, R4.6.9, 令和元年5月1日; behind it
/// may stand its day of the week. Days that never were, and years before 1900 or after 2100, are none.
/// </summary>
public static partial class TypedDay
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>How near a day without a year has to lie, so that only one year can be meant.</summary>
    private const int NearInDays = 120;

    // Each era (元号) with its first day; it ends where the next begins.
    private static readonly (string Name, string Letter, DateOnly From)[] Eras =
    [
        ("明治", "M", new(1868, 1, 25)), ("大正", "T", new(1912, 7, 30)), ("昭和", "S", new(1926, 12, 25)), ("平成", "H", new(1989, 1, 8)), ("令和", "R", new(2019, 5, 1)),
    ];

    /// <summary>The day when its year is written; else null.</summary>
    public static DateOnly? Parse(string? typed) => Read(typed, null);

    /// <summary>As with a year; 6/9 and 6月9日 are the one nearest to today. Null when two years may be meant.</summary>
    public static DateOnly? Parse(string? typed, DateOnly today) => Read(typed, today);

    private static DateOnly? Read(string? typed, DateOnly? today)
    {
        var text = Plain(typed);
        if (Shape().Match(text) is not { Success: true } match)
        {
            return null;
        }

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var (month, day) = (Number("m"), Number("d"));
        var found = match.Groups["y"].Success ? Day(Number("y"), month, day)
            : match.Groups["era"].Success ? OfEra(match.Groups["era"].Value, match.Groups["n"].Value is "元" ? 1 : Number("n"), month, day)
            : today is { } near ? Nearest(month, day, near) : null;
        return match.Groups["w"] is { Success: true, Value: var weekday } && found is { } known && JapaneseWeekday(known) != weekday[0] ? null : found;
    }

    private static string Plain(string? typed)
    {
        var text = Folding.HalfWidth(Folding.Unmarked(Folding.Line(typed))).Replace("㋿", "令和", StringComparison.Ordinal).Replace("㍻", "平成", StringComparison.Ordinal)
            .Replace("㍼", "昭和", StringComparison.Ordinal);
        return string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => Signs.IsHyphen(c) ? '-' : c));
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    private static DateOnly? OfEra(string word, int number, int month, int day)
    {
        var at = Array.FindIndex(Eras, e => e.Name == word || e.Letter.Equals(word, StringComparison.OrdinalIgnoreCase));
        return number >= 1 && Day(Eras[at].From.Year + number - 1, month, day) is { } found
            && found >= Eras[at].From && (at == Eras.Length - 1 || found < Eras[at + 1].From) ? found : null;
    }

    private static DateOnly? Nearest(int month, int day, DateOnly today)
    {
        int Away(DateOnly found) => Math.Abs(found.DayNumber - today.DayNumber);
        return new[] { -1, 0, 1 }.Select(years => Day(today.Year + years, month, day)).OfType<DateOnly>().Where(d => Away(d) <= NearInDays)
            .OrderBy(Away).Select(d => (DateOnly?)d).FirstOrDefault();
    }

    private static char JapaneseWeekday(DateOnly day) => "日月火水木金土"[(int)day.DayOfWeek];

    // One row a way of writing: signs twice the same, 年月日, without a year, digits only.
    private const string Era = "(?<era>明治|大正|昭和|平成|令和|[MTSHRmtshr])(?<n>[0-9]{1,2}|元)";

    [GeneratedRegex(
        "^(?:" +
        "(?:(?<y>[0-9]{4})|" + Era + @")(?<s>[-/.])(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})|" +
        "(?:(?:(?<y>[0-9]{4})|" + Era + ")年)?(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日|" +
        "(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})|" +
        "(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})" +
        @")(?:\((?<w>[日月火水木金土])(?:曜日?)?\))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

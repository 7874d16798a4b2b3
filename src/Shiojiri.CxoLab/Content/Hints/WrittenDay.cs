using System.Globalization;
using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Content.Hints;

/// <summary>A day as it stands in a text: 2022年8月1日(日), 8月1日, 8/1(日).</summary>
/// <param name="Day">Null when there never was such a day, or when it has no year and no cohort tells which.</param>
/// <param name="Weekday">The sign in brackets behind it and where it stands; null when there is none.</param>
internal sealed partial record WrittenDay(int At, string Words, int? Year, int Month, int DayOfMonth, DateOnly? Day, (int At, char Sign)? Weekday)
{
    public static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>Whether no year has such a day.</summary>
    public bool IsNone => Of(Year ?? 2024, Month, DayOfMonth) is null;

    public static IEnumerable<WrittenDay> In(string text, HintContext context) => Shape().Matches(text).Select(match =>
    {
        int Number(string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        int? year = match.Groups["y"].Success ? Number("y") : null;
        var (month, day) = (Number("m"), Number("d"));
        (int, char)? weekday = match.Groups["w"] is { Success: true } sign ? (sign.Index, sign.Value[0]) : null;
        return new WrittenDay(match.Index, match.Value, year, month, day, year is { } known ? Of(known, month, day) : context.DayOf(month, day), weekday);
    });

    // A slash alone may be a fraction or a part of an address: such a day counts only with its weekday.
    [GeneratedRegex(
        @"(?:(?<y>[0-9]{4})年)?(?<![0-9])(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日(?:[(（](?<w>[日月火水木金土])(?:曜日?)?[)）])?|" +
        @"(?<![0-9/])(?:(?<y>[0-9]{4})/)?(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})[(（](?<w>[日月火水木金土])(?:曜日?)?[)）]",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}

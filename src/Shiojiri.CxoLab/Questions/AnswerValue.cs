using System.Globalization;
using System.Text.RegularExpressions;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Questions;

/// <summary>Answers as they are stored: a day as 2022-07-30, a number as digits, everything else in its own words.</summary>
public static partial class AnswerValue
{
    private const string DayFormat = "yyyy-MM-dd";

    public static string Of(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null when it is no stored day.</summary>
    public static DateOnly? Day(string stored) =>
        DateOnly.TryParseExact(stored, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Null when it is no stored number.</summary>
    public static int? Number(string stored) =>
        int.TryParse(stored, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A whole number as people type it: 1,200, １２００ and −5; null when it is none, or more than <see cref="QuestionLimits.Number"/>.</summary>
    public static int? TypedNumber(string? typed)
    {
        var text = string.Concat(Folding.HalfWidth(Folding.Unmarked(Folding.Line(typed))).Where(c => !char.IsWhiteSpace(c)))
            .Replace('、', ',').Replace('，', ',');
        text = text.Length > 1 && Signs.IsHyphen(text[0]) ? $"-{text[1..]}" : text;
        return Shape().IsMatch(text) && Number(text.Replace(",", "", StringComparison.Ordinal)) is { } number
            && Math.Abs((long)number) <= QuestionLimits.Number ? number : null;
    }

    [GeneratedRegex("^-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

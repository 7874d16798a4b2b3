using System.Globalization;
using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Text;

/// <summary>A clock time as people in Japan write it: 20:30, ２０：３０, 20時30分, 20時半, 20時, 2030, 午後8時30分. Null for what is no time of a day, and for 午後12時, which some take for noon and some for midnight.</summary>
public static partial class TypedTime
{
    public static TimeOnly? Parse(string? typed)
    {
        var text = string.Concat(Folding.HalfWidth(Folding.Unmarked(Folding.Line(typed))).Where(c => !char.IsWhiteSpace(c)));
        if (Shape().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var hour = Number(match.Groups["h"]);
        var minute = match.Groups["half"].Success ? 30 : match.Groups["m"].Success ? Number(match.Groups["m"]) : 0;
        var half = match.Groups["noon"];
        var isFit = half.Success ? hour <= 11 : hour <= 23;
        return isFit && minute <= 59 ? new TimeOnly(hour + (half.Value == "午後" ? 12 : 0), minute) : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(?<noon>午前|午後)?(?:(?<h>[0-9]{1,2}):(?<m>[0-9]{2})|(?<h>[0-9]{1,2})時(?:(?<m>[0-9]{1,2})分?|(?<half>半))?|(?<h>[0-9]{2})(?<m>[0-9]{2}))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

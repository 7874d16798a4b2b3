using System.Globalization;
using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Text;

/// <summary>
/// An amount as people type it, in whole yen: 20,000, ￥20000, ２０，０００円 and 000000020000 are one. A comma stands before each group of
/// three digits or nowhere: of 20,00 nobody knows what was meant.
/// </summary>
public static partial class TypedYen
{
    /// <summary>Null when it is no amount, or more than fits.</summary>
    public static int? Parse(string? typed)
    {
        var text = string.Concat(Folding.HalfWidth(Folding.Unmarked(Folding.Line(typed))).Where(c => !char.IsWhiteSpace(c))).Replace('、', ',').Replace('，', ',');
        return Shape().Match(text) is { Success: true } match
            && int.TryParse(match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var yen)
            ? yen : null;
    }

    [GeneratedRegex(@"^[\u00a5\\]?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)円?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

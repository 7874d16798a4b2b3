using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Shiojiri.CxoLab.Web.Spreadsheets;

/// <summary>Spells a text so that a workbook holds it and Excel shows it unchanged.</summary>
internal static partial class XlsxText
{
    /// <summary>What Excel takes in one cell. The longest answer of a form is a third of it (800 characters of up to 12 units).</summary>
    public const int Longest = 32_767;

    public static string Of(string text)
    {
        // A cut would lose text in silence, a second cell would shift the columns. No answer gets here, so it is a mistake of ours.
        if (text.Length > Longest)
        {
            throw new ArgumentException($"A cell of {text.Length} characters does not fit into a workbook ({Longest}).", nameof(text));
        }

        // A line break within a cell is LF; reading XML would make it so anyway.
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var spelt = new StringBuilder(lines.Length);
        foreach (var rune in lines.EnumerateRunes())
        {
            spelt.Append(IsXml(rune) ? rune : Rune.ReplacementChar);
        }

        return EscapeLike().Replace(spelt.ToString(), "_x005F_");
    }

    // Halves of a surrogate pair have become U+FFFD by being enumerated.
    private static bool IsXml(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    // In a workbook _x0041_ means A, so somebody's literal _x0041_ needs its underscore escaped.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapeLike();
}

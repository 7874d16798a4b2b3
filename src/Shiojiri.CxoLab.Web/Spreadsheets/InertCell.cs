using System.Globalization;
using System.Text;

namespace Shiojiri.CxoLab.Web.Spreadsheets;

/// <summary>
/// Makes a text inert in a CSV: where a spreadsheet program could take it for a formula, an apostrophe is put before it. Nothing is cut off.
/// </summary>
/// <remarks>
/// Digits with a leading zero stay exactly as they are. The bytes of the CSV keep the zero, yet Excel, opening the file by a double click,
/// shows a number without it. The known ways around that are worse: <c>="0312"</c> is a live formula, and an apostrophe or a blank would
/// be wrong data for every other reader. Whoever wants to see the zeros in Excel takes the XLSX, whose cells are typed as text.
/// </remarks>
internal static class InertCell
{
    // Japanese Excel reads the full-width forms like the others.
    private const string Live = "=+-@\t\r\n＝＋－＠";

    public static string Of(string text) => IsLive(text) ? $"'{text}" : text;

    /// <summary>The text that was made inert.</summary>
    public static string Undo(string cell) => cell.StartsWith('\'') && IsLive(cell[1..]) ? cell[1..] : cell;

    private static bool IsLive(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && Live.Contains((char)rune.Value, StringComparison.Ordinal))
            {
                return true;
            }

            if (!IsSkipped(rune))
            {
                return false;
            }
        }

        return false;
    }

    // Programs trim blanks, and drop controls and zero-width characters, before they look for a formula.
    private static bool IsSkipped(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;
}

using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Mail;

/// <summary>
/// What a stranger typed, as a mail of ours may repeat it (引用). Mail programs make links of plain text by themselves, and the address it
/// goes to is only claimed: whatever looks like the address of a website is left out, so that nobody can send others a link under the
/// programme's name. Staff read the whole text.
/// </summary>
public static partial class QuotedText
{
    public const string LeftOut = "（リンクは省きました）";

    /// <summary>The same text without addresses of websites.</summary>
    public static string WithoutLinks(string text) => Site().Replace(text, LeftOut);

    /// <summary>Each line behind a sign of quotation.</summary>
    public static string Of(string text) => "> " + WithoutLinks(text).ReplaceLineEndings("\n").Replace("\n", "\n> ", StringComparison.Ordinal);

    // With a scheme whatever follows up to a blank; without one an ASCII host name that isn't the right side of a mail address.
    [GeneratedRegex(
        @"(?:(?:[a-z][a-z0-9+.\-]{1,20}|[ａ-ｚ]{2,20})\s*[:：]\s*[/／＼\\]{2}|(?<![a-z0-9])www\s*[.．。]|(?<![a-z0-9])(?:mailto|tel|javascript|data):)[^\s、。「」（）]*"
        + @"|(?<![a-z0-9@＠._\-+])(?:[a-z0-9\-]{1,63}[.．])+[a-z]{2,24}(?![a-z0-9@＠])(?:[/:?#][!-~]*)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Site();
}

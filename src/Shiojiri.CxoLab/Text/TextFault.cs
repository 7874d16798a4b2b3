using System.Globalization;
using System.Text;

namespace Shiojiri.CxoLab.Text;

/// <summary>Why a text can't be taken as it is (使えない文字).</summary>
public enum TextFault
{
    /// <summary>Half a character: a lone surrogate.</summary>
    IllFormed,

    /// <summary>A control character (制御文字), or a line break where one line is asked for.</summary>
    Control,

    /// <summary>A mark that turns the direction of writing for all that follows.</summary>
    Direction,

    /// <summary>A code point that will never be a character (U+FFFE, U+FFFF and their like).</summary>
    Noncharacter,

    /// <summary>Nothing in it can be seen.</summary>
    Invisible,

    /// <summary>More marks on one character than any script asks for.</summary>
    Stacked,
}

/// <summary>Looks for the first <see cref="TextFault"/> of a text.</summary>
public static class TextCheck
{
    /// <summary>Marks on one character: Vietnamese takes two, Hebrew with accents five.</summary>
    private const int MostMarks = 8;

    /// <summary>Code points of what a reader takes for one character: two people with a heart between them take ten.</summary>
    private const int MostParts = 20;

    public static TextFault? OfLine(string text) => First(text, lineBreaks: false);

    public static TextFault? OfParagraph(string text) => First(text, lineBreaks: true);

    private static TextFault? First(string text, bool lineBreaks)
    {
        var visible = false;
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                return TextFault.IllFormed;
            }

            if (Fault(rune, lineBreaks) is { } fault)
            {
                return fault;
            }

            visible |= IsVisible(rune);
            i += rune.Utf16SequenceLength;
        }

        return !visible && text.Length > 0 ? TextFault.Invisible : IsStacked(text) ? TextFault.Stacked : null;
    }

    private static TextFault? Fault(Rune rune, bool lineBreaks) => rune.Value switch
    {
        '\n' or '\t' when lineBreaks => null,
        0x2028 or 0x2029 => TextFault.Control,
        >= 0x202a and <= 0x202e or >= 0x2066 and <= 0x2069 => TextFault.Direction,
        >= 0xfdd0 and <= 0xfdef => TextFault.Noncharacter,
        var value when (value & 0xfffe) == 0xfffe => TextFault.Noncharacter,
        _ when Rune.IsControl(rune) => TextFault.Control,
        _ => null,
    };

    private static bool IsStacked(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var (parts, marks) = (0, 0);
            foreach (var rune in elements.GetTextElement().EnumerateRunes())
            {
                parts++;
                marks = IsMark(rune) ? marks + 1 : 0;
                if (parts > MostParts || marks > MostMarks)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // The half-width voicing marks are letters by category, but each hangs on to what stands before it.
    private static bool IsMark(Rune rune) => rune.Value is 0xff9e or 0xff9f or (>= 0x1f3fb and <= 0x1f3ff)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    private static bool IsVisible(Rune rune) =>
        !Rune.IsWhiteSpace(rune)
        && rune.Value is not (0x3164 or 0x115f or 0x1160 or 0xffa0 or 0x2800)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}

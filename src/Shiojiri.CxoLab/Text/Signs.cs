namespace Shiojiri.CxoLab.Text;

/// <summary>Signs that look like one another, or like nothing at all, and slip in by copying or by an input method.</summary>
internal static class Signs
{
    /// <summary>
    /// A mark that nobody sees: zero-width spaces and joiners, marks of the direction of writing (they surround numbers and addresses
    /// copied from a contacts app), soft hyphens, byte order marks, selectors of a shape.
    /// </summary>
    public static bool IsInvisible(char c) => c is '\u00ad' or '\u034f' or '\u061c' or '\u180e' or (>= '\u200b' and <= '\u200f')
        or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u206f') or (>= '\ufe00' and <= '\ufe0f') or '\ufeff';

    /// <summary>The same, where the mark stands at the edge of a text: a selector belongs to the character before it.</summary>
    public static bool IsInvisibleAtEdge(char c) => IsInvisible(c) && c is not ((>= '\ufe00' and <= '\ufe0f') or '\u034f');

    /// <summary>A hyphen, a dash, a minus or the long vowel mark ー, which the hyphen key of a Japanese keyboard writes.</summary>
    public static bool IsHyphen(char c) => c is '-' or (>= '\u2010' and <= '\u2015') or '\u2043' or '\u02d7' or '\u2212' or '\u2500' or '\u2501'
        or '\u2796' or '\u30fc' or '\u3161' or '\ufe58' or '\ufe63' or '\uff0d' or '\uff70';

    /// <summary>A line break that is none to most programs: of a paragraph in a word processor, a page, a line of a terminal.</summary>
    public static bool IsLineBreak(char c) => c is '\r' or '\u000b' or '\u000c' or '\u0085' or '\u2028' or '\u2029';
}

using System.Globalization;
using System.Text;

namespace Shiojiri.CxoLab.Text;

/// <summary>
/// Takes typed text in as people in Japan type it (表記のゆれの吸収): edges, widths, kana and mistaken radicals are mended, never
/// refused. The ideographs of a name are left alone: normalising would turn a registered 神 (U+FA19) into another character.
/// </summary>
public static class Folding
{
    /// <summary>One line as typed: without blank edges, with composed kana and with ideographs for radicals.</summary>
    public static string Line(string? typed) => ComposeKana(MendRadicals(Trim(typed ?? "", IsBlank)));

    /// <summary>Several lines: as <see cref="Line"/>, with plain line feeds for every kind of line break and without marks round a line.</summary>
    public static string Paragraph(string? typed)
    {
        var plain = (typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
        var lines = string.Concat(plain.Select(c => Signs.IsLineBreak(c) ? '\n' : c)).Split('\n');
        return Line(string.Join('\n', lines.Select(line => Trim(line, Signs.IsInvisibleAtEdge))));
    }

    /// <summary>Without marks that nobody sees, for what has none: numbers, addresses, readings.</summary>
    public static string Unmarked(string text) => text.Any(Signs.IsInvisible) ? string.Concat(text.Where(c => !Signs.IsInvisible(c))) : text;

    /// <summary>Full-width letters, digits and signs become half-width: ＡＢＣ＠１２ → ABC@12.</summary>
    public static string HalfWidth(string text) =>
        string.Create(text.Length, text, (span, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                span[i] = from[i] switch
                {
                    >= '！' and <= '～' => (char)(from[i] - '！' + '!'),
                    '\u3000' => ' ',
                    '\uffe5' => '\u00a5',
                    _ => from[i],
                };
            }
        });

    /// <summary>The reading of a name in full-width katakana with single blanks: しおじり　ﾀﾛｳ → シオジリ タロウ.</summary>
    public static string Katakana(string? typed)
    {
        var folded = new StringBuilder();
        foreach (var c in WideKana(Unmarked(Line(typed))))
        {
            folded.Append(c switch
            {
                >= 'ぁ' and <= 'ゖ' or 'ゝ' or 'ゞ' => (char)(c + 0x60),
                '゛' => '\u3099',
                '゜' => '\u309a',
                '=' or '゠' => '＝',
                '･' or '·' or '•' or '‧' => '・',
                '\u3164' => ' ',
                _ when Signs.IsHyphen(c) => 'ー',
                _ when char.IsWhiteSpace(c) => ' ',
                _ => c,
            });
        }

        // A program that normalised ゛ left a blank before the mark.
        folded.Replace(" \u3099", "\u3099").Replace(" \u309a", "\u309a");
        return string.Join(' ', ComposeKana(folded.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Half-width kana become full-width: ﾊ + ﾞ → バ.</summary>
    public static string WideKana(string text)
    {
        var wide = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && text[end] is >= '\uff61' and <= '\uff9f')
            {
                end++;
            }

            if (end > i)
            {
                // Each run of half-width kana is well-formed by itself, so Normalize cannot throw on it.
                wide.Append(text[i..end].Normalize(NormalizationForm.FormKC));
                i = end;
            }
            else
            {
                wide.Append(text[i++]);
            }
        }

        return wide.ToString();
    }

    /// <summary>Characters as a reader counts them: 𠮷 is one, 👨‍👩‍👧‍👦 is one, a line end is one.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    private static string Trim(string text, Func<char, bool> isLoose)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && isLoose(text[start]))
        {
            start++;
        }

        while (end > start && isLoose(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    // Marks at an edge come from copying, not from a name.
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\u3164' || Signs.IsInvisibleAtEdge(c);

    private static string MendRadicals(string text)
    {
        if (!text.Any(c => c is >= '\u2e80' and <= '\u2fd5'))
        {
            return text;
        }

        var mended = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            mended.Append(RadicalTable.TryGet(c, out var ideograph) ? ideograph : c.ToString());
        }

        return mended.ToString();
    }

    // か followed by a combining mark becomes が (a file name from a Mac). Only kana: everything else stays as typed.
    private static string ComposeKana(string text)
    {
        if (!text.Any(c => c is '\u3099' or '\u309a'))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\u3099' or '\u309a' && composed.Length > 0 && composed[^1] is >= '\u3041' and <= '\u30ff')
            {
                var pair = $"{composed[^1]}{c}".Normalize(NormalizationForm.FormC);
                composed.Length--;
                composed.Append(pair);
            }
            else
            {
                composed.Append(c);
            }
        }

        return composed.ToString();
    }
}

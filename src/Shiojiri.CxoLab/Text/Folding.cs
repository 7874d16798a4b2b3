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
    public static string Line(string? typed) => ComposeKana(MendRadicals(TrimEdges(typed ?? "")));

    /// <summary>Several lines: as <see cref="Line"/>, with plain line feeds.</summary>
    public static string Paragraph(string? typed) =>
        Line((typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));

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
                    _ => from[i],
                };
            }
        });

    /// <summary>The reading of a name in full-width katakana with single blanks: しおじり　ﾀﾛｳ → シオジリ タロウ.</summary>
    public static string Katakana(string? typed)
    {
        var folded = new StringBuilder();
        foreach (var rune in WidenHalfKana(Line(typed)))
        {
            folded.Append(rune switch
            {
                >= 'ぁ' and <= 'ゖ' or 'ゝ' or 'ゞ' => (char)(rune + 0x60),
                '-' or '‐' or '‑' or '–' or '—' or '―' or '−' or '－' or 'ｰ' or '─' => 'ー',
                '･' or '·' or '•' or '‧' => '・',
                '\u3000' or '\u00a0' or '\t' => ' ',
                _ => rune,
            });
        }

        return string.Join(' ', ComposeKana(folded.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Characters as a reader counts them: 𠮷 is one, 👨‍👩‍👧‍👦 is one, a line end is one.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    private static string TrimEdges(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    // Zero-width spaces, joiners and byte order marks at an edge come from copying, not from a name.
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u200e' or '\u200f' or '\u3164';

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

    // ﾊ + ﾞ → バ. Each run of half-width kana is well-formed by itself, so Normalize cannot throw on it.
    private static string WidenHalfKana(string text)
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
}

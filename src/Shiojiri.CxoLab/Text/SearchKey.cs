using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shiojiri.CxoLab.Text;

/// <summary>
/// The form in which names are looked for (検索用の表記): ヤマダ, やまだ and ﾔﾏﾀﾞ are one, ａ and A are one, small kana are large, blanks,
/// hyphens and invisible marks count for nothing, and variants of ideographs that people can't type (髙, 﨑) are found by the usual ones.
/// </summary>
public static class SearchKey
{
    /// <summary>Goes up with every change of the fold, so that what was folded before is folded anew.</summary>
    public const int Version = 2;

    /// <summary>Between parts, so that nothing is found across two of them.</summary>
    private const char Between = '\n';

    public static string Of(params IEnumerable<string?> parts) => string.Join(Between, parts.OfType<string>().Select(Fold).Where(p => p.Length > 0).Distinct());

    /// <summary>All by which a person is found; a reading in each way of writing its long vowels, a phone number in and out of the country.</summary>
    public static string OfPerson(string name, string kana, string? phone, params IEnumerable<string?> others) =>
        Of([name, kana, LongVowels.LeftOut(kana), .. LongVowels.Spelled(kana), .. PhoneNumber.Ways(phone), .. others]);

    /// <summary>The length of <see cref="PersonOf"/>.</summary>
    public const int PersonLength = 64;

    /// <summary>The same for two who write the same name and reading; a hash, since names may be long and an index may not.</summary>
    public static string PersonOf(string name, string kana) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Between, Fold(name), Fold(kana)))));

    /// <summary>The words of a search, each of which has to be found. A telephone number is one word, however it is parted.</summary>
    public static IReadOnlyList<string> Terms(string? typed) => PhoneNumber.Parse(typed) is { } number
        ? [number]
        : [.. Folding.HalfWidth(Folding.Line(typed)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Fold).Where(t => t.Length > 0).Distinct().Take(8)];

    /// <summary>One text, folded: two that fold to the same are taken for one when people look for it.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Reading(text).EnumerateRunes())
        {
            if (!IsNothing(rune))
            {
                folded.Append(NameVariants.Of(rune));
            }
        }

        return folded.ToString();
    }

    /// <summary>As <see cref="Fold"/>, but ー still counts: オーノ is not オノ. Blanks are left out.</summary>
    public static string Reading(string text) =>
        KanaFold.Of(Folding.Katakana(Folding.HalfWidth(text))).Replace(" ", "", StringComparison.Ordinal);

    // 葛󠄀 is an ideograph and a selector of its shape.
    private static bool IsNothing(Rune rune) => Rune.IsWhiteSpace(rune)
        || rune.Value is '-' or 'ー' or '・' or '＝' or (>= 0xfe00 and <= 0xfe0f) or (>= 0xe0100 and <= 0xe01ef)
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;
}

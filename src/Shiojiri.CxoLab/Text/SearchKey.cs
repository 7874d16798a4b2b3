using System.Text;

namespace Shiojiri.CxoLab.Text;

/// <summary>
/// The form in which names are looked for (検索用の表記): ヤマダ, やまだ and ﾔﾏﾀﾞ are one, ａ and A are one, blanks and hyphens count for
/// nothing, and variants of ideographs that people can't type (髙, 﨑) are found by the usual ones.
/// </summary>
public static class SearchKey
{
    /// <summary>Between parts, so that nothing is found across two of them.</summary>
    private const char Between = '\n';

    private static readonly Dictionary<Rune, string> Variants = new[]
    {
        "髙高", "﨑崎", "嵜崎", "𠮷吉", "邊辺", "邉辺", "齋斎", "齊斉", "濵浜", "濱浜", "德徳", "瀨瀬", "槇槙", "曻昇", "桒桑", "澤沢", "廣広", "眞真",
        "壽寿", "惠恵", "國国", "櫻桜", "龍竜", "嶋島", "嶌島", "鄕郷", "黑黒", "淵渕", "條条", "榮栄", "靜静", "彌弥", "禮礼", "圓円",
    }.Select(pair => pair.EnumerateRunes().ToArray()).ToDictionary(pair => pair[0], pair => pair[1].ToString());

    public static string Of(params string?[] parts) => string.Join(Between, parts.OfType<string>().Select(Fold));

    /// <summary>The words of a search, each of which has to be found.</summary>
    public static IReadOnlyList<string> Terms(string? typed) =>
        [.. Folding.HalfWidth(Folding.Line(typed)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Fold).Where(t => t.Length > 0).Distinct().Take(8)];

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Folding.Katakana(Folding.HalfWidth(text)).EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && rune.Value is not ('-' or 'ー' or '・') && !IsSelector(rune))
            {
                folded.Append(Usual(rune));
            }
        }

        return folded.ToString();
    }

    // U+F900 to U+FAFF are the same ideographs once more (神, 福): here, and only here, they may become the usual ones.
    private static string Usual(Rune rune) => Variants.TryGetValue(rune, out var usual) ? usual
        : rune.Value is >= 0xf900 and <= 0xfaff ? rune.ToString().Normalize(NormalizationForm.FormC)
        : Rune.ToLowerInvariant(rune).ToString();

    // 葛󠄀: an ideograph and a selector of its shape.
    private static bool IsSelector(Rune rune) => rune.Value is >= 0xfe00 and <= 0xfe0f or >= 0xe0100 and <= 0xe01ef;
}

using System.Text;

namespace Shiojiri.CxoLab.Text;

/// <summary>
/// The ways in which a long vowel (長音) is written in a reading: オーノ, オオノ and オウノ may be one name. For finding only: whether they
/// are one, people decide.
/// </summary>
public static class LongVowels
{
    private const string Rows =
        "アカガサザタダナハバパマヤラワァャヮ" + "|イキギシジチヂニヒビピミリィ" + "|ウクグスズツヅヌフブプムユルヴゥュッ" + "|エケゲセゼテデネヘベペメレェ" + "|オコゴソゾトドノホボポモヨロヲォョ";

    private const string Vowels = "アイウエオ";

    private static readonly string[] Spellings = [Vowels, "アイウイウ"];

    /// <summary>Long vowels left out, however they are written: オーノ, オオノ, オウノ → オノ.</summary>
    public static string LeftOut(string kana) => Written(kana, (folded, c, before) => c != 'ー' && !Lengthens(before, c) ? folded.Append(c) : folded);

    /// <summary>With vowels for ー, as they sound and as they are spelled: コーノ → コオノ and コウノ. Empty where there is none.</summary>
    public static IReadOnlyList<string> Spelled(string kana) => kana.Contains('ー', StringComparison.Ordinal)
        ? [.. Spellings
            .Select(vowels => Written(kana, (folded, c, before) => folded.Append(c == 'ー' && RowOf(before) is >= 0 and var row ? vowels[row] : c)))
            .Distinct()]
        : [];

    /// <summary>The vowel that ー stands for after a kana; ー itself where it follows none.</summary>
    internal static char VowelAfter(char before) => RowOf(before) is >= 0 and var row ? Vowels[row] : 'ー';

    private static string Written(string kana, Func<StringBuilder, char, char, StringBuilder> write)
    {
        var folded = new StringBuilder(kana.Length);
        for (var i = 0; i < kana.Length; i++)
        {
            write(folded, kana[i], i == 0 ? '\0' : kana[i - 1]);
        }

        return folded.ToString();
    }

    private static bool Lengthens(char before, char c) => (RowOf(before), c) is (0, 'ア') or (1, 'イ') or (2, 'ウ') or (3, 'エ' or 'イ') or (4, 'オ' or 'ウ');

    private static int RowOf(char kana) => kana == 'ー' ? -1 : Array.FindIndex(Rows.Split('|'), row => row.Contains(kana, StringComparison.Ordinal));
}

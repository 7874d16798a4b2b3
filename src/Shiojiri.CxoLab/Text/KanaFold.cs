using System.Text;

namespace Shiojiri.CxoLab.Text;

/// <summary>
/// Kana that are written for one another (表記ゆれ): bank statements know no small letters, ヅ and ズ sound the same, ヴァ and バ are one
/// name. For comparing only; what a person typed stays as it is.
/// </summary>
internal static class KanaFold
{
    private const string SmallLetters = "ァィゥェォッャュョヮヵヶ";
    private const string LargeLetters = "アイウエオツヤユヨワカケ";
    private const string AinuSmall = "ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";
    private const string AinuLarge = "クシストヌハヒフヘホムラリルレロ";

    /// <summary>ャ → ヤ.</summary>
    public static char Large(char kana) =>
        SmallLetters.IndexOf(kana, StringComparison.Ordinal) is >= 0 and var small ? LargeLetters[small]
        : AinuSmall.IndexOf(kana, StringComparison.Ordinal) is >= 0 and var ainu ? AinuLarge[ainu]
        : kana;

    /// <summary>A text in katakana with one way of writing for all that sound the same. ー is left in.</summary>
    public static string Of(string katakana)
    {
        var folded = new StringBuilder(katakana.Length);
        foreach (var c in katakana.Select(Large))
        {
            folded.Append(c switch
            {
                'ヅ' => 'ズ',
                'ヂ' => 'ジ',
                'ヲ' => 'オ',
                'ヰ' => 'イ',
                'ヱ' => 'エ',
                'ヷ' => 'バ',
                'ヸ' => 'ビ',
                'ヹ' => 'ベ',
                'ヺ' => 'ボ',
                _ => c,
            });
        }

        return folded.Replace("ヴア", "バ").Replace("ヴイ", "ビ").Replace("ヴエ", "ベ").Replace("ヴオ", "ボ").Replace("ヴユ", "ビユ").Replace('ヴ', 'ブ').ToString();
    }
}

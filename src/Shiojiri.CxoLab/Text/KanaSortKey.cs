using System.Text;

namespace Shiojiri.CxoLab.Text;

/// <summary>
/// A reading in the form whose order by code point is that of a Japanese list (五十音順, after JIS X 4061): ガモウ stands between カモ and
/// カワイ. Voicing, small letters and ー count only between readings that are else the same; the family name comes first.
/// </summary>
public static class KanaSortKey
{
    public const int Limit = 128;

    // A blank is less than what stands between two words, which is less than any kana: カワ タロウ comes before カワイ タロウ.
    private const char End = ' ';
    private const char BetweenWords = '!';

    public static string Of(string? kana)
    {
        var reading = Folding.Katakana(kana);
        var plain = new StringBuilder(reading.Length * 2 + 1);
        foreach (var c in reading)
        {
            var before = plain.Length == 0 ? '\0' : plain[^1];
            switch (c)
            {
                case ' ':
                    plain.Append(BetweenWords);
                    break;
                case '・' or '＝':
                    break;
                case 'ー':
                    plain.Append(LongVowels.VowelAfter(before));
                    break;
                case 'ヽ' or 'ヾ':
                    plain.Append(before);
                    break;
                default:
                    plain.Append(Unvoiced(KanaFold.Large(c)));
                    break;
            }
        }

        var key = plain.Append(End).Append(reading).ToString();
        return key.Length <= Limit ? key : key[..Limit];
    }

    private static char Unvoiced(char kana) => kana is >= '\u30a0' and <= '\u30ff' ? kana.ToString().Normalize(NormalizationForm.FormD)[0] : kana;
}

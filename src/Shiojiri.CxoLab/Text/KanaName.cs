namespace Shiojiri.CxoLab.Text;

/// <summary>What a reading of a name (フリガナ) may hold, after <see cref="Folding.Katakana"/>.</summary>
public static class KanaName
{
    public static bool IsKatakana(string folded) =>
        folded.Length > 0
        && folded.All(c => IsLetter(c) || c is 'ー' or '・' or '＝' or 'ヽ' or 'ヾ' or ' ')
        && folded.Any(IsLetter);

    public static bool HasIdeograph(string folded) =>
        folded.EnumerateRunes().Any(r => r.Value is >= 0x3400 and <= 0x9fff or >= 0xf900 and <= 0xfaff or >= 0x20000 and <= 0x3ffff or 0x3005);

    // The small letters from U+31F0 on are those of Ainu names.
    private static bool IsLetter(char c) => c is (>= 'ァ' and <= 'ヺ') or (>= '\u31f0' and <= '\u31ff');
}

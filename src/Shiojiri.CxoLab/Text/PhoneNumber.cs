namespace Shiojiri.CxoLab.Text;

/// <summary>Why a text is no telephone number.</summary>
public enum PhoneFault
{
    /// <summary>Something else than a number with its area code.</summary>
    NotANumber,

    /// <summary>Digits are missing (桁が足りない).</summary>
    TooShort,

    /// <summary>There are digits too many (桁が多い).</summary>
    TooLong,
}

/// <summary>
/// A telephone number (電話番号): digits, with a leading + for a number abroad. Lengths: 総務省 電気通信番号計画; abroad: ITU-T E.164.
/// </summary>
public static class PhoneNumber
{
    private const string Japan = "81";

    /// <summary>０９０ー１２３４ー５６７８, (090) 1234 5678 and 〒-like hyphens all become 09012345678. Null when it is no number.</summary>
    public static string? Parse(string? typed) => TryParse(typed, out var number) is null ? number : null;

    /// <summary>The number when nothing is wrong with it, and else what is.</summary>
    public static PhoneFault? TryParse(string? typed, out string number)
    {
        var text = Folding.HalfWidth(Folding.Unmarked(Folding.Line(typed)));
        text = text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
        var first = text.FirstOrDefault(c => !IsSeparator(c));
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        number = digits;
        if (!text.All(c => char.IsAsciiDigit(c) || IsSeparator(c) || c == '+') || text.Count(c => c == '+') > (first == '+' ? 1 : 0))
        {
            return PhoneFault.NotANumber;
        }

        if (first != '+')
        {
            return FaultAtHome(digits);
        }

        // +81 (0)90: the zero is dialled inside the country only.
        digits = string.Concat(string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit));
        if (digits.StartsWith(Japan, StringComparison.Ordinal))
        {
            var national = $"0{digits[Japan.Length..].TrimStart('0')}";
            number = $"+{Japan}{national[1..]}";
            return FaultAtHome(national);
        }

        number = $"+{digits}";
        return digits.Length < 8 ? PhoneFault.TooShort : digits.Length > 15 ? PhoneFault.TooLong : null;
    }

    /// <summary>How many digits a number inside Japan has that begins so: 11 with 050, 060, 070, 080, 090 and 020, else 10.</summary>
    public static int LengthAtHome(string number) => number is ['0', '2' or '5' or '6' or '7' or '8' or '9', '0', ..] ? 11 : 10;

    /// <summary>The same number as it is written in and outside the country, so that either finds it: 090… and +8190….</summary>
    public static IReadOnlyList<string> Ways(string? number) => number switch
    {
        null => [],
        _ when number.StartsWith($"+{Japan}", StringComparison.Ordinal) => [number, $"0{number[(Japan.Length + 1)..]}"],
        ['0', ..] => [number, $"+{Japan}{number[1..]}"],
        _ => [number],
    };

    /// <summary>The number as it is dialled inside the country, one abroad as it is.</summary>
    public static string? AtHome(string? number) => Ways(number).OrderBy(way => way.StartsWith('+')).FirstOrDefault();

    private static PhoneFault? FaultAtHome(string digits) => digits is not ['0', not '0', ..] ? PhoneFault.NotANumber
        : digits.Length < LengthAtHome(digits) ? PhoneFault.TooShort
        : digits.Length > LengthAtHome(digits) ? PhoneFault.TooLong : null;

    private static bool IsSeparator(char c) => Signs.IsHyphen(c) || char.IsWhiteSpace(c) || c is '(' or ')' or '[' or ']' or '.' or '/' or '・' or '･';
}

namespace Shiojiri.CxoLab.Text;

/// <summary>A telephone number (電話番号): digits, with a leading + for a number abroad.</summary>
public static class PhoneNumber
{
    /// <summary>０９０ー１２３４ー５６７８, (090) 1234 5678 and 〒-like hyphens all become 09012345678. Null when it is no number.</summary>
    public static string? Parse(string? typed)
    {
        var text = Folding.HalfWidth(Folding.Line(typed));
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        var international = text.StartsWith('+');
        var rest = text.Where((c, i) => !char.IsAsciiDigit(c) && !(i == 0 && c == '+'));
        if (!rest.All(IsSeparator))
        {
            return null;
        }

        return international
            ? digits.Length is >= 8 and <= 15 ? $"+{digits}" : null
            : digits.Length is 10 or 11 && digits[0] == '0' ? digits : null;
    }

    private static bool IsSeparator(char c) =>
        c is '-' or '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or 'ー' or 'ｰ' or '─' or ' ' or '\u00a0' or '(' or ')' or '.' or '・';
}

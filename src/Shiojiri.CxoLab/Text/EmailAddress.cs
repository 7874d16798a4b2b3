using System.Buffers;
using System.Globalization;

namespace Shiojiri.CxoLab.Text;

/// <summary>Why a text is no e-mail address.</summary>
public enum EmailFault
{
    Empty,
    NoAtSign,
    SeveralAddresses,

    /// <summary>A comma (「,」 or 「、」), where a full stop was meant.</summary>
    CommaForDot,
    NotAscii,
    BadLocalPart,
    BadDomain,
    TooLong,
}

/// <summary>
/// An e-mail address (メールアドレス) to which one letter goes: RFC 5321 dot-atom and domain name. Display names, lists, quoted
/// local parts and IP literals are refused. Dots at the end or in a row before the @ are taken: docomo and au gave out such
/// addresses until 2009 and people still have them.
/// </summary>
public static class EmailAddress
{
    private static readonly SearchValues<char> ListSigns = SearchValues.Create(";<>");

    private static readonly SearchValues<char> Commas = SearchValues.Create(",、､");

    private const string LocalSigns = "!#$%&'*+-/=?^_`{|}~.";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>Folds widths and stray blanks, then checks. The address comes back as typed apart from those.</summary>
    public static EmailFault? TryParse(string? typed, out string address)
    {
        var line = Folding.HalfWidth(Folding.Unmarked(Folding.Line(typed))).Replace('。', '.').Replace('｡', '.');
        address = string.Concat(line.Where(c => c is not (' ' or '\u00a0')));
        address = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address["mailto:".Length..] : address;
        if (address.Length == 0)
        {
            return EmailFault.Empty;
        }

        var at = address.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return EmailFault.NoAtSign;
        }

        if (address.IndexOf('@', at + 1) > 0 || address.AsSpan().ContainsAny(ListSigns))
        {
            return EmailFault.SeveralAddresses;
        }

        if (address.AsSpan().ContainsAny(Commas))
        {
            return EmailFault.CommaForDot;
        }

        // Only a hyphen can have been meant by its like: no other is taken here.
        var local = string.Concat(address[..at].Select(c => Signs.IsHyphen(c) ? '-' : c));
        if (local.Any(c => c > '~'))
        {
            return EmailFault.NotAscii;
        }

        if (local.Length is 0 or > 64 || local[0] == '.' || !local.All(c => char.IsAsciiLetterOrDigit(c) || LocalSigns.Contains(c)))
        {
            return EmailFault.BadLocalPart;
        }

        if (Domain(address[(at + 1)..]) is not { } domain)
        {
            return EmailFault.BadDomain;
        }

        address = $"{local}@{domain}";
        return address.Length > 254 ? EmailFault.TooLong : null;
    }

    /// <summary>The address that was probably meant, for a gentle question: taro@gmail.co → taro@gmail.com. Null when nothing looks odd.</summary>
    public static string? LikelyMeant(string address)
    {
        var at = address.LastIndexOf('@');
        return MailDomains.LikelyMeant(address[(at + 1)..]) is { } domain ? $"{address[..at]}@{domain}" : null;
    }

    private static string? Domain(string typed)
    {
        if (typed.Length is 0 or > 253 || typed.Any(c => !char.IsAscii(c) && !Signs.IsHyphen(c) && !char.IsLetterOrDigit(c) && !IsMark(c)))
        {
            return null;
        }

        string ascii;
        try
        {
            ascii = Idn.GetAscii(string.Join('.', typed.Split('.').Select(Mended)));
        }
        catch (ArgumentException)
        {
            return null;
        }

        var labels = ascii.Split('.');
        var last = labels[^1];
        return labels.Length >= 2
            && labels.All(l => l.Length is > 0 and <= 63 && l[0] != '-' && l[^1] != '-' && l.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            && last.Length >= 2 && !last.All(char.IsAsciiDigit)
            ? ascii
            : null;
    }

    // ー is a letter in サーバー.jp and a hyphen in myーcompany.jp; its other likes are never letters.
    private static string Mended(string label)
    {
        var isJapanese = label.Any(c => !Signs.IsHyphen(c) && c is (>= '\u3041' and <= '\u9fff') or (>= '\uff66' and <= '\uff9f'));
        return string.Concat(label.Select(c => Signs.IsHyphen(c) && !(isJapanese && c is 'ー' or 'ｰ') ? '-' : c));
    }

    // Signs are in no domain name: example・jp is no name but a slip.
    private static bool IsMark(char c) => char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}

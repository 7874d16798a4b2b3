using System.Buffers;
using System.Globalization;

namespace Shiojiri.CxoLab.Text;

/// <summary>Why a text is no e-mail address.</summary>
public enum EmailFault
{
    Empty,
    NoAtSign,
    SeveralAddresses,
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
    private static readonly SearchValues<char> ListSigns = SearchValues.Create(",;、<>");

    private const string LocalSigns = "!#$%&'*+-/=?^_`{|}~.";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private static readonly Dictionary<string, string> LikelyDomains = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gmail.co"] = "gmail.com",
        ["gmail.con"] = "gmail.com",
        ["gmai.com"] = "gmail.com",
        ["gmial.com"] = "gmail.com",
        ["gamil.com"] = "gmail.com",
        ["gmail.jp"] = "gmail.com",
        ["gmail.co.jp"] = "gmail.com",
        ["gmaill.com"] = "gmail.com",
        ["yahoo.co"] = "yahoo.co.jp",
        ["yahoo.ne.jp"] = "yahoo.co.jp",
        ["yaho.co.jp"] = "yahoo.co.jp",
        ["docomo.co.jp"] = "docomo.ne.jp",
        ["docomo.ne"] = "docomo.ne.jp",
        ["ezweb.co.jp"] = "ezweb.ne.jp",
        ["softbank.co.jp"] = "softbank.ne.jp",
        ["icloud.co"] = "icloud.com",
        ["icloud.co.jp"] = "icloud.com",
        ["icoud.com"] = "icloud.com",
        ["outlook.co"] = "outlook.com",
        ["hotmail.co"] = "hotmail.com",
    };

    /// <summary>Folds widths and stray blanks, then checks. The address comes back as typed apart from those.</summary>
    public static EmailFault? TryParse(string? typed, out string address)
    {
        var line = Folding.HalfWidth(Folding.Line(typed)).Replace('。', '.');
        address = new string([.. line.Where(c => c is not (' ' or '\u00a0' or '\u200b' or '\ufeff' or '\u2060'))]);
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

        var local = address[..at];
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
        return LikelyDomains.TryGetValue(address[(at + 1)..], out var domain) ? $"{address[..at]}@{domain}" : null;
    }

    private static string? Domain(string typed)
    {
        if (typed.Length is 0 or > 253)
        {
            return null;
        }

        string ascii;
        try
        {
            ascii = Idn.GetAscii(typed);
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
}

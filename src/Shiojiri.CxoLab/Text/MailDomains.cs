namespace Shiojiri.CxoLab.Text;

/// <summary>The part behind the @ of the addresses that most people in Japan have, and the slips that people make in it.</summary>
internal static class MailDomains
{
    // What stands here is right as it is. Some are near to others (ymail.com, yahoo.co.kr), and must not be asked about.
    private static readonly string[] Known =
    [
        "gmail.com", "googlemail.com", "ymail.com", "email.com", "mail.com", "yahoo.co.jp", "yahoo.com", "ymail.ne.jp", "yahoo.co.kr", "yahoo.co.uk", "yahoo.co.in",
        "yahoo.co.id", "yahoo.co.nz", "yahoo.co.th", "yahoo.ca", "icloud.com", "me.com", "mac.com", "outlook.com", "outlook.jp", "outlook.cn", "hotmail.com",
        "hotmail.co.jp", "hotmail.co.uk", "hotmail.ca", "live.jp", "live.com", "live.ca", "msn.com", "aol.com", "aol.jp", "gmx.com", "gmx.net", "proton.me",
        "protonmail.com", "docomo.ne.jp", "ezweb.ne.jp", "au.com", "softbank.ne.jp", "softbank.jp", "i.softbank.jp", "ymobile.ne.jp", "rakuten.jp", "rakumail.jp",
        "uqmobile.jp", "nifty.com", "nifty.ne.jp", "biglobe.ne.jp", "ocn.ne.jp", "so-net.ne.jp", "plala.or.jp", "excite.co.jp", "dion.ne.jp", "vodafone.ne.jp",
        "qq.com", "163.com", "126.com", "naver.com", "hanmail.net", "yandex.com",
    ];

    // Further off than one slip of a finger, but common.
    private static readonly Dictionary<string, string> Confused = new(StringComparer.Ordinal)
    {
        ["gmail.jp"] = "gmail.com",
        ["gmail.ne.jp"] = "gmail.com",
        ["gmail.co.jp"] = "gmail.com",
        ["icloud.jp"] = "icloud.com",
        ["icloud.co.jp"] = "icloud.com",
        ["icloud.ne.jp"] = "icloud.com",
        ["yahoo.jp"] = "yahoo.co.jp",
        ["yahoo.co"] = "yahoo.co.jp",
        ["yahoo.ne.jp"] = "yahoo.co.jp",
        ["docomo.co.jp"] = "docomo.ne.jp",
        ["docomo.ne"] = "docomo.ne.jp",
        ["docomo.jp"] = "docomo.ne.jp",
        ["ezweb.co.jp"] = "ezweb.ne.jp",
        ["ezweb.jp"] = "ezweb.ne.jp",
        ["softbank.co.jp"] = "softbank.ne.jp",
    };

    // No such domain of the first level exists.
    private static readonly string[] BrokenCom = [".con", ".cmo", ".ocm", ".comm", ".coml", ".vom", ".xom", ".c0m"];

    /// <summary>A name shorter than this is one slip away from too many real ones.</summary>
    private const int ShortestName = 5;

    /// <summary>What was probably meant; null when nothing looks odd.</summary>
    public static string? LikelyMeant(string typed)
    {
        var domain = typed.ToLowerInvariant();
        if (Known.Contains(domain))
        {
            return null;
        }

        if (Confused.TryGetValue(domain, out var meant))
        {
            return meant;
        }

        var whole = BrokenCom.FirstOrDefault(end => domain.EndsWith(end, StringComparison.Ordinal)) is { } broken ? $"{domain[..^broken.Length]}.com" : domain;
        return Known.Contains(whole) ? whole
            : Known.FirstOrDefault(k => k.IndexOf('.', StringComparison.Ordinal) >= ShortestName && IsOneSlip(whole, k)) ?? (whole == domain ? null : whole);
    }

    /// <summary>One letter too many, too few or other, or two next to each other exchanged (Damerau).</summary>
    internal static bool IsOneSlip(string typed, string meant)
    {
        var same = 0;
        while (same < typed.Length && same < meant.Length && typed[same] == meant[same])
        {
            same++;
        }

        var (left, right) = (typed[same..], meant[same..]);
        return (left, right) switch
        {
            ({ Length: > 0 }, { Length: > 0 }) when left[1..] == right[1..] => true,
            ({ Length: > 0 }, _) when left[1..] == right => true,
            (_, { Length: > 0 }) when left == right[1..] => true,
            ({ Length: > 1 }, { Length: > 1 }) => left[0] == right[1] && left[1] == right[0] && left[2..] == right[2..],
            _ => false,
        };
    }
}

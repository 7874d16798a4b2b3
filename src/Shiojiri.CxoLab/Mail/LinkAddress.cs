using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Mail;

/// <summary>An address that a link in a mail leads to (リンク先).</summary>
internal static partial class LinkAddress
{
    /// <summary>Leads to a page, a mailbox or a telephone and nowhere else. Whatever read the text, no other address becomes a link.</summary>
    public static bool IsHarmless(string address) => Harmless().IsMatch(address);

    /// <summary>A path leads to the site itself.</summary>
    public static string? On(string site, string? address) => address?.StartsWith('/') == true ? site + address : address;

    /// <summary>As a person reads it in the plain text.</summary>
    public static string Readable(string address) =>
        address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address[7..]
        : address.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? address[4..]
        : address;

    /// <summary>How many characters of an address say whom it leads to: a value that a person typed may stand behind them only.</summary>
    public static int TargetLength(string address)
    {
        var host = address.IndexOf("://", StringComparison.Ordinal);
        var end = host < 0 ? -1 : address.AsSpan(host + 3).IndexOfAny('/', '?', '#');
        return host < 0 ? 0 : end < 0 ? address.Length : host + 3 + end;
    }

    [GeneratedRegex(@"^(https?://[^\s\\""<>]+|mailto:[^\s\\""<>]+|tel:[0-9+\-]+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();
}

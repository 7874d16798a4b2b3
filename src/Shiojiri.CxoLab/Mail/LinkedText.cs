using System.Text;
using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Mail;

/// <summary>
/// Text for the HTML of a mail, in which the addresses (https://…) that staff wrote are links. What a person typed into a form is in a
/// mail too, and an address in it stays plain text: nobody shall send others a link under the programme's name.
/// </summary>
internal sealed partial class LinkedText
{
    private readonly string[] _addresses;

    private LinkedText(IEnumerable<string> addresses) => _addresses = [.. addresses.Distinct().OrderByDescending(a => a.Length)];

    /// <summary>Knows no address.</summary>
    public static LinkedText None { get; } = new([]);

    /// <summary>Knows the addresses in a text, as they are once placeholders in them are filled in.</summary>
    public static LinkedText Of(string text, Func<string, string>? fill = null) => new(
        Address().Matches(text)
            .Where(m => IsWhole(m.Value, text.AsSpan(m.Index + m.Length)))
            .Select(m => WithoutEnd(m.Value))
            .Select(address => fill?.Invoke(address) ?? address)
            .Where(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && Address().Match(address).Length == address.Length));

    public string Html(string text)
    {
        var html = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var (start, address) = Next(text, at);
            html.Append(Escape(text[at..start]));
            if (address.Length > 0)
            {
                html.Append("<a href=\"").Append(Escape(address)).Append("\" style=\"color:#5b2346;overflow-wrap:anywhere;\">").Append(Escape(address)).Append("</a>");
            }

            at = start + address.Length;
        }

        return html.Replace("\n", "<br>").ToString();
    }

    // Only the five signs with a meaning in HTML: Japanese, rare ideographs and emoji stay readable in the source.
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    private (int Start, string Address) Next(string text, int from) => _addresses
        .Select(address => (Start: text.IndexOf(address, from, StringComparison.Ordinal), Address: address))
        .Where(found => found.Start >= 0)
        .OrderBy(found => found.Start)
        .ThenByDescending(found => found.Address.Length)
        .Append((text.Length, ""))
        .First();

    // https://ja.example/wiki/塩尻 goes on where the pattern ends: a link to half of it would lead elsewhere, so there is none.
    private static bool IsWhole(string address, ReadOnlySpan<char> rest) =>
        rest.IsEmpty || !char.IsLetterOrDigit(rest[0]) || address[^1] is not ('/' or '=' or '&' or '?' or '#' or '-' or '_' or '%');

    // A full stop or a bracket behind an address belongs to the sentence.
    private static string WithoutEnd(string address)
    {
        var end = address.Length;
        while (address[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*'
            || (address[end - 1] == ')' && address.AsSpan(0, end).Count(')') > address.AsSpan(0, end).Count('(')))
        {
            end--;
        }

        return address[..end];
    }

    [GeneratedRegex(@"https://(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]|\{[^{}\s]{1,20}\})+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}

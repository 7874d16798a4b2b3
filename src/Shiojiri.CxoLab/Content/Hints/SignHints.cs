using System.Text.RegularExpressions;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Content.Hints;

/// <summary>Radicals in place of ideographs (as a PDF hands them out) and half-width kana.</summary>
internal static partial class ForeignSignHint
{
    public static IEnumerable<TextHint> In(string text) => Signs().Matches(text).Select(match =>
    {
        var mended = Folding.WideKana(Folding.Line(match.Value));
        return new TextHint(match.Index, match.Length,
            match.Value[0] >= '\uff65' ? $"半角のカナがあります（「{match.Value}」）" : $"漢字によく似た別の文字があります（「{match.Value}」）", mended == match.Value ? null : mended);
    });

    [GeneratedRegex(@"[\u2e80-\u2fdf]+|[\uff65-\uff9f]+")]
    private static partial Regex Signs();
}

/// <summary>The site writes プレイヤー.</summary>
internal static partial class PlayerHint
{
    public static IEnumerable<TextHint> In(string text) => Other().Matches(text).Select(match =>
        new TextHint(match.Index, match.Length, "「プレーヤー」とあります。サイトでは「プレイヤー」です", "プレイヤー"));

    [GeneratedRegex("プレーヤー|プレーヤ(?!ー)")]
    private static partial Regex Other();
}

/// <summary>A link that nobody can read: without words, or a bare address.</summary>
internal static partial class LinkHint
{
    public static IEnumerable<TextHint> In(string text)
    {
        foreach (Match match in Empty().Matches(text))
        {
            yield return new TextHint(match.Index, match.Length, "リンクに言葉がありません");
        }

        foreach (Match match in Bare().Matches(text))
        {
            yield return new TextHint(match.Index, match.Length, $"アドレスがそのまま書かれています（「{Short(match.Value)}」）",
                Uri.TryCreate(match.Value, UriKind.Absolute, out var address) ? $"[{address.Host}]({match.Value})" : null);
        }
    }

    private static string Short(string address) => address.Length <= 40 ? address : $"{address[..40]}…";

    [GeneratedRegex(@"(?<!!)\[[ \t　]*\]\([^)\n]*\)")]
    private static partial Regex Empty();

    [GeneratedRegex(@"(?<![(<\[/\w])https?://[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]+")]
    private static partial Regex Bare();
}

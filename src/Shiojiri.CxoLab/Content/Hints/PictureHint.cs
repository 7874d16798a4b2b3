using System.Text.RegularExpressions;
using Shiojiri.CxoLab.Pictures;

namespace Shiojiri.CxoLab.Content.Hints;

/// <summary>A picture without a description, one that cannot be shown, or one that lies elsewhere.</summary>
internal static partial class PictureHint
{
    public static IEnumerable<TextHint> In(string text, HintContext context)
    {
        foreach (Match match in Shown().Matches(text))
        {
            var key = PictureReferences.KeyOf(match.Groups["to"].Value);
            var picture = key is null ? null : context.Pictures?.GetValueOrDefault(key);
            if (key is null)
            {
                yield return new TextHint(match.Index, match.Length, "画像は、サイトに入れたものだけが出ます。ここには何も出ません");
            }
            else if (picture is null && context.Pictures is not null)
            {
                yield return new TextHint(match.Index, match.Length, "この画像は、まだ使えないか、もうありません。ここには何も出ません");
            }
            else if (string.IsNullOrWhiteSpace(match.Groups["words"].Value))
            {
                yield return new TextHint(match.Index, match.Length, "画像の説明がありません", picture is null ? null : PictureReferences.Mark(key, picture.Description));
            }
        }
    }

    [GeneratedRegex(@"!\[(?<words>[^\]\n]*)\]\((?<to>[^)\s]*)[^)\n]*\)")]
    private static partial Regex Shown();
}

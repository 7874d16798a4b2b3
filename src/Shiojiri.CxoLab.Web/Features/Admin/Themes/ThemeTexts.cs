using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Themes;

/// <summary>A theme in words, field by field.</summary>
internal static class ThemeTexts
{
    public static IReadOnlyList<ChangedText> Changes(ThemeContents before, ThemeContents after) => [.. Texts(before).Zip(Texts(after))
        .Where(pair => pair.First.Text != pair.Second.Text)
        .Select(pair => new ChangedText(pair.First.Label, pair.First.Text, pair.Second.Text))];

    /// <summary>What somebody else saved beside what was typed, with the choice of publishing.</summary>
    public static IReadOnlyList<ChangedText> Changes(Theme now, ThemeForm typed) =>
    [
        .. Changes(now.ToContents(), new ThemeContents(typed.Title ?? "", typed.Owner ?? "", typed.Affiliation, typed.Words, typed.Sought)),
        .. now.IsPublic == typed.WantsPublic ? [] : new[] { new ChangedText("公開", now.State.Label(), typed.WantsPublic ? "公開" : ThemeState.Draft.Label()) },
    ];

    private static (string Label, string? Text)[] Texts(ThemeContents contents) =>
    [
        ("テーマの題名", contents.Title), ("地域プレイヤー", contents.Owner), ("仕事や団体", contents.Affiliation), ("本人の言葉", contents.Words), ("求める人", contents.Sought),
    ];
}

namespace Shiojiri.CxoLab.Themes;

/// <summary>A theme as visitors and applicants see it.</summary>
/// <param name="Title">A | marks where its line may break.</param>
/// <param name="Sought">One a line.</param>
public sealed record ShownTheme(int Id, int CohortId, string Key, string Title, string Owner, string? Affiliation, string Words, IReadOnlyList<string> Sought)
{
    public string PlainTitle => Plain(Title);

    /// <summary>見本 花子（見本工房）</summary>
    public string OwnerInFull => Affiliation is null ? Owner : $"{Owner}（{Affiliation}）";

    public string Path => $"/themes/{Key}";

    public static ShownTheme Of(Theme theme) => new(
        theme.Id, theme.CohortId, theme.Key, theme.Title, theme.Owner, theme.Affiliation, theme.Words ?? "", LinesOf(theme.Sought));

    public static string Plain(string title) => title.Replace("|", "", StringComparison.Ordinal);

    public static IReadOnlyList<string> LinesOf(string? text) =>
        text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}

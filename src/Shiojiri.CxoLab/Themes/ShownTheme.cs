using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Themes;

/// <summary>A theme as visitors and applicants see it.</summary>
/// <param name="Title">A | marks where its line may break.</param>
/// <param name="Sought">One a line.</param>
public sealed record ShownTheme(int Id, int CohortId, string Key, string Title, string Owner, string? Affiliation, string Words, IReadOnlyList<string> Sought)
{
    /// <summary>The picture that stands with it; null: none.</summary>
    public string? PictureKey { get; private init; }

    /// <summary>The keys of all pictures that its page shows, those in its words among them.</summary>
    public IEnumerable<string> Pictures => PictureReferences.In(Words).Concat(PictureKey is null ? [] : [PictureKey]);

    public string PlainTitle => Phrasing.Plain(Title);

    public string Path => $"/themes/{Key}";

    public static ShownTheme Of(Theme theme) => new(
        theme.Id, theme.CohortId, theme.Key, theme.Title, theme.Owner, theme.Affiliation, theme.Words ?? "", LinesOf(theme.Sought))
    {
        PictureKey = theme.PictureKey,
    };

    public static IReadOnlyList<string> LinesOf(string? text) =>
        text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}

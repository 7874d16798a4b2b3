using System.Globalization;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Projects;

/// <summary>A project that members carried out in a past fiscal year (過去のプロジェクト), as far as it is known: what is not is null.</summary>
/// <param name="Slug">The end of its address.</param>
/// <param name="FiscalYear">年度: April to March.</param>
/// <param name="Title">May hold | where a line may break; <see cref="PlainTitle"/> is without.</param>
/// <param name="Drawing">Name of its drawing.</param>
public sealed record PastProject(string Slug, int FiscalYear, string Title, string Drawing)
{
    /// <summary>What stands beside a project for which no drawing was chosen.</summary>
    public const string AnyDrawing = "p-forest";

    /// <summary>The article that tells of it, on another site.</summary>
    public string? ArticleUrl { get; private init; }

    /// <summary>The page on which people were sought for it, on another site.</summary>
    public string? JobUrl { get; private init; }

    /// <summary>期: 第二期</summary>
    public string? Cohort { get; private init; }

    public string? Place { get; private init; }

    /// <summary>Whom it was done with.</summary>
    public string? Partners { get; private init; }

    public string? People { get; private init; }

    /// <summary>One sentence.</summary>
    public string? Summary { get; private init; }

    /// <summary>Markdown.</summary>
    public string? Text { get; private init; }

    /// <summary>成果, in Markdown.</summary>
    public string? Outcome { get; private init; }

    /// <summary>The key of the picture that stands in place of the drawing.</summary>
    public string? Picture { get; private init; }

    public string PlainTitle => Phrasing.Plain(Title);

    public static PastProject Of(ShownPiece piece)
    {
        string? Known(string field) => piece[field] is { Length: > 0 } text ? text : null;
        return new(
            piece.Key, int.TryParse(piece[ContentField.Year], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0,
            piece[ContentField.Title], DrawingOf(piece[ContentField.Drawing]))
        {
            ArticleUrl = Known(ContentField.Article),
            JobUrl = Known(ContentField.Job),
            Cohort = Known(ContentField.Cohort),
            Place = Known(ContentField.Place),
            Partners = Known(ContentField.Partners),
            People = Known(ContentField.People),
            Summary = Known(ContentField.Summary),
            Text = Known(ContentField.Text),
            Outcome = Known(ContentField.Outcome),
            Picture = Known(ContentField.Picture),
        };
    }

    // A draft may not say yet.
    private static string DrawingOf(string chosen) =>
        ContentField.Of(ContentKind.Project).Single(f => f.Name == ContentField.Drawing).Choices.Any(c => c.Value == chosen) ? chosen : AnyDrawing;
}

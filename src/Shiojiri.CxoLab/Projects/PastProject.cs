namespace Shiojiri.CxoLab.Projects;

/// <summary>A project that members carried out in a past fiscal year (過去のプロジェクト).</summary>
public sealed class PastProject(string slug, int fiscalYear, int position, string title, string articleUrl, string drawing)
{
    public int Id { get; private set; }

    public string Slug { get; private set; } = slug;

    /// <summary>年度: April to March.</summary>
    public int FiscalYear { get; private set; } = fiscalYear;

    public int Position { get; private set; } = position;

    /// <summary>May hold | where a line may break; <see cref="PlainTitle"/> is without.</summary>
    public string Title { get; private set; } = title;

    /// <summary>The article that tells of it, on another site.</summary>
    public string ArticleUrl { get; private set; } = articleUrl;

    /// <summary>Name of its drawing.</summary>
    public string Drawing { get; private set; } = drawing;

    public string PlainTitle => Title.Replace("|", "", StringComparison.Ordinal);
}

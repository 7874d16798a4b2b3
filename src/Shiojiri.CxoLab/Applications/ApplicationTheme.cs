namespace Shiojiri.CxoLab.Applications;

/// <summary>A theme that a person chose, by the name under which they saw it.</summary>
public sealed record ChosenTheme(int ThemeId, string Title);

/// <summary>One theme the applicant is interested in (関心のあるテーマ). It keeps its name whatever becomes of the theme.</summary>
public sealed class ApplicationTheme(int themeId, string title)
{
    public int Id { get; private set; }

    public int ThemeId { get; private set; } = themeId;

    /// <summary>As it stood on the page on which it was chosen.</summary>
    public string Title { get; private set; } = title;
}

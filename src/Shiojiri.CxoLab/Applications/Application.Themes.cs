namespace Shiojiri.CxoLab.Applications;

// What the person would like to work on.
public sealed partial class Application
{
    private readonly List<ApplicationTheme> _themes = [];

    /// <summary>Those that this very form named; what was put under it may name others.</summary>
    public IReadOnlyList<ApplicationTheme> Themes => _themes;

    /// <summary>The names of the themes that one person named in several applications (まとめた申し込み), each theme once, the earliest name first.</summary>
    public static IReadOnlyList<string> ThemesOf(IEnumerable<Application> applications) =>
        [.. applications.SelectMany(a => a.Themes.OrderBy(t => t.Id)).DistinctBy(t => t.ThemeId).Select(t => t.Title)];
}

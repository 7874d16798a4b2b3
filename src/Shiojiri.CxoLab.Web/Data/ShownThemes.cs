using Shiojiri.CxoLab.Themes;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The themes that one request shows: those that are public, and in a preview one as it was saved last.</summary>
internal sealed class ShownThemes(SiteThemes themes)
{
    /// <summary>What a preview shows whether it is public or not; null on every address of the public.</summary>
    public ShownTheme? Draft { get; set; }

    public IReadOnlyList<ShownTheme> Of(int cohortId) => themes.Of(cohortId);

    public ShownTheme? Find(string key) => Draft?.Key == key ? Draft : themes.Find(key);
}

namespace Shiojiri.CxoLab.Themes;

/// <summary>Whether visitors read a theme (テーマの状態).</summary>
public enum ThemeState
{
    Draft,
    Public,

    /// <summary>It was on the site and was taken from it.</summary>
    Withdrawn,
}

public static class ThemeStateLabel
{
    /// <summary>下書き, 公開中 …</summary>
    public static string Label(this ThemeState state) => state switch
    {
        ThemeState.Draft => "下書き",
        ThemeState.Public => "公開中",
        ThemeState.Withdrawn => "取り下げ",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>The longest texts of a theme, in characters as a reader counts them.</summary>
public static class ThemeLimits
{
    public const int Title = 60;
    public const int Owner = 40;
    public const int Affiliation = 60;
    public const int Words = 300;
    public const int Sought = 300;

    /// <summary>Themes of one cohort: more than anybody reads.</summary>
    public const int MostOfCohort = 50;
}

namespace Shiojiri.CxoLab.Web.Features.Admin.Themes;

internal static class ThemesSetup
{
    public static void AddThemes(this IServiceCollection services)
    {
        services.AddScoped<ThemeListQuery>();
        services.AddScoped<ThemeService>();
    }
}

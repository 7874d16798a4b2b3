namespace Shiojiri.CxoLab.Web.Features.Admin.Settings;

internal static class SettingsSetup
{
    public static void AddSettings(this IServiceCollection services)
    {
        services.AddScoped<SettingsQuery>();
        services.AddScoped<SettingsService>();
    }
}

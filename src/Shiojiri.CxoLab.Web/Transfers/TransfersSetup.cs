namespace Shiojiri.CxoLab.Web.Transfers;

internal static class TransfersSetup
{
    public static void AddTransfers(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<SiteExport>();
        builder.Services.AddScoped<SiteImport>();
        builder.Services.AddScoped<SettingImport>();
        builder.Services.AddScoped<CohortImport>();
        builder.Services.AddScoped<FormImport>();
        builder.Services.AddScoped<ContentImport>();
        builder.Services.AddScoped<PictureImport>();
    }
}

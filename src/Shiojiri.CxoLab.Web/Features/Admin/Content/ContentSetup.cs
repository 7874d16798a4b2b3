namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

internal static class ContentSetup
{
    public static void AddAdminContent(this IServiceCollection services)
    {
        services.AddScoped<ContentListQuery>();
        services.AddScoped<ContentQuery>();
        services.AddScoped<ProjectImport>();
        services.AddScoped<ContentPageBuilder>();
        services.AddScoped<ContentService>();
        services.AddScoped<ContentOrderService>();
    }
}

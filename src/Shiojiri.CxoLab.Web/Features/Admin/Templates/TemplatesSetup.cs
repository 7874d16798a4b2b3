namespace Shiojiri.CxoLab.Web.Features.Admin.Templates;

internal static class TemplatesSetup
{
    public static void AddTemplates(this IServiceCollection services)
    {
        services.AddScoped<TemplateListQuery>();
        services.AddScoped<TemplatePageBuilder>();
        services.AddScoped<TemplateStore>();
        services.AddScoped<TestMailQueue>();
    }
}

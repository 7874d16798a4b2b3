namespace Shiojiri.CxoLab.Web.Features.Admin.PaperApplications;

internal static class PaperApplicationsSetup
{
    public static void AddPaperApplications(this IServiceCollection services)
    {
        services.AddScoped<PaperApplicationService>();
    }
}

namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantExport;

internal static class ApplicantExportSetup
{
    public static void AddApplicantExport(this IServiceCollection services)
    {
        services.AddScoped<ExportQuery>();
        services.AddScoped<ExportPageBuilder>();
    }
}

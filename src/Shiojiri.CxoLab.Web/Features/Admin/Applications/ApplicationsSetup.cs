namespace Shiojiri.CxoLab.Web.Features.Admin.Applications;

internal static class ApplicationsSetup
{
    public static void AddApplications(this IServiceCollection services)
    {
        services.AddScoped<ApplicantHistoryQuery>();
        services.AddScoped<ApplicantContextQuery>();
        services.AddScoped<ApplicantQuery>();
        services.AddScoped<ApplicantService>();
    }
}

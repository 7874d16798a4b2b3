namespace Shiojiri.CxoLab.Web.Features.Admin.Admissions;

internal static class AdmissionsSetup
{
    public static void AddAdmissions(this IServiceCollection services) => services.AddScoped<AdmissionService>();
}

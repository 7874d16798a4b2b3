namespace Shiojiri.CxoLab.Web.Features.Admin.Briefings;

internal static class AdminBriefingsSetup
{
    public static void AddAdminBriefings(this IServiceCollection services) => services.AddScoped<BriefingService>();
}

namespace Shiojiri.CxoLab.Web.Features.Admin.Dashboard;

internal static class DashboardSetup
{
    public static void AddDashboard(this IServiceCollection services)
    {
        services.AddScoped<DashboardQuery>();
    }
}

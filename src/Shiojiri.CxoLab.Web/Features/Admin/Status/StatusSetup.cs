namespace Shiojiri.CxoLab.Web.Features.Admin.Status;

internal static class StatusSetup
{
    public static void AddStatus(this IServiceCollection services) => services.AddScoped<StatusService>();
}

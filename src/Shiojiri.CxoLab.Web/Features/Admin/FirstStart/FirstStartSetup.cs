namespace Shiojiri.CxoLab.Web.Features.Admin.FirstStart;

internal static class FirstStartSetup
{
    public static void AddFirstStart(this IServiceCollection services) => services.AddScoped<FirstStartService>();
}

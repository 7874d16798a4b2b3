namespace Shiojiri.CxoLab.Web.Features.Admin.Merging;

internal static class MergingSetup
{
    public static void AddMerging(this IServiceCollection services)
    {
        services.AddScoped<MergingQuery>();
        services.AddScoped<MergingService>();
    }
}

using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Features.Admin.Erasure;

internal static class ErasureSetup
{
    public static void AddErasure(this IServiceCollection services)
    {
        services.AddScoped<SavedViewTraces>();
        services.AddScoped<PersonTraceQuery>();
        services.AddScoped<ErasureService>();
        services.AddScoped<DeskErasureService>();
        services.AddScoped<RetentionQuery>();
        services.AddScoped<ErasurePageBuilder>();
        services.AddJob<RetentionJob>();
        services.AddJob<ErasedPagesJob>();
    }
}

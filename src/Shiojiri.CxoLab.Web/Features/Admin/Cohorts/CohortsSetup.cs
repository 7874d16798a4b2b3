using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Features.Admin.Cohorts;

internal static class CohortsSetup
{
    public static void AddCohorts(this IServiceCollection services)
    {
        services.AddScoped<CohortsQuery>();
        services.AddScoped<CohortDetailsService>();
        services.AddJob<OpeningNoticeJob>();
    }
}

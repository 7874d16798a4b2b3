namespace Shiojiri.CxoLab.Web.Features.Admin.Reviews;

internal static class ReviewsSetup
{
    public static void AddReviews(this IServiceCollection services)
    {
        services.AddScoped<ReviewService>();
        services.AddScoped<ReviewProgressQuery>();
        services.AddScoped<RankingQuery>();
    }
}

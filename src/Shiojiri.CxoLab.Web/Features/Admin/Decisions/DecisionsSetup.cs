namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

internal static class DecisionsSetup
{
    public static void AddDecisions(this IServiceCollection services)
    {
        services.AddScoped<DecisionDraftQuery>();
        services.AddScoped<DecisionService>();
    }
}

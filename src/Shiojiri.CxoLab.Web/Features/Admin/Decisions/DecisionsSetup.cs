namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

internal static class DecisionsSetup
{
    public static void AddDecisions(this IServiceCollection services)
    {
        services.AddScoped<DecisionDraftBuilder>();
        services.AddScoped<DecisionDraftQuery>();
        services.AddScoped<DecisionService>();
        services.AddScoped<BatchPageBuilder>();
        services.AddScoped<DecisionCheckPageBuilder>();
        services.AddScoped<DecisionBatchService>();
        services.AddScoped<DecidedQuery>();
        services.AddScoped<DecisionMailService>();
    }
}

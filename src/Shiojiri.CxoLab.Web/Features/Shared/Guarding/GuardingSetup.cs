namespace Shiojiri.CxoLab.Web.Features.Shared.Guarding;

internal static class GuardingSetup
{
    public static void AddGuarding(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SubmissionLimiter>();
        builder.Services.AddSingleton<FormGuard>();
    }
}

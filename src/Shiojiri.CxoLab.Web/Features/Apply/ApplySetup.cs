using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Features.Apply;

internal static class ApplySetup
{
    public static void AddApply(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SubmissionLimiter>();
        builder.Services.AddSingleton<FormGuard>();
        builder.Services.AddSingleton<OwnApplicationsCookie>();
        builder.Services.AddScoped<CompletionQuery>();
        builder.Services.AddScoped<ApplyService>();
        builder.Services.AddScoped<ApplyPageBuilder>();
        builder.Services.AddJob<OldRepeatsJob>();
    }
}

using Shiojiri.CxoLab.Web.Features.Apply;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Hosting;

internal static class ApplicationsSetup
{
    public static void AddApplications(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SubmissionLimiter>();
        builder.Services.AddSingleton<ApplyFormProtector>();
        builder.Services.AddSingleton<FormGuard>();
        builder.Services.AddSingleton<IntakeSurroundings>();
        builder.Services.AddScoped<ApplyService>();
        builder.Services.AddScoped<ApplyPageBuilder>();
        builder.Services.AddJob<OldRepeatsJob>();
    }
}

using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Web.Hosting.Telemetry;
using Shiojiri.CxoLab.Web.Jobs;

namespace Shiojiri.CxoLab.Web.Features.Apply;

internal static class ApplySetup
{
    public static void AddApply(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OwnApplicationsCookie>();
        builder.Services.AddScoped<CompletionQuery>();
        builder.Services.AddSingleton<ApplyQueries>();
        builder.Services.AddScoped<ApplyService>();
        builder.Services.AddScoped<OpenRecruitment>();
        builder.Services.AddScoped<ShownQuestions>();
        builder.Services.AddScoped<ApplyPageBuilder>();
        builder.Services.AddScoped<StatusSummaryService>();
        builder.Services.AddJob<OldRepeatsJob>();
        if (builder.Configuration.HasTelemetry())
        {
            builder.Services.Configure<MvcOptions>(mvc => mvc.Filters.Add<RefusedSignUpFilter>());
        }
    }
}

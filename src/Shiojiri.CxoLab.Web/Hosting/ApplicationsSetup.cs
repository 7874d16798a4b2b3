using Shiojiri.CxoLab.Web.Features.Applications;

namespace Shiojiri.CxoLab.Web.Hosting;

internal static class ApplicationsSetup
{
    public static void AddApplications(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SubmissionLimiter>();
        builder.Services.AddSingleton<FormSeal>();
        builder.Services.AddSingleton<ApplyGate>();
        builder.Services.AddSingleton<IntakeSurroundings>();
        builder.Services.AddScoped<ApplicationIntake>();
        builder.Services.AddScoped<ApplyDesk>();
    }
}

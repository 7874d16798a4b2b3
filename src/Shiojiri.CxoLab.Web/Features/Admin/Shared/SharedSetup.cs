using Microsoft.AspNetCore.Mvc;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

internal static class SharedSetup
{
    public static void AddShared(this IServiceCollection services)
    {
        services.AddScoped<StaffSaveService>();
        services.AddScoped<TrackedApplications>();
        services.AddScoped<StaffLayoutFilter>();
        services.AddScoped<UnreadCount>();
        services.AddScoped<CohortFilters>();
        services.AddScoped<ApplicantSearch>();
        services.AddScoped<AnswersQuery>();
        services.AddScoped<AccessLog>();
        services.AddScoped<CohortHeadQuery>();
        services.AddScoped<PreviewApplicants>();
        services.AddScoped<ReauthenticationService>();
        services.AddExceptionHandler<RetainedFormExceptionHandler>();
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.Conventions.Add(new ReauthenticationConvention());
            mvc.Filters.Add<RetainedFormFilter>();
        });
        services.AddMailPreviewHeaders();
    }
}

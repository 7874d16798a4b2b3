namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantList;

internal static class ApplicantListSetup
{
    public static void AddApplicantList(this IServiceCollection services)
    {
        services.AddScoped<ApplicantListQuery>();
        services.AddScoped<ListChoicesQuery>();
        services.AddScoped<ListViewLog>();
        services.AddScoped<ApplicantListPageBuilder>();
        services.AddScoped<SavedViews>();
    }
}

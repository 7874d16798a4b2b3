using Shiojiri.CxoLab.Web.Features.Admin.ApplicantExport;
using Shiojiri.CxoLab.Web.Features.Admin.ApplicantList;
using Shiojiri.CxoLab.Web.Features.Admin.Dashboard;
using Shiojiri.CxoLab.Web.Features.Admin.Samples;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>Dashboard, applicant list, its export, and the made-up applicants.</summary>
internal static class ListSetup
{
    public static void AddApplicantLists(this IServiceCollection services)
    {
        services.AddScoped<DashboardQuery>();
        services.AddScoped<ApplicantListQuery>();
        services.AddScoped<ListChoicesQuery>();
        services.AddScoped<ListViewLog>();
        services.AddScoped<ApplicantListPageBuilder>();
        services.AddScoped<SavedViews>();
        services.AddScoped<ExportQuery>();
        services.AddScoped<ExportPageBuilder>();
        services.AddScoped<SampleDataService>();
    }
}

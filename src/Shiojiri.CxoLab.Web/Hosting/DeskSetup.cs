using Shiojiri.CxoLab.Web.Features.Admin.Applications;
using Shiojiri.CxoLab.Web.Features.Admin.Audit;
using Shiojiri.CxoLab.Web.Features.Admin.Decisions;
using Shiojiri.CxoLab.Web.Features.Admin.PaperApplications;
using Shiojiri.CxoLab.Web.Features.Admin.Payments;
using Shiojiri.CxoLab.Web.Features.Admin.Reviews;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>What the pages of the desk are made of.</summary>
internal static class DeskSetup
{
    public static void AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<DeskClocks>();
        services.AddScoped<StaffScope>();
        services.AddScoped<AuditQuery>();
        services.AddScoped<AuditLineBuilder>();
        services.AddScoped<StaffSaveService>();
        services.AddScoped<StaffLayoutFilter>();
        services.AddScoped<ApplicantSearch>();
        services.AddScoped<ApplicantHistoryQuery>();
        services.AddScoped<ApplicantSurroundings>();
        services.AddScoped<ApplicantQuery>();
        services.AddScoped<ApplicantService>();
        services.AddSingleton<PaperApplicationSettings>();
        services.AddScoped<PaperApplicationService>();
        services.AddScoped<LedgerSurroundings>();
        services.AddScoped<PaymentService>();
        services.AddScoped<ReviewService>();
        services.AddScoped<ReviewProgressQuery>();
        services.AddScoped<DecisionDraftQuery>();
        services.AddScoped<DecisionTools>();
        services.AddScoped<DecisionService>();
    }
}

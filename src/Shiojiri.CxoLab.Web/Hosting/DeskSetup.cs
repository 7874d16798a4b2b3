using Shiojiri.CxoLab.Web.Features.Admin.Applications;
using Shiojiri.CxoLab.Web.Features.Admin.Decisions;
using Shiojiri.CxoLab.Web.Features.Admin.Entries;
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
        services.AddScoped<DeskScope>();
        services.AddScoped<DeskPen>();
        services.AddScoped<DeskFrameFilter>();
        services.AddScoped<ApplicantSearch>();
        services.AddScoped<ApplicantHistory>();
        services.AddScoped<ApplicantSurroundings>();
        services.AddScoped<ApplicantReader>();
        services.AddScoped<ApplicantDesk>();
        services.AddSingleton<EntrySettings>();
        services.AddScoped<EntryDesk>();
        services.AddScoped<LedgerSurroundings>();
        services.AddScoped<LedgerDesk>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<ReviewProgress>();
        services.AddScoped<DecisionDrafts>();
        services.AddScoped<DecisionTools>();
        services.AddScoped<DecisionDesk>();
    }
}

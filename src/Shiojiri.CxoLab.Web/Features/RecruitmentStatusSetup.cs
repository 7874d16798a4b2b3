using Microsoft.AspNetCore.Mvc;

namespace Shiojiri.CxoLab.Web.Features;

internal static class RecruitmentStatusSetup
{
    /// <summary>After the filters of the staff area: it gives the state of recruitment to the page that they put in place of another.</summary>
    public static void AddRecruitmentStatus(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PageTexts>();
        builder.Services.Configure<MvcOptions>(mvc =>
        {
            mvc.Filters.Add<RecruitmentStatusFilter>();
            mvc.Filters.Add<SiteNewsFilter>();
        });
    }
}

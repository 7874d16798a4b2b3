using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features;

/// <summary>
/// Gives every page the one state of recruitment, so that header, bar and footer never disagree with the page. Error pages go
/// without: they must stand when the database does not.
/// </summary>
internal sealed class RecruitmentStatusFilter(CurrentCohort current, RecruitmentClearance clearance, ProgrammeClock clock) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult view)
        {
            if (clock.IsDemo)
            {
                view.ViewData[RecruitmentSummary.DemoKey] = clock.UtcNow;
            }

            if (!context.Controller.GetType().IsDefined(typeof(WithoutRecruitmentStatusAttribute), inherit: true))
            {
                var ct = context.HttpContext.RequestAborted;
                var cohort = await current.FindAsync(ct);
                view.ViewData[RecruitmentSummary.Key] = new RecruitmentSummary(clearance.StatusOf(cohort), cohort) { HasPast = await current.HasPastAsync(ct) };
            }
        }

        await next();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features;

/// <summary>
/// Gives every page the one state of recruitment, so that header, bar and footer never disagree with the page. Error pages go
/// without: they must stand when the database does not.
/// </summary>
internal sealed class RecruitmentStatusFilter(CurrentCohort current, LastKnownCohort last, RecruitmentClearance clearance, ProgrammeClock clock) : IAsyncResultFilter
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
                var (cohort, hasPast) = await FindAsync(context.HttpContext);
                view.ViewData[RecruitmentSummary.Key] = new RecruitmentSummary(clearance.StatusOf(cohort), cohort) { HasPast = hasPast };
            }
        }

        await next();
    }

    // A page that asks the database for nothing else is read while the database is away: there stands how to reach the office.
    private async Task<(Cohort? Cohort, bool HasPast)> FindAsync(HttpContext context)
    {
        try
        {
            var found = (await current.FindAsync(context.RequestAborted), await current.HasPastAsync(context.RequestAborted));

            // What staff look at beforehand is not what visitors are shown when the database is away.
            last.Cohort = current.IsPreview ? last.Cohort : found.Item1;
            return found;
        }
        catch (Exception trouble) when (DatabaseTrouble.Is(trouble))
        {
            // It may be another by now: nobody shall keep this answer.
            context.Response.Headers.CacheControl = "no-store";
            return (last.Cohort, false);
        }
    }
}

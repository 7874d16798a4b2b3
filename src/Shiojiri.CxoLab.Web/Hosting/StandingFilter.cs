using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Hosting;

/// <summary>
/// Gives every page the one state of recruitment, so that header, bar and footer never disagree with the page. Error pages go
/// without: they must stand when the database does not.
/// </summary>
internal sealed class StandingFilter(CurrentCohort current, ProgrammeClock clock) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult view)
        {
            if (clock.IsDemo)
            {
                view.ViewData[Season.DemoKey] = clock.UtcNow;
            }

            if (!context.Controller.GetType().IsDefined(typeof(SpeaksForItselfAttribute), inherit: false))
            {
                var cohort = await current.FindAsync(context.HttpContext.RequestAborted);
                view.ViewData[Season.Key] = new Season(cohort?.StandingAt(clock.UtcNow) ?? Standing.NoCohort, cohort);
            }
        }

        await next();
    }
}

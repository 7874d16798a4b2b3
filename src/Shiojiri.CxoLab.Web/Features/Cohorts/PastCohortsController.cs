using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Projects;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Cohorts;

/// <summary>The archive of past cohorts (これまでの期). There is none until a second cohort is published; it tells of no person.</summary>
[PublicPage]
internal sealed class PastCohortsController(CurrentCohort current, PastCohorts past, ShownContent shown, ShownThemes themes, ProgrammeClock clock) : Controller
{
    [HttpGet("/cohorts")]
    public async Task<IActionResult> List(CancellationToken ct) =>
        await past.ListAsync(ct) is { Count: > 0 } cohorts ? View("~/Features/Cohorts/PastList.cshtml", cohorts) : NotFound();

    /// <summary>The current cohort has its pages under fixed addresses; its own leads there, until it is past.</summary>
    [HttpGet("/cohorts/{ordinal:int}")]
    public async Task<IActionResult> Show(int ordinal, CancellationToken ct)
    {
        if (await past.FindAsync(ordinal, ct) is { } cohort)
        {
            var year = FiscalYear.Of(cohort.TermStartsOn);
            return View("~/Features/Cohorts/Past.cshtml", new PastCohortPage(
                cohort, cohort.StageAt(clock.UtcNow) == CohortStage.Ended, year, shown.Projects.Count(p => p.FiscalYear == year), themes.Of(cohort.Id)));
        }

        return (await current.FindAsync(ct))?.Ordinal == ordinal ? Redirect("/recruit") : NotFound();
    }
}

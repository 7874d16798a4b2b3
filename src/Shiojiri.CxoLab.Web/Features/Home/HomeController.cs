using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Home;

[PublicPage]
internal sealed class HomeController(CurrentCohort current, ShownContent shown, ProgrammeClock clock) : Controller
{
    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var now = clock.UtcNow;
        var cohort = await current.FindAsync(ct);
        var briefings = await current.BriefingsAsync(ct);

        return View(new HomePage(
            cohort is null ? null : Timeline.Of(cohort, briefings.Where(b => !b.IsOverAt(now)), now, isPage: false),
            cohort is null ? null : new Gantt(cohort, briefings),
            BriefingCard.InOrder(briefings, now),
            shown.Projects));
    }

    [HttpGet("/program")]
    public IActionResult Programme() => View(new ProgrammePage(clock.UtcNow));
}

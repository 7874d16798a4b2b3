using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Briefings;

[PublicPage]
internal sealed class BriefingsController(CurrentCohort current, ProgrammeClock clock) : Controller
{
    [HttpGet("/briefings")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var briefings = await current.BriefingsAsync(ct);
        return View(BriefingCard.InOrder(briefings, clock.UtcNow));
    }
}

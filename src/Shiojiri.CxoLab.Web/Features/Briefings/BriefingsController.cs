using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Briefings;

internal sealed class BriefingsController(CxoLabDb db, ProgrammeClock clock) : Controller
{
    [HttpGet("/briefings")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var briefings = await db.Briefings.AsNoTracking().OrderBy(b => b.HeldOn).Take(50).ToListAsync(ct);
        return View(BriefingCard.InOrder(briefings, clock.UtcNow));
    }
}

using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Pages;

/// <summary>What the office owes its visitors: answers and notices.</summary>
[PublicPage]
internal sealed class PagesController(
    CurrentCohort current, CurrentSettings settings) : Controller
{
    [HttpGet("/faq")]
    public IActionResult Faq() => View();

    [HttpGet("/privacy")]
    public IActionResult Privacy() => View(settings.Privacy);

    [HttpGet("/legal")]
    public async Task<IActionResult> Legal(CancellationToken ct)
    {
        var cohort = await current.FindAsync(ct);
        return View(new LegalPage(settings.Seller, settings.Contact, settings.FeeOf(cohort?.Id), cohort));
    }

    [HttpGet("/accessibility")]
    public IActionResult Accessibility() => View(settings.Contact);
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Pages;

/// <summary>What the office owes its visitors: answers and notices.</summary>
internal sealed class PagesController(
    CurrentCohort current, IOptions<OfficeSettings> office, IOptions<ProgrammeSettings> programme) : Controller
{
    [HttpGet("/faq")]
    public IActionResult Faq() => View();

    [HttpGet("/privacy")]
    public IActionResult Privacy() => View(office.Value);

    [HttpGet("/legal")]
    public async Task<IActionResult> Legal(CancellationToken ct) =>
        View(new LegalPage(office.Value, programme.Value, await current.FindAsync(ct)));

    [HttpGet("/accessibility")]
    public IActionResult Accessibility() => View(AccessibilityCriterion.All);
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Projects;

[PublicPage]
internal sealed class ProjectsController(CxoLabDb db) : Controller
{
    [HttpGet("/projects")]
    public async Task<IActionResult> Index(int? year, CancellationToken ct)
    {
        var years = await db.PastProjects.Select(p => p.FiscalYear).Distinct().OrderByDescending(y => y).Take(50).ToListAsync(ct);
        if (!ModelState.IsValid || (year is not null && !years.Contains(year.Value)))
        {
            return NotFound();
        }

        var projects = await db.PastProjects.AsNoTracking()
            .Where(p => year == null || p.FiscalYear == year)
            .OrderByDescending(p => p.FiscalYear).ThenBy(p => p.Position)
            .Take(200)
            .ToListAsync(ct);
        return View(new ProjectsPage(year, years, projects));
    }

    [HttpGet("/projects/{slug}")]
    public async Task<IActionResult> Show(string slug, CancellationToken ct)
    {
        // The whole archive is a few dozen rows, and the page wants the neighbours too.
        var all = await db.PastProjects.AsNoTracking()
            .OrderByDescending(p => p.FiscalYear).ThenBy(p => p.Position)
            .Take(200)
            .ToListAsync(ct);
        var i = all.FindIndex(p => p.Slug == slug);
        return i < 0 ? NotFound() : View(new ProjectPage(all[i], all.ElementAtOrDefault(i - 1), all.ElementAtOrDefault(i + 1)));
    }
}

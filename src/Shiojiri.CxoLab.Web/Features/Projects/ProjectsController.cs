using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Projects;

/// <summary>What members carried out in past years, from what staff wrote. It asks the database for nothing.</summary>
[PublicPage]
internal sealed class ProjectsController(ShownContent shown) : Controller
{
    [HttpGet("/projects")]
    public IActionResult Index(int? year)
    {
        var projects = shown.Projects;
        var years = projects.Select(p => p.FiscalYear).Distinct().ToList();
        return ModelState.IsValid && (year is null || years.Contains(year.Value))
            ? View(new ProjectsPage(year, years, [.. projects.Where(p => year is null || p.FiscalYear == year)]))
            : NotFound();
    }

    [HttpGet("/projects/{slug}")]
    public IActionResult Show(string slug)
    {
        var all = shown.Projects.ToList();
        var i = all.FindIndex(p => p.Slug == slug);
        return i < 0 ? NotFound() : View(new ProjectPage(
            all[i],
            ProjectsPage.SharedArticles(all.Where(p => p.FiscalYear == all[i].FiscalYear)).Contains(all[i].ArticleUrl),
            all.ElementAtOrDefault(i - 1), all.ElementAtOrDefault(i + 1)));
    }
}

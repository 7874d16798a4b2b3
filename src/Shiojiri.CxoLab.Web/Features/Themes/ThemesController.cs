using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Themes;

/// <summary>One theme. It stays where it is when the next cohort is shown: only then, and in a preview, the database is asked for its cohort.</summary>
[PublicPage]
internal sealed class ThemesController(CxoLabDb db, CurrentCohort current, ShownThemes themes, ProgrammeClock clock) : Controller
{
    [HttpGet("/themes/{key}")]
    public async Task<IActionResult> Show(string key, CancellationToken ct)
    {
        if (themes.Find(key) is not { } theme)
        {
            return NotFound();
        }

        var cohort = await current.FindAsync(ct);
        var isCurrent = cohort?.Id == theme.CohortId;
        var name = isCurrent ? cohort!.Name : await NameAsync(theme, ct);
        return name is null ? NotFound() : View(new ThemePage(theme, name, isCurrent, isCurrent ? Others(theme) : []));
    }

    private Task<string?> NameAsync(ShownTheme theme, CancellationToken ct)
    {
        var (now, isDraft) = (clock.UtcNow, themes.Draft == theme);
        return db.Cohorts.Where(c => c.Id == theme.CohortId && (isDraft || c.PublishedUtc <= now)).Select(c => c.Name).FirstOrDefaultAsync(ct);
    }

    private List<ShownTheme> Others(ShownTheme theme) => [.. themes.Of(theme.CohortId).Where(t => t.Key != theme.Key)];
}

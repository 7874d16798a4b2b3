using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Themes;

/// <summary>The page of a theme as visitors will see it, with what was saved last.</summary>
internal sealed class ThemePreviewController(StaffScope scope, ThemeService service, ShownThemes shown) : AdminController
{
    [HttpGet("/admin/cohorts/{ordinal:int}/themes/{key}/preview")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Preview(int ordinal, string key, CancellationToken ct)
    {
        if (await scope.CohortAsync(ordinal, ct) is not { } cohort || await service.FindAsync(cohort, key, ct) is not { } theme)
        {
            return NotFound();
        }

        shown.Draft = ShownTheme.Of(theme);
        return new PublicPageResult("themes/{key}", shown.Draft.Path, new RouteValueDictionary { ["key"] = theme.Key });
    }
}

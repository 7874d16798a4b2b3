using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Publications;

/// <summary>The pages of the site as they will be once a cohort is published (見え方を確かめる): the public pages themselves, for staff alone.</summary>
[Route("admin/cohorts/{ordinal:int}/preview")]
internal sealed class CohortPreviewController(CohortHeadQuery heads, CurrentCohort current) : AdminController
{
    private static readonly string[] Pages = ["", "recruit", "schedule", "briefings", "faq"];

    [HttpGet("{name?}")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Show(int ordinal, string? name, CancellationToken ct)
    {
        if (!Pages.Contains(name ?? "") || await heads.FindAsync(ordinal, ct) is not { } head)
        {
            return NotFound();
        }

        current.Preview(head.Cohort.Id);
        return new PublicPageResult(name ?? "", $"/{name}", []);
    }
}

using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Erasure;

/// <summary>Who will be erased by itself, so that nobody is surprised (個人情報の保管).</summary>
[Route("admin/retention")]
internal sealed class RetentionController(ErasurePageBuilder builder, AccessLog seen) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.ErasePeople)]
    public async Task<IActionResult> Retention(CancellationToken ct)
    {
        var page = await builder.RetentionAsync(ct);
        await seen.SeenAsync(AuditAction.ListViewed, "", new { page = "retention", shown = page.Rows.Count }, ct);
        return View("~/Features/Admin/Erasure/Retention.cshtml", page);
    }
}

using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Audit;

/// <summary>Who changed, sent, exported or looked at what, and when. It can be read here and changed nowhere.</summary>
internal sealed class AuditController(AuditQuery query, AccessLog seen) : AdminController
{
    [HttpGet("/admin/audit")]
    [RequiresPermission(Permission.ReadAudit)]
    public async Task<IActionResult> Audit(AuditFilter filter, CancellationToken ct)
    {
        var page = await query.OfAsync(filter, ct);
        await seen.SeenAsync(AuditAction.ListViewed, "", new { Page = "audit", Rows = page.Lines.Count }, ct);
        return View(page);
    }
}

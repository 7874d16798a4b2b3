using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

internal sealed class RefundsController(RefundsQuery query, AccessLog seen) : AdminController
{
    [HttpGet("/admin/payments/refunds")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> List(int? cohort, CancellationToken ct)
    {
        if (await query.PageAsync(cohort, ct) is not { } page)
        {
            return NotFound();
        }

        await seen.SeenAsync(AuditAction.ListViewed, "", new { page = "refunds", cohort = page.Cohort.Name, shown = page.Rows.Count }, ct);
        return View("~/Features/Admin/Payments/Refunds.cshtml", page);
    }
}

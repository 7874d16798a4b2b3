using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Dashboard;

internal sealed class DashboardController(DashboardQuery query, RecruitmentClearance clearance, CurrentStaff staff, AuditTrail audit, CxoLabDb db) : AdminController
{
    [HttpGet("/admin")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> Dashboard(int? cohort, CancellationToken ct)
    {
        var page = await query.PageAsync(cohort, ct);
        if (page is null && cohort is not null)
        {
            return NotFound();
        }

        if (page is { Count: > 0 })
        {
            // The newest names are on it.
            audit.Write(AuditAction.ListViewed, "", after: new { page = "dashboard", cohort = page.Cohort.Name });
            await db.SaveChangesAsync(ct);
        }

        return View(page is not null && staff.Role.May(Permission.Configure) ? page with { Held = clearance.HeldSoon(page.Cohorts) } : page);
    }
}

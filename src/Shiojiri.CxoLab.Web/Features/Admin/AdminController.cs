using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin;

/// <summary>
/// What every page of the staff area has in common: it is for staff only, is kept by no cache and by no search engine. What an action asks
/// for beyond that stands on the action (<see cref="RequiresPermissionAttribute"/>). A base class, so that no controller can forget it; a test
/// walks all routes to see that none does.
/// </summary>
[Area("Admin")]
[WithoutRecruitmentStatus]
[FormLimits(MaxFields = 1000)]
[Authorize(Policy = PermissionPolicies.Staff)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[ServiceFilter<StaffLayoutFilter>]
internal abstract class AdminController : Controller
{
    private const string SavedKey = "Saved";

    /// <summary>A word on what was done, shown on the next page.</summary>
    protected void Saved(string words) => TempData[SavedKey] = words;
}

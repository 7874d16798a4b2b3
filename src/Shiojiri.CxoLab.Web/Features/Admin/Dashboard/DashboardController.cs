using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Dashboard;

internal sealed class DashboardController : AdminController
{
    [HttpGet("/admin")]
    [StaffMay(Duty.Read)]
    public IActionResult Dashboard() => View();
}

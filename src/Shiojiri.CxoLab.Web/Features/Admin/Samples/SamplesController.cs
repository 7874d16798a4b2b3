using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Samples;

/// <summary>Made-up applicants for looking around. There is no such page outside Development.</summary>
internal sealed class SamplesController(SampleDataService service, CurrentStaff staff, IHostEnvironment environment) : AdminController
{
    [HttpPost("/admin/samples")]
    [RequiresPermission(Permission.ManageStaff)]
    public async Task<IActionResult> Fill(CancellationToken ct)
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        var added = await service.FillAsync(staff.Actor, ct);
        Saved(added == 0 ? "見本の申込者はもう入っています" : $"見本の申込者を{added}名入れました。名前もアドレスも架空のものです");
        return Redirect("/admin");
    }
}

using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Admissions;

/// <summary>How a cohort chooses its members and when it asks for the fee (参加の決め方).</summary>
[Route("admin/admission")]
internal sealed class AdmissionsController(AdmissionService service, StaffScope scope) : AdminController
{
    private static readonly string[] Order =
        [nameof(AdmissionForm.Mode), nameof(AdmissionForm.FeeTiming), nameof(AdmissionForm.Confirms), nameof(AdmissionForm.AnswersOn)];

    [HttpGet("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Admission(int? cohort, CancellationToken ct) =>
        await scope.CohortAsync(cohort, ct) is { } found ? View(await PageAsync(found, AdmissionForm.Of(found), ct)) : NotFound();

    [HttpPost("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Choose(int? cohort, [Bind(Prefix = "")] AdmissionForm form, CancellationToken ct)
    {
        if (await scope.CohortAsync(cohort, ct) is not { } found)
        {
            return NotFound();
        }

        ModelState.Clear();
        (await new AdmissionFormValidator(service.Today).ValidateAsync(form, ct)).AddToModelState(ModelState, null);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(Admission), await PageAsync(found, form, ct) with { Errors = FieldError.Of(ModelState, Order) });
        }

        if (await service.ChooseAsync(found.Id, form.ToAdmission(service.Today), form.Version, ct) == SaveOutcome.Done)
        {
            Saved("参加の決め方を保存しました");
            return LocalRedirect($"/admin/admission?cohort={found.Ordinal}");
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Admission), await PageAsync(found, AdmissionForm.Of(found), ct) with { IsStale = true });
    }

    private async Task<AdmissionPage> PageAsync(Cohort cohort, AdmissionForm form, CancellationToken ct) =>
        new(cohort, form, await service.IsFixedAsync(cohort.Id, ct), false, []);
}

using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Criteria;

/// <summary>What reviewers look at, and how much each thing weighs. A change of weights sums up all reviews anew.</summary>
[Route("admin/reviews/criteria")]
internal sealed class CriteriaController(CriteriaService service, StaffScope scope) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Criteria(int? cohort, CancellationToken ct)
    {
        if (await scope.CohortAsync(cohort, ct) is not { } found)
        {
            return NotFound();
        }

        return View(new CriteriaPage(found, CriteriaForm.Of(await service.ReadAsync(found, ct)), null, []));
    }

    [HttpPost("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Change(int? cohort, [Bind(Prefix = "")] CriteriaForm form, CancellationToken ct)
    {
        if (await scope.CohortAsync(cohort, ct) is not { } found)
        {
            return NotFound();
        }

        form = form.Whole();
        var criteria = await service.FindAsync(found, ct);
        await CheckAsync(criteria, form, ct);
        if (!ModelState.IsValid)
        {
            return Again(found, form, StatusCodes.Status422UnprocessableEntity);
        }

        if (form.Seen != ReviewCriterion.StateOf(criteria))
        {
            return Again(found, CriteriaForm.Of(criteria), StatusCodes.Status409Conflict, Overtaking.ByCriteria);
        }

        if (!await service.ChangeAsync(found, criteria, form, ct))
        {
            return await OvertakenAsync(found, form, ct);
        }

        Saved("審査の観点を保存しました");
        return LocalRedirect($"/admin/reviews/criteria?cohort={found.Ordinal}");
    }

    private async Task CheckAsync(List<ReviewCriterion> criteria, CriteriaForm form, CancellationToken ct)
    {
        ModelState.Clear();
        new CriteriaFormValidator().Validate(form).AddToModelState(ModelState, null);
        await RefuseRemovalAsync(criteria, form, ct);
    }

    // What somebody has been scored by can be renamed and weighed anew, but not vanish from under the scores.
    private async Task RefuseRemovalAsync(List<ReviewCriterion> criteria, CriteriaForm form, CancellationToken ct)
    {
        foreach (var criterion in await service.ScoredByAsync(criteria.Where(c => form.Kept.All(k => k.Position != c.Position)), ct))
        {
            ModelState.AddModelError($"Rows[{criterion.Position - 1}].Name", $"「{criterion.Name}」はすでに採点に使われているため、消せません。名前を直すことはできます");
        }
    }

    // What was typed stays, unless it was typed over criteria that are no more.
    private async Task<ViewResult> OvertakenAsync(Cohort cohort, CriteriaForm form, CancellationToken ct)
    {
        var criteria = await service.ReadAsync(cohort, ct);
        if (form.Seen != ReviewCriterion.StateOf(criteria))
        {
            return Again(cohort, CriteriaForm.Of(criteria), StatusCodes.Status409Conflict, Overtaking.ByCriteria);
        }

        await RefuseRemovalAsync(criteria, form, ct);
        return Again(cohort, form, StatusCodes.Status409Conflict, ModelState.IsValid ? Overtaking.ByScores : null);
    }

    private ViewResult Again(Cohort cohort, CriteriaForm form, int status, Overtaking? overtaking = null)
    {
        Response.StatusCode = status;
        var order = Enumerable.Range(0, CriteriaForm.Most).SelectMany(i => new[] { $"Rows[{i}].Name", $"Rows[{i}].Description", $"Rows[{i}].Weight" }).ToArray();
        return View(nameof(Criteria), new CriteriaPage(cohort, form, overtaking, FieldError.Of(ModelState, order)));
    }
}

using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Criteria;

/// <summary>What reviewers look at, and how much each thing weighs. A change of weights sums up all reviews anew.</summary>
[Route("admin/reviews/criteria")]
internal sealed class CriteriaController(CxoLabDb db, StaffScope scope, AuditTrail audit, StaffSaveService saves) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Criteria(int? cohort, CancellationToken ct)
    {
        if (await scope.CohortAsync(cohort, ct) is not { } found)
        {
            return NotFound();
        }

        return View(new CriteriaPage(found, CriteriaForm.Of(await CriteriaOf(found).ToListAsync(ct)), false, []));
    }

    [HttpPost("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Change(int? cohort, [Bind(Prefix = "")] CriteriaForm form, CancellationToken ct)
    {
        if (await scope.CohortAsync(cohort, ct) is not { } found)
        {
            return NotFound();
        }

        ModelState.Clear();
        form = form.Whole();
        new CriteriaFormValidator().Validate(form).AddToModelState(ModelState, null);
        var criteria = await CriteriaOf(found).ToListAsync(ct);
        await RefuseRemovalAsync(criteria, form, ct);
        if (!ModelState.IsValid)
        {
            return Again(found, form, StatusCodes.Status422UnprocessableEntity);
        }

        if (form.Seen != ReviewCriterion.StateOf(criteria))
        {
            return Again(found, CriteriaForm.Of(criteria), StatusCodes.Status409Conflict);
        }

        if (!await ChangeAsync(found, criteria, form, ct))
        {
            return Again(found, CriteriaForm.Of(await CriteriaOf(found).AsNoTracking().ToListAsync(ct)), StatusCodes.Status409Conflict);
        }

        Saved("審査の観点を保存しました");
        return LocalRedirect($"/admin/reviews/criteria?cohort={found.Ordinal}");
    }

    private IQueryable<ReviewCriterion> CriteriaOf(Cohort cohort) => db.ReviewCriteria.Where(c => c.CohortId == cohort.Id).OrderBy(c => c.Position);

    // What somebody has been scored by can be renamed and weighed anew, but not vanish from under the scores.
    private async Task RefuseRemovalAsync(List<ReviewCriterion> criteria, CriteriaForm form, CancellationToken ct)
    {
        foreach (var criterion in criteria.Where(c => form.Kept.All(k => k.Position != c.Position)))
        {
            if (await db.Reviews.AnyAsync(r => r.Scores.Any(s => s.CriterionId == criterion.Id), ct))
            {
                ModelState.AddModelError($"Rows[{criterion.Position - 1}].Name", $"「{criterion.Name}」はすでに採点に使われているため、消せません。名前を直すことはできます");
            }
        }
    }

    // All of them are written, changed or not: of two people at the same moment one gets through, and no position is filled twice.
    private async Task<bool> ChangeAsync(Cohort cohort, List<ReviewCriterion> criteria, CriteriaForm form, CancellationToken ct)
    {
        var before = criteria.Select(c => new { c.Name, c.Weight }).ToList();
        var kept = form.Kept.ToList();
        db.RemoveRange(criteria.Where(c => kept.All(k => k.Position != c.Position)));
        foreach (var (position, name, description, weight) in kept)
        {
            if (criteria.SingleOrDefault(c => c.Position == position) is { } known)
            {
                known.Change(position, name, description, weight);
            }
            else
            {
                db.Add(new ReviewCriterion(cohort.Id, position, name, description, weight));
            }
        }

        foreach (var review in await db.Reviews.Include(r => r.Scores).Where(r => db.Applications.Any(a => a.Id == r.ApplicationId && a.CohortId == cohort.Id)).ToListAsync(ct))
        {
            review.Weigh([.. criteria.Where(c => kept.Any(k => k.Position == c.Position))]);
        }

        audit.Write(AuditAction.CriteriaChanged, cohort.Name, before, kept.Select(k => new { k.Name, k.Weight }).ToList());
        return await saves.SaveFirstAsync(ct) == SaveOutcome.Done;
    }

    private ViewResult Again(Cohort cohort, CriteriaForm form, int status)
    {
        Response.StatusCode = status;
        var order = Enumerable.Range(0, CriteriaForm.Most).SelectMany(i => new[] { $"Rows[{i}].Name", $"Rows[{i}].Description", $"Rows[{i}].Weight" }).ToArray();
        return View(nameof(Criteria), new CriteriaPage(cohort, form, status == StatusCodes.Status409Conflict, FieldError.Of(ModelState, order)));
    }
}

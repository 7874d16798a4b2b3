using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Cohorts;

/// <summary>Cohorts as staff keep them (期): the list, each one at a glance, and the form for name, term, fee, places and days of recruitment.</summary>
[Route("admin/cohorts")]
internal sealed class CohortsController(CohortHeadQuery heads, CohortsQuery query, CohortDetailsService service, RecruitmentClearance clearance) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await query.AllAsync(ct));

    [HttpGet("{ordinal:int}")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Show(int ordinal, CancellationToken ct) => await heads.FindAsync(ordinal, ct) is { } head
        ? View(new CohortPage(head, clearance.Of(head.Cohort), clearance.Holds(head.Cohort)))
        : NotFound();

    [HttpGet("{ordinal:int}/details")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Details(int ordinal, CancellationToken ct) => await heads.FindAsync(ordinal, ct) is { } head
        ? Form(head, CohortDetailsForm.Of(CohortDetails.Of(head.Cohort)), StatusCodes.Status200OK)
        : NotFound();

    /// <summary>Back from the check page, with nothing lost.</summary>
    [HttpPost("{ordinal:int}/details/edit")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Edit(int ordinal, [Bind(Prefix = "")] CohortDetailsForm form, CancellationToken ct) =>
        await heads.FindAsync(ordinal, ct) is { } head ? Form(head, form, StatusCodes.Status200OK) : NotFound();

    [HttpPost("{ordinal:int}/details/check")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Check(int ordinal, [Bind(Prefix = "")] CohortDetailsForm form, CancellationToken ct) =>
        CheckedAsync(ordinal, form, (head, to) => Task.FromResult<IActionResult>(
            View("Check", new CohortDetailsCheckPage(head, form, to.From(CohortDetails.Of(head.Cohort)), ChangeEffects.Of(head, to)))), ct);

    [HttpPost("{ordinal:int}/details")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Save(int ordinal, [Bind(Prefix = "")] CohortDetailsForm form, CancellationToken ct) =>
        CheckedAsync(ordinal, form, async (head, to) =>
        {
            if (await service.SaveAsync(head.Cohort.Id, to, form.Seen, ct) != SaveOutcome.Done)
            {
                return Stale((await heads.FindAsync(ordinal, ct))!, form, to);
            }

            Saved($"{to.Name}の内容を保存しました");
            return LocalRedirect(head.Address);
        }, ct);

    // What is wrong with the form is told before anything else; then whether it is still the one to change.
    private async Task<IActionResult> CheckedAsync(
        int ordinal, CohortDetailsForm form, Func<CohortHead, CohortDetails, Task<IActionResult>> go, CancellationToken ct)
    {
        if (await heads.FindAsync(ordinal, ct) is not { } head)
        {
            return NotFound();
        }

        var today = JapanTime.DayOf(head.NowUtc);
        ModelState.Clear();
        (await new CohortDetailsFormValidator(today).ValidateAsync(form, ct)).AddToModelState(ModelState, null);
        if (!ModelState.IsValid)
        {
            return Form(head, form, StatusCodes.Status422UnprocessableEntity);
        }

        var (from, to) = (CohortDetails.Of(head.Cohort), form.ToDetails(today));
        if (from.State != form.Seen)
        {
            return Stale(head, form, to);
        }

        if (to.From(from).Count > 0)
        {
            return await go(head, to);
        }

        Saved("変わったところはありませんでした");
        return LocalRedirect(head.Address);
    }

    private ViewResult Form(CohortHead head, CohortDetailsForm form, int status)
    {
        Response.StatusCode = status;
        return View(nameof(Details), new CohortDetailsPage(
            head, form, JapanTime.DayOf(head.NowUtc), FieldError.Of(ModelState, CohortDetailsFormValidator.Order)));
    }

    // Going on from here is then meant: the form carries what the person has seen now.
    private ViewResult Stale(CohortHead head, CohortDetailsForm form, CohortDetails typed)
    {
        var now = CohortDetails.Of(head.Cohort);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Details), new CohortDetailsPage(head, form with { Seen = now.State }, JapanTime.DayOf(head.NowUtc), [], typed.From(now)));
    }
}

using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Publications;

/// <summary>When visitors see a cohort (公開): what will change for them is told before it happens.</summary>
[Route("admin/cohorts/{ordinal:int}/publication")]
internal sealed class PublicationsController(
    CohortHeadQuery heads, CurrentCohort current, RecruitmentClearance clearance, PublicationService service) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Show(int ordinal, CancellationToken ct) => await heads.FindAsync(ordinal, ct) is { } head
        ? await PageAsync(head, new PublicationForm { When = PublicationForm.Now }, StatusCodes.Status200OK, ct)
        : NotFound();

    [HttpPost("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Publish(int ordinal, [Bind(Prefix = "")] PublicationForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(ordinal, ct) is not { } head)
        {
            return NotFound();
        }

        ModelState.Clear();
        (await new PublicationFormValidator(head.NowUtc).ValidateAsync(form, ct)).AddToModelState(ModelState, null);
        if (!ModelState.IsValid)
        {
            return await PageAsync(head, form, StatusCodes.Status422UnprocessableEntity, ct);
        }

        var from = form.FromUtc(JapanTime.DayOf(head.NowUtc));
        return Done(
            await service.PublishAsync(head.Cohort.Id, from, form.Version, ct), head,
            from is { } later ? $"{head.Cohort.Name}を{JapanTime.Moment(later)}に公開します" : $"{head.Cohort.Name}を公開しました")
            ?? await StaleAsync(ordinal, form, ct);
    }

    [HttpPost("removal")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Withdraw(int ordinal, [Bind(Prefix = "")] PublicationForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(ordinal, ct) is not { } head)
        {
            return NotFound();
        }

        return Done(await service.WithdrawAsync(head.Cohort.Id, form.Version, ct), head, $"{head.Cohort.Name}の公開をやめました")
            ?? await StaleAsync(ordinal, form, ct);
    }

    private LocalRedirectResult? Done(SaveOutcome outcome, CohortHead head, string words)
    {
        if (outcome != SaveOutcome.Done)
        {
            return null;
        }

        Saved(words);
        return LocalRedirect(head.Address);
    }

    private async Task<IActionResult> StaleAsync(int ordinal, PublicationForm form, CancellationToken ct) =>
        await PageAsync((await heads.FindAsync(ordinal, ct))!, form, StatusCodes.Status409Conflict, ct);

    private async Task<IActionResult> PageAsync(CohortHead head, PublicationForm form, int status, CancellationToken ct)
    {
        Response.StatusCode = status;
        return View(nameof(Show), new PublicationPage(
            head, await current.FindAsync(ct), [.. clearance.Of(head.Cohort).Where(r => !r.IsReady)], clearance.Holds(head.Cohort),
            form with { Version = head.Cohort.Version }, FieldError.Of(ModelState, PublicationFormValidator.Order), status == StatusCodes.Status409Conflict));
    }
}

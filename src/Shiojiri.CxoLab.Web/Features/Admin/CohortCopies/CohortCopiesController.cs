using System.Globalization;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.CohortCopies;

/// <summary>Makes the next cohort from one (次の期を作る), after its days have been looked at.</summary>
[Route("admin/cohorts/{ordinal:int}/clone")]
internal sealed class CohortCopiesController(CohortHeadQuery heads, CopySourceQuery query, CopyService service) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Copy(int ordinal, CancellationToken ct) => OfAsync(ordinal, (head, source) => Task.FromResult<IActionResult>(View(new CopyPage(
        head, source,
        new CopyForm { Name = source.NextName, Weeks = CohortCopy.UsualWeeks.ToString(CultureInfo.InvariantCulture), Next = source.Next }
            .Moved(source.Days, CohortCopy.UsualWeeks), []))), ct);

    /// <summary>All days anew, by the number of weeks typed.</summary>
    [HttpPost("days")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Move(int ordinal, [Bind(Prefix = "")] CopyForm form, CancellationToken ct) => OfAsync(ordinal, (head, source) => Task.FromResult<IActionResult>(
        form.WeeksTyped is { } weeks
            ? View(nameof(Copy), new CopyPage(head, source, form.Moved(source.Days, weeks), []))
            : Unfit(head, source, form, FieldError.OfOne(nameof(CopyForm.Weeks), $"ずらす週の数を1から{CopyFormValidator.MostWeeks}までの数で入力してください"))), ct);

    /// <summary>The days as typed, with their days of the week and what to look at.</summary>
    [HttpPost("check")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Check(int ordinal, [Bind(Prefix = "")] CopyForm form, CancellationToken ct) => OfAsync(ordinal, async (head, source) =>
        await FaultsAsync(form, source, ct) is { Count: > 0 } faults ? Unfit(head, source, form, faults) : View(nameof(Copy), new CopyPage(head, source, form, [])), ct);

    [HttpPost("")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Save(int ordinal, [Bind(Prefix = "")] CopyForm form, CancellationToken ct) => OfAsync(ordinal, async (head, source) =>
    {
        if (await FaultsAsync(form, source, ct) is { Count: > 0 } faults)
        {
            return Unfit(head, source, form, faults);
        }

        if (await service.SaveAsync(source, form, ct) == SaveOutcome.Done)
        {
            Saved($"{form.NameTyped}を準備中として保存しました。サイトにはまだ出ていません");
            return LocalRedirect($"/admin/cohorts/{source.Next}");
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        var now = await query.OfAsync(head.Cohort, ct);
        return View(nameof(Copy), new CopyPage(head, now, form with { Next = now.Next }, [], IsTaken: true));
    }, ct);

    private async Task<IActionResult> OfAsync(int ordinal, Func<CohortHead, CopySource, Task<IActionResult>> answer, CancellationToken ct) =>
        await heads.FindAsync(ordinal, ct) is { } head ? await answer(head, await query.OfAsync(head.Cohort, ct)) : NotFound();

    private async Task<IReadOnlyList<FieldError>> FaultsAsync(CopyForm form, CopySource source, CancellationToken ct)
    {
        ModelState.Clear();
        (await new CopyFormValidator(source.Days).ValidateAsync(form, ct)).AddToModelState(ModelState, null);
        return FieldError.Of(ModelState, CopyFormValidator.Order(source.Days));
    }

    private ViewResult Unfit(CohortHead head, CopySource source, CopyForm form, IReadOnlyList<FieldError> faults)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Copy), new CopyPage(head, source, form, faults));
    }
}

using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Briefings;

/// <summary>The briefings of a cohort's recruitment (説明会): list, add, change, call off.</summary>
[Route("admin/cohorts/{ordinal:int}/briefings")]
internal sealed class BriefingsController(CohortHeadQuery heads, BriefingService service) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Index(int ordinal, CancellationToken ct) => await heads.FindAsync(ordinal, ct) is { } head
        ? View(new BriefingsPage(head, BriefingCard.InOrder(await service.AllAsync(head.Cohort, ct), head.NowUtc)))
        : NotFound();

    [HttpGet("new")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> New(int ordinal, CancellationToken ct) =>
        await heads.FindAsync(ordinal, ct) is { } head ? View(new BriefingPage(head, null, BriefingForm.New(), [])) : NotFound();

    [HttpPost("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Add(int ordinal, [Bind(Prefix = "")] BriefingForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(ordinal, ct) is not { } head || !form.HasSlug)
        {
            return NotFound();
        }

        if (!await IsFitAsync(form, head, ct))
        {
            return Unfit(nameof(New), head, null, form);
        }

        var typed = form.ToContents(JapanTime.DayOf(head.NowUtc));
        await service.AddAsync(head.Cohort, form.Slug!, typed, ct);
        return Done(head, $"{Quotation.Of(typed.Title)}を足しました");
    }

    [HttpGet("{slug}/edit")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Edit(int ordinal, string slug, CancellationToken ct) => OfAsync(ordinal, slug, Page(nameof(Edit)), ct);

    [HttpPost("{slug}")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Change(int ordinal, string slug, [Bind(Prefix = "")] BriefingForm form, CancellationToken ct) =>
        OfAsync(ordinal, slug, async (head, briefing) =>
        {
            if (!await IsFitAsync(form, head, ct))
            {
                return Unfit(nameof(Edit), head, briefing, form);
            }

            var to = form.ToContents(JapanTime.DayOf(head.NowUtc));
            return await service.ChangeAsync(head.Cohort, slug, to, form.Version, ct) == SaveOutcome.Done
                ? Done(head, $"{Quotation.Of(to.Title)}を保存しました")
                : await StaleAsync(nameof(Edit), ordinal, slug, form, now => to.From(BriefingContents.Of(now)), ct);
        }, ct);

    [HttpGet("{slug}/cancellation")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Cancellation(int ordinal, string slug, CancellationToken ct) => OfAsync(ordinal, slug, Page(nameof(Cancellation)), ct);

    [HttpPost("{slug}/cancellation")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Cancel(int ordinal, string slug, [Bind(Prefix = "")] BriefingForm form, CancellationToken ct) =>
        EndAsync(ordinal, slug, form, cohort => service.CancelAsync(cohort, slug, form.Version, ct), "を中止にしました", ct);

    [HttpPost("{slug}/restoration")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Reinstate(int ordinal, string slug, [Bind(Prefix = "")] BriefingForm form, CancellationToken ct) =>
        EndAsync(ordinal, slug, form, cohort => service.ReinstateAsync(cohort, slug, form.Version, ct), "の中止をやめました", ct);

    private Func<CohortHead, Briefing, Task<IActionResult>> Page(string view) =>
        (head, briefing) => Task.FromResult<IActionResult>(View(view, new BriefingPage(head, briefing, BriefingForm.Of(briefing), [])));

    private async Task<IActionResult> OfAsync(int ordinal, string slug, Func<CohortHead, Briefing, Task<IActionResult>> answer, CancellationToken ct) =>
        await heads.FindAsync(ordinal, ct) is { } head && await service.FindAsync(head.Cohort, slug, ct) is { } briefing
            ? await answer(head, briefing)
            : NotFound();

    private Task<IActionResult> EndAsync(
        int ordinal, string slug, BriefingForm form, Func<Cohort, Task<SaveOutcome>> end, string words, CancellationToken ct) =>
        OfAsync(ordinal, slug, async (head, briefing) => await end(head.Cohort) == SaveOutcome.Done
            ? Done(head, $"{Quotation.Of(briefing.Title)}{words}")
            : await StaleAsync(nameof(Cancellation), ordinal, slug, form, _ => [], ct), ct);

    private async Task<bool> IsFitAsync(BriefingForm form, CohortHead head, CancellationToken ct)
    {
        ModelState.Clear();
        (await new BriefingFormValidator(JapanTime.DayOf(head.NowUtc)).ValidateAsync(form, ct)).AddToModelState(ModelState, null);
        return ModelState.IsValid;
    }

    private ViewResult Unfit(string view, CohortHead head, Briefing? briefing, BriefingForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, new BriefingPage(head, briefing, form, FieldError.Of(ModelState, BriefingFormValidator.Order)));
    }

    // Going on from here is then meant: the form carries what the person has seen now.
    private Task<IActionResult> StaleAsync(
        string view, int ordinal, string slug, BriefingForm form, Func<Briefing, IReadOnlyList<ChangedText>> texts, CancellationToken ct) =>
        OfAsync(ordinal, slug, (head, now) =>
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Task.FromResult<IActionResult>(View(view, new BriefingPage(head, now, form with { Version = now.Version }, [], texts(now))));
        }, ct);

    private LocalRedirectResult Done(CohortHead head, string words)
    {
        Saved(words);
        return LocalRedirect($"{head.Address}/briefings");
    }
}

using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Curriculum;

/// <summary>The dates of a cohort (日程): list, add, say anew what one is, move it, call it off.</summary>
[Route("admin/cohorts/{ordinal:int}/sessions")]
internal sealed class CurriculumController(CohortHeadQuery heads, SessionService service) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Index(int ordinal, CancellationToken ct) =>
        await heads.FindAsync(ordinal, ct) is { } head ? View(new CurriculumPage(head)) : NotFound();

    [HttpGet("new")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> New(int ordinal, CancellationToken ct) =>
        await heads.FindAsync(ordinal, ct) is { } head ? View(new SessionPage(head, null, SessionForm.New(head.Cohort), [])) : NotFound();

    [HttpPost("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Add(int ordinal, [Bind(Prefix = "")] SessionForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(ordinal, ct) is not { } head || !form.HasSlug)
        {
            return NotFound();
        }

        if (!await IsFitAsync(form, SessionParts.All, head, ct))
        {
            return Unfit(nameof(New), head, null, form);
        }

        var session = new CurriculumSession(form.Slug!, form.ToContents(), form.ToDays(JapanTime.DayOf(head.NowUtc)));
        await service.AddAsync(head.Cohort, session, ct);
        return Done(head, $"{Quotation.Of(session.Title)}を足しました");
    }

    [HttpGet("{slug}/edit")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Edit(int ordinal, string slug, CancellationToken ct) => OfAsync(ordinal, slug, Page(nameof(Edit)), ct);

    [HttpPost("{slug}")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Change(int ordinal, string slug, [Bind(Prefix = "")] SessionForm form, CancellationToken ct) =>
        OfAsync(ordinal, slug, async (head, session) =>
        {
            if (!await IsFitAsync(form, SessionParts.Contents, head, ct))
            {
                return Unfit(nameof(Edit), head, session, form);
            }

            var contents = form.ToContents();
            return await service.ChangeAsync(head.Cohort, slug, contents, form.Version, ct) == SaveOutcome.Done
                ? Done(head, $"{Quotation.Of(contents.Title)}を保存しました")
                : await StaleAsync(nameof(Edit), ordinal, slug, form, now => SessionTexts.Changes(now.ToContents(), contents), ct);
        }, ct);

    [HttpGet("{slug}/move")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Move(int ordinal, string slug, CancellationToken ct) => OfAsync(ordinal, slug, Page(nameof(Move)), ct);

    [HttpPost("{slug}/move/check")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> CheckMove(int ordinal, string slug, [Bind(Prefix = "")] SessionForm form, CancellationToken ct) =>
        MovedAsync(ordinal, slug, form, (head, session, to) => Task.FromResult<IActionResult>(
            View("MoveCheck", new MoveCheckPage(head, session, form, to, SessionTexts.EffectsOfMoving(head, session, to)))), ct);

    [HttpPost("{slug}/move")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> SaveMove(int ordinal, string slug, [Bind(Prefix = "")] SessionForm form, CancellationToken ct) =>
        MovedAsync(ordinal, slug, form, async (head, session, to) =>
            await service.MoveAsync(head.Cohort, slug, to, head.IsPublic, form.Version, ct) == SaveOutcome.Done
                ? Done(head, $"{Quotation.Of(session.Title)}を{to.When}に移しました")
                : await StaleAsync(nameof(Move), ordinal, slug, form, now => [new ChangedText("日時", now.ToDays().When, to.When)], ct), ct);

    [HttpGet("{slug}/cancellation")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Cancellation(int ordinal, string slug, CancellationToken ct) => OfAsync(ordinal, slug, Page(nameof(Cancellation)), ct);

    [HttpPost("{slug}/cancellation")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Cancel(int ordinal, string slug, [Bind(Prefix = "")] SessionForm form, CancellationToken ct) =>
        EndAsync(ordinal, slug, form, (cohort, version) => service.CancelAsync(cohort, slug, version, ct), "を中止にしました", ct);

    [HttpPost("{slug}/restoration")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Reinstate(int ordinal, string slug, [Bind(Prefix = "")] SessionForm form, CancellationToken ct) =>
        EndAsync(ordinal, slug, form, (cohort, version) => service.ReinstateAsync(cohort, slug, version, ct), "の中止をやめました", ct);

    [HttpPost("{slug}/removal")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Remove(int ordinal, string slug, [Bind(Prefix = "")] SessionForm form, CancellationToken ct) =>
        EndAsync(ordinal, slug, form, (cohort, version) => service.RemoveAsync(cohort, slug, version, ct), "を削除しました", ct);

    private Func<CohortHead, CurriculumSession, Task<IActionResult>> Page(string view) =>
        (head, session) => Task.FromResult<IActionResult>(View(view, new SessionPage(head, session, SessionForm.Of(session), [])));

    private async Task<IActionResult> OfAsync(int ordinal, string slug, Func<CohortHead, CurriculumSession, Task<IActionResult>> answer, CancellationToken ct) =>
        await heads.FindAsync(ordinal, ct) is { } head && head.Cohort.Sessions.SingleOrDefault(s => s.Slug == slug) is { } session
            ? await answer(head, session)
            : NotFound();

    private Task<IActionResult> MovedAsync(
        int ordinal, string slug, SessionForm form, Func<CohortHead, CurriculumSession, SessionDays, Task<IActionResult>> go, CancellationToken ct) =>
        OfAsync(ordinal, slug, async (head, session) =>
        {
            if (!await IsFitAsync(form, SessionParts.Days, head, ct))
            {
                return Unfit(nameof(Move), head, session, form);
            }

            var to = form.ToDays(JapanTime.DayOf(head.NowUtc));
            return session.Version != form.Version
                ? await StaleAsync(nameof(Move), ordinal, slug, form, now => [new ChangedText("日時", now.ToDays().When, to.When)], ct)
                : to == session.ToDays() ? Done(head, "変わったところはありませんでした") : await go(head, session, to);
        }, ct);

    private Task<IActionResult> EndAsync(
        int ordinal, string slug, SessionForm form, Func<Cohort, Guid, Task<SaveOutcome>> end, string words, CancellationToken ct) =>
        OfAsync(ordinal, slug, async (head, session) => await end(head.Cohort, form.Version) == SaveOutcome.Done
            ? Done(head, $"{Quotation.Of(session.Title)}{words}")
            : await StaleAsync(nameof(Cancellation), ordinal, slug, SessionForm.Of(session), _ => [], ct), ct);

    private async Task<bool> IsFitAsync(SessionForm form, SessionParts parts, CohortHead head, CancellationToken ct)
    {
        ModelState.Clear();
        (await new SessionFormValidator(parts, JapanTime.DayOf(head.NowUtc)).ValidateAsync(form, ct)).AddToModelState(ModelState, null);
        return ModelState.IsValid;
    }

    private ViewResult Unfit(string view, CohortHead head, CurriculumSession? session, SessionForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, new SessionPage(head, session, form, FieldError.Of(ModelState, SessionFormValidator.Order)));
    }

    // Going on from here is then meant: the form carries what the person has seen now.
    private Task<IActionResult> StaleAsync(
        string view, int ordinal, string slug, SessionForm form, Func<CurriculumSession, IReadOnlyList<ChangedText>> texts, CancellationToken ct) =>
        OfAsync(ordinal, slug, (head, now) =>
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Task.FromResult<IActionResult>(View(view, new SessionPage(head, now, form with { Version = now.Version }, [], texts(now))));
        }, ct);

    private LocalRedirectResult Done(CohortHead head, string words)
    {
        Saved(words);
        return LocalRedirect($"{head.Address}/sessions");
    }
}

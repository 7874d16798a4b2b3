using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Reviews;

/// <summary>Several reviewers score the same application without seeing each other's scores first, and then compare.</summary>
internal sealed class ReviewsController(
    ReviewService service, ReviewProgressQuery progress, RankingQuery ranking, AnswersQuery answers) : AdminController
{
    [HttpGet("/admin/reviews")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> Progress(int? cohort, CancellationToken ct)
    {
        var page = await progress.PageAsync(cohort, ct);
        await service.NoteListAsync(page.Open.Count, ct);
        return View(page);
    }

    [HttpGet("/admin/reviews/ranking")]
    [RequiresPermission(Permission.Decide)]
    public async Task<IActionResult> Ranking(RankingFilter filter, CancellationToken ct)
    {
        var page = await ranking.PageAsync(filter, ct);
        await service.NoteRankingAsync(page?.Rows.Count(r => r.IsOpen) ?? 0, ct);
        return page is null ? RedirectToAction(nameof(Progress)) : View(page);
    }

    [HttpGet("/admin/applications/{number:length(10)}/review")]
    [RequiresPermission(Permission.Review)]
    public async Task<IActionResult> Review(string number, ApplicantFilter filter, CancellationToken ct)
    {
        if (await service.FindAsync(number, ct) is not { } application)
        {
            return NotFound();
        }

        await service.NoteViewAsync(number, ct);
        return View(await PageAsync(application, await service.CriteriaAsync(application.CohortId, ct), null, filter, ct));
    }

    [HttpPost("/admin/applications/{number:length(10)}/review")]
    [RequiresPermission(Permission.Review)]
    public async Task<IActionResult> Write(string number, [Bind(Prefix = "")] ReviewForm form, string? then, ApplicantFilter filter, CancellationToken ct)
    {
        if (await service.FindAsync(number, ct) is not { } application)
        {
            return NotFound();
        }

        var criteria = await service.CriteriaAsync(application.CohortId, ct);
        ModelState.Clear();
        if (form.Criteria != ReviewCriterion.StateOf(criteria))
        {
            return await StaleAsync(number, form, filter, ct);
        }

        new ReviewFormValidator(criteria).Validate(form with { Comment = form.CommentFolded }).AddToModelState(ModelState, null);
        if (ModelState.IsValid && criteria.Count > 0 && await service.IsRecusedAsync(application.Id, ct) && form.ToScores(criteria).Values.Any(score => score is not null))
        {
            ModelState.AddModelError(ReviewForm.Field(criteria[0]), "すべてを「採点しない」にしたあとは、ほかの人の点が見えているため採点できません");
        }

        return !ModelState.IsValid || criteria.Count == 0 ? await AgainAsync(application, criteria, form, filter, ct)
            : await service.WriteAsync(application, form, criteria, ct) == SaveOutcome.Stale ? await StaleAsync(number, form, filter, ct)
            : then == "next" ? await OnAsync(application, ct)
            : Done(application, filter);
    }

    private async Task<IActionResult> AgainAsync(
        Application application, IReadOnlyList<ReviewCriterion> criteria, ReviewForm form, ApplicantFilter filter, CancellationToken ct)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var page = await PageAsync(application, criteria, form, filter, ct);
        return View(nameof(Review), page with { Errors = FieldError.Of(ModelState, [.. criteria.Select(ReviewForm.Field), nameof(ReviewForm.Comment)]) });
    }

    private async Task<ReviewPage> PageAsync(
        Application application, IReadOnlyList<ReviewCriterion> criteria, ReviewForm? typed, ApplicantFilter filter, CancellationToken ct)
    {
        var page = await service.PageAsync(application, criteria, typed, filter, ct);
        var people = new Dictionary<int, DateTime> { [application.Id] = application.ReceivedUtc };
        return page with { Answers = (await answers.OfAsync(application.CohortId, people, ct))[application.Id] };
    }

    private LocalRedirectResult Done(Application application, ApplicantFilter filter)
    {
        Saved("採点を保存しました");
        return LocalRedirect($"/admin/applications/{application.Number}/review{filter.Query()}");
    }

    private async Task<IActionResult> OnAsync(Application application, CancellationToken ct)
    {
        var next = (await service.PlaceAsync(application, ct)).Next;
        Saved($"{application.Name}さんの採点を保存しました{(next is null ? "。これで全員の採点がそろいました" : "")}");
        return LocalRedirect(next is null ? "/admin/reviews" : $"/admin/applications/{next}/review");
    }

    private async Task<IActionResult> StaleAsync(string number, ReviewForm form, ApplicantFilter filter, CancellationToken ct)
    {
        if (await service.FindAsync(number, ct) is not { } application)
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        var criteria = await service.CriteriaAsync(application.CohortId, ct);
        var page = await PageAsync(application, criteria, form, filter, ct);
        return View(nameof(Review), page with { IsStale = true, AreCriteriaNew = form.Criteria != ReviewCriterion.StateOf(criteria) });
    }
}

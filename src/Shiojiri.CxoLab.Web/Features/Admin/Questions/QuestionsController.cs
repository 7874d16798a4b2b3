using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Questions;

/// <summary>The own questions of a cohort's application form (質問): list, add, say anew, put in order, take from the form.</summary>
[Route("admin/cohorts/{ordinal:int}/questions")]
[FormLimits(MaxFields = 1000, Lists = [nameof(QuestionForm.When)])]
internal sealed class QuestionsController(QuestionsQuery query, QuestionService service) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Index(int ordinal, CancellationToken ct) => await query.FindAsync(ordinal, ct) is { } page ? List(page) : NotFound();

    [HttpGet("new")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> New(int ordinal, CancellationToken ct) =>
        await query.FindAsync(ordinal, ct) is { } page ? List(page with { Open = new OpenQuestion(null, QuestionForm.New(), []) }) : NotFound();

    [HttpPost("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Add(int ordinal, [Bind(Prefix = "")] QuestionForm form, CancellationToken ct)
    {
        if (await query.FindAsync(ordinal, ct) is not { } page || !form.HasKey)
        {
            return NotFound();
        }

        if (page.Find(form.NewKey!) is { } known)
        {
            return Done(page, $"「{known.Wording}」は保存してあります", form.NewKey!);
        }

        if (!IsFit(form, page, null))
        {
            return Unfit(page, null, form);
        }

        var contents = form.ToContents(page.SourcesOf(null));
        await service.AddAsync(page, form.NewKey!, contents, form.IsToBePublished, ct);
        return Done(page, form.IsToBePublished ? $"「{contents.Wording}」を公開しました" : $"「{contents.Wording}」を下書きとして保存しました", form.NewKey!);
    }

    [HttpGet("{key}/edit")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Edit(int ordinal, string key, CancellationToken ct) => OfAsync(ordinal, key, (page, row) => Task.FromResult<IActionResult>(
        List(page with { Open = new OpenQuestion(row, QuestionForm.Of(row.Contents, row.Version), []) { Preview = page.PreviewOf(row.Contents, row) } })), ct);

    [HttpPost("{key}")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Change(int ordinal, string key, [Bind(Prefix = "")] QuestionForm form, CancellationToken ct) =>
        OfAsync(ordinal, key, async (page, row) =>
        {
            if (!IsFit(form, page, row))
            {
                return Unfit(page, row, form);
            }

            var contents = form.ToContents(page.SourcesOf(row));
            return await service.ChangeAsync(page, key, contents, form, ct) == SaveOutcome.Done
                ? Done(page, row.IsDraft && form.IsToBePublished ? $"「{contents.Wording}」を公開しました" : $"「{contents.Wording}」を保存しました", key)
                : await StaleAsync(ordinal, key, form, contents, ct);
        }, ct);

    /// <summary>What was typed, as applicants would see it; nothing is stored.</summary>
    [HttpPost("preview")]
    [HttpPost("{key}/preview")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Preview(int ordinal, string? key, [Bind(Prefix = "")] QuestionForm form, CancellationToken ct)
    {
        if (await query.FindAsync(ordinal, ct) is not { } page || (key is not null && page.Find(key) is null))
        {
            return NotFound();
        }

        var row = key is null ? null : page.Find(key);
        return IsFit(form with { Then = null }, page, row)
            ? List(page with { Open = new OpenQuestion(row, form, []) { Preview = page.PreviewOf(form.ToContents(page.SourcesOf(row)), row) } })
            : Unfit(page, row, form);
    }

    [HttpPost("{key}/move")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Move(int ordinal, string key, string? to, CancellationToken ct) => OfAsync(ordinal, key, async (page, row) =>
        to is not ("up" or "down") ? NotFound()
        : await service.MoveAsync(page, row, to == "up", ct) == SaveOutcome.Done ? Done(page, $"「{row.Wording}」を動かしました", key)
        : Done(page, "順番は変えていません。条件にしている質問より前には置けません。ほかの人が先に動かしたときは、いまの順番を確かめてください", key), ct);

    [HttpGet("{key}/removal")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Removal(int ordinal, string key, CancellationToken ct) => OfAsync(ordinal, key, (page, row) =>
        Task.FromResult<IActionResult>(View(nameof(Removal), new QuestionRemovalPage(page, row, IsStale: false))), ct);

    [HttpPost("{key}/removal")]
    [RequiresPermission(Permission.Configure)]
    public Task<IActionResult> Remove(int ordinal, string key, Guid version, CancellationToken ct) => OfAsync(ordinal, key, async (page, row) =>
    {
        if (page.DependingOn(row).Count == 0 && await service.RemoveAsync(page, row, version, ct) == SaveOutcome.Done)
        {
            return Done(page, row.IsDraft ? $"「{row.Wording}」の下書きを消しました" : $"「{row.Wording}」をフォームから外しました", null);
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Removal), new QuestionRemovalPage(page, row, IsStale: true));
    }, ct);

    [HttpPost("{key}/restoration")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Restore(int ordinal, string key, CancellationToken ct)
    {
        if (await query.FindAsync(ordinal, ct) is not { } page || page.Removed.FirstOrDefault(r => r.Question.Key == key) is not { } row)
        {
            return NotFound();
        }

        var lacksSource = row.Contents.Condition is { } condition && !condition.Answers.Any(a => page.Find(condition.Question)?.Contents.Options.Contains(a) == true);
        return Done(page, page.IsFull ? QuestionsPage.FullSentence
            : lacksSource ? "条件にしている質問か答えが、いまのフォームにありません。先にそちらを戻してください"
            : await service.RestoreAsync(page, row, ct) == SaveOutcome.Done ? $"「{row.Wording}」をフォームの最後に戻しました" : "ほかの人が先に変えました。いまの質問を確かめてください", key);
    }

    private async Task<IActionResult> OfAsync(int ordinal, string key, Func<QuestionsPage, QuestionRow, Task<IActionResult>> answer, CancellationToken ct) =>
        await query.FindAsync(ordinal, ct) is { } page && page.Find(key) is { } row ? await answer(page, row) : NotFound();

    private bool IsFit(QuestionForm form, QuestionsPage page, QuestionRow? row)
    {
        ModelState.Clear();
        new QuestionFormValidator(page, row).Validate(row is { IsDraft: false } ? form with { Then = QuestionForm.Publish } : form).AddToModelState(ModelState, null);
        return ModelState.IsValid;
    }

    private ViewResult Unfit(QuestionsPage page, QuestionRow? row, QuestionForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return List(page with { Open = new OpenQuestion(row, form, FieldError.Of(ModelState, QuestionFormValidator.Order)) });
    }

    // Going on from here is then meant: the form carries what the person has seen now.
    private Task<IActionResult> StaleAsync(int ordinal, string key, QuestionForm form, QuestionContents typed, CancellationToken ct) =>
        OfAsync(ordinal, key, (page, now) =>
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            var changes = QuestionTexts.Changes(now.Contents, typed, page.Questions);
            return Task.FromResult<IActionResult>(List(page with { Open = new OpenQuestion(now, form with { Version = now.Version }, [], changes) }));
        }, ct);

    private ViewResult List(QuestionsPage page) => View(nameof(Index), page);

    private LocalRedirectResult Done(QuestionsPage page, string words, string? key)
    {
        Saved(words);
        return LocalRedirect(key is null ? page.Address : $"{page.Address}#q-{key}");
    }
}

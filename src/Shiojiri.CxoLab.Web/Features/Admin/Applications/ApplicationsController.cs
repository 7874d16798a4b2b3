using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Applications;

/// <summary>One applicant's page and what staff add to it.</summary>
[Route("admin/applications/{number:length(10)}")]
internal sealed class ApplicationsController(ApplicantQuery reader, ApplicantService service) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> Applicant(string number, ApplicantFilter filter, CancellationToken ct)
    {
        if (await reader.FindAsync(number, filter, ct) is not { } page)
        {
            return await reader.LeadingAsync(number, ct) is { } leading ? ToLeading(number, leading, filter) : NotFound();
        }

        await service.NoteViewAsync(AuditAction.ApplicantViewed, number, ct);
        return View(page.Application.IsErased ? "Erased" : nameof(Applicant), page);
    }

    [HttpGet("sheet")]
    [RequiresPermission(Permission.Read)]
    public async Task<IActionResult> Sheet(string number, bool blind, CancellationToken ct)
    {
        if (await reader.FindAsync(number, new ApplicantFilter(), ct) is not { Application.IsErased: false } page)
        {
            return NotFound();
        }

        await service.NoteViewAsync(AuditAction.SheetPrinted, number, ct);
        return View(new SheetPage(page, blind));
    }

    [HttpPost("notes")]
    [RequiresPermission(Permission.Annotate)]
    public async Task<IActionResult> AddNote(string number, [Bind(Prefix = "")] NoteForm form, ApplicantFilter filter, CancellationToken ct)
    {
        var result = new NoteFormValidator().Validate(form with { Text = form.TextFolded });
        result.AddToModelState(ModelState, null);
        return result.IsValid
            ? await DoneAsync(service.AddNoteAsync(number, form, ct), number, filter, "メモを保存しました")
            : await AgainAsync(number, filter, page => page with { Note = form }, StatusCodes.Status422UnprocessableEntity, ct);
    }

    [HttpPost("tags")]
    [RequiresPermission(Permission.Annotate)]
    public async Task<IActionResult> AddTag(string number, string? name, ApplicantFilter filter, CancellationToken ct)
    {
        var result = new TagFormValidator().Validate(new TagForm(name));
        result.AddToModelState(ModelState, null);
        return result.IsValid
            ? await DoneAsync(service.AddTagAsync(number, name!, ct), number, filter, "タグをつけました")
            : await AgainAsync(number, filter, page => page with { TagTyped = name }, StatusCodes.Status422UnprocessableEntity, ct);
    }

    [HttpPost("tags/removal")]
    [RequiresPermission(Permission.Annotate)]
    public Task<IActionResult> RemoveTag(string number, string? name, ApplicantFilter filter, CancellationToken ct) =>
        DoneAsync(service.RemoveTagAsync(number, name ?? "", ct), number, filter, "タグを外しました");

    [HttpPost("assignee")]
    [RequiresPermission(Permission.Annotate)]
    public async Task<IActionResult> Assign(string number, int? accountId, Guid version, long seen, ApplicantFilter filter, CancellationToken ct)
    {
        // A word that is no account must not put nobody in charge.
        if (ModelState.GetFieldValidationState(nameof(accountId)) == Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
        {
            return NotFound();
        }

        var outcome = await service.AssignAsync(number, accountId, version, ct);
        return outcome == SaveOutcome.Stale
            ? await AgainAsync(number, filter, page => page.StaleSince(seen), StatusCodes.Status409Conflict, ct)
            : await DoneAsync(Task.FromResult(outcome), number, filter, "担当者を変えました");
    }

    private LocalRedirectResult ToLeading(string number, LeadingNumber leading, ApplicantFilter filter)
    {
        Saved(leading.IsMerged
            ? $"受付番号 {ApplicationNumber.Grouped(number)} は、同じ方の申し込みとして、この申し込みにまとめてあります。"
            : $"受付番号 {ApplicationNumber.Grouped(number)} は、もう一度送られた申込フォームの番号です。この申し込みのものとして扱ってください。");
        return LocalRedirect($"/admin/applications/{leading.Number}{filter.Query()}");
    }

    private async Task<IActionResult> DoneAsync(Task<SaveOutcome> pending, string number, ApplicantFilter filter, string words)
    {
        if (await pending == SaveOutcome.NotThere)
        {
            return NotFound();
        }

        Saved(words);
        return LocalRedirect($"/admin/applications/{number}{filter.Query()}");
    }

    private async Task<IActionResult> AgainAsync(
        string number, ApplicantFilter filter, Func<ApplicantPage, ApplicantPage> with, int status, CancellationToken ct)
    {
        if (await reader.FindAsync(number, filter, ct) is not { Application.IsErased: false } page)
        {
            return NotFound();
        }

        await service.NoteViewAsync(AuditAction.ApplicantViewed, number, ct);
        Response.StatusCode = status;
        return View(nameof(Applicant), with(page) with { Errors = FieldError.Of(ModelState) });
    }
}

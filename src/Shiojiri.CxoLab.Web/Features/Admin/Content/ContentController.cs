using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>Writes one piece of the site: a text, a question, a piece of news.</summary>
[Route("admin/pages")]
internal sealed class ContentController(ContentQuery query, ContentPageBuilder builder, ContentService service, ContentOrderService order) : AdminController
{
    [HttpGet("new/{kind}")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> New(string kind, CancellationToken ct) =>
        KindOf(kind) is { } found ? View(nameof(Edit), await builder.OpenAsync(ContentQuery.New(found), ct)) : NotFound();

    [HttpPost("new/{kind}")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Add(string kind, [Bind(Prefix = "")] ContentForm form, CancellationToken ct)
    {
        if (KindOf(kind) is not { } found)
        {
            return NotFound();
        }

        var typed = form.Folded(found);
        if (await FaultyAsync(ContentQuery.New(found), typed, ct) is { } faulty)
        {
            return faulty;
        }

        var publication = typed.Publication(service.UtcNow);
        var key = await service.AddAsync(found, typed.Values, publication, await order.LastAsync(ct), ct);
        Saved(SavedWords(found.Label(), publication));
        return LocalRedirect($"/admin/pages/{key}");
    }

    [HttpGet("{key}")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Edit(string key, CancellationToken ct) =>
        await query.FindAsync(key, ct) is { } piece ? View(await builder.OpenAsync(piece, ct)) : NotFound();

    [HttpPost("{key}")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Save(string key, [Bind(Prefix = "")] ContentForm form, CancellationToken ct)
    {
        if (await query.FindAsync(key, ct) is not { } piece)
        {
            return NotFound();
        }

        var typed = form.Folded(piece.Kind);
        if (await FaultyAsync(piece, typed, ct) is { } faulty)
        {
            return faulty;
        }

        var publication = typed.Publication(service.UtcNow);
        if (await service.SaveAsync(piece, typed.Seen, typed.Values, publication, ct) == SaveOutcome.Stale)
        {
            return await StaleAsync(key, typed, ct);
        }

        Saved(SavedWords(piece.FullName, publication));
        return LocalRedirect(piece.Address);
    }

    /// <summary>The form again, with one hint mended and nothing saved.</summary>
    [HttpPost("{key}/mending")]
    [HttpPost("new/{kind}/mending")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Mend(string? key, string? kind, string? mend, [Bind(Prefix = "")] ContentForm form, CancellationToken ct)
    {
        var piece = key is null ? KindOf(kind) is { } found ? ContentQuery.New(found) : null : await query.FindAsync(key, ct);
        ModelState.Clear();
        return piece is null
            ? NotFound()
            : View(nameof(Edit), await builder.PageAsync(piece, await builder.MendedAsync(piece.Kind, form.Folded(piece.Kind), mend, ct), [], ct));
    }

    [HttpPost("{key}/taking-down")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> TakeDown(string key, CancellationToken ct)
    {
        if (await query.FindAsync(key, ct) is not { } piece || await service.TakeDownAsync(piece, ct) is not (var outcome and not SaveOutcome.NotThere))
        {
            return NotFound();
        }

        Saved(outcome == SaveOutcome.Done ? $"{piece.FullName}をサイトから取り下げました" : "ほかの人が先に変えました。いまの内容を見てください");
        return LocalRedirect(piece.Address);
    }

    [HttpPost("{key}/unscheduling")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Unschedule(string key, int? number, CancellationToken ct)
    {
        if (await query.FindAsync(key, ct) is not { } piece)
        {
            return NotFound();
        }

        Saved(await service.UnscheduleAsync(piece, number, ct) == SaveOutcome.Done ? $"{piece.FullName}の公開の予約をやめました。下書きとして残っています" : "もう公開されたか、予約がありません");
        return LocalRedirect(piece.Address);
    }

    /// <summary>Makes a draft of what was chosen from two people's texts.</summary>
    [HttpPost("{key}/merging")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Merge(string key, [Bind(Prefix = "")] MergeForm form, CancellationToken ct)
    {
        if (await query.FindAsync(key, ct) is not { } piece)
        {
            return NotFound();
        }

        var merge = new Merging(piece, form);
        if (merge.Errors.Count > 0 || await service.SaveAsync(piece, form.Seen, merge.Fields, Publication.Draft, ct) == SaveOutcome.Stale)
        {
            Response.StatusCode = merge.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
            return View("Conflict", ContentPageBuilder.Conflict((await query.FindAsync(key, ct))!, merge.Form, merge.Errors));
        }

        Saved($"選んだ文を、{piece.FullName}の下書きにしました。まだ公開していません");
        return LocalRedirect(piece.Address);
    }

    private async Task<IActionResult?> FaultyAsync(EditedContent piece, ContentForm form, CancellationToken ct)
    {
        ModelState.Clear();
        (await new ContentFormValidator(piece.Kind, service.UtcNow).ValidateAsync(form, ct)).AddToModelState(ModelState, null);
        if (ModelState.IsValid)
        {
            return null;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        string[] order = [.. ContentField.Of(piece.Kind).Select(f => $"Values[{f.Name}]"), nameof(form.FromOn), nameof(form.UntilOn)];
        return View(nameof(Edit), await builder.PageAsync(piece, form, FieldError.Of(ModelState, order), ct));
    }

    private async Task<IActionResult> StaleAsync(string key, ContentForm form, CancellationToken ct)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Conflict", ContentPageBuilder.Conflict((await query.FindAsync(key, ct))!, new MergeForm { Mine = form.Values, Base = form.Seen }, []));
    }

    private static ContentKind? KindOf(string? word) =>
        Enum.GetValues<ContentKind>().Where(kind => kind.ComesAndGoes() && kind.Word() == word).Select(kind => (ContentKind?)kind).FirstOrDefault();

    private string SavedWords(string name, Publication publication) => publication.FromUtc switch
    {
        null => $"{name}の下書きを保存しました。サイトは変わっていません",
        { } at when at > service.UtcNow => $"{name}を{JapanTime.Moment(at)}に公開します",
        _ => $"{name}を公開しました。すべての人に見えます",
    };
}

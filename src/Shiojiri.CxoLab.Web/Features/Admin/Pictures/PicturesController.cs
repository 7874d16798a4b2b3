using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Pictures;

/// <summary>The pictures of the site (画像): put in, say what they show and who took them, take away.</summary>
[Route("admin/pictures")]
internal sealed class PicturesController(PictureQuery query, PictureService service) : AdminController
{
    /// <summary>More than a picture may have, so that one which is somewhat too large is refused with all that was typed beside it.</summary>
    public const int MaxUpload = 24 * 1024 * 1024;

    [HttpGet("")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await query.ListAsync(ct));

    [HttpGet("new")]
    [RequiresPermission(Permission.EditContent)]
    public IActionResult New() => View(new PicturePage(null, new PictureForm { ShowsCredit = true }, 0, []));

    [HttpPost("")]
    [FormLimits(MaxBody = MaxUpload, MaxFields = 50, MaxFiles = 1)]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Add([Bind(Prefix = "")] PictureForm form, [Bind(Prefix = PictureForm.FileField)] IFormFile? file, CancellationToken ct)
    {
        var typed = form.Folded();
        var bytes = await BytesAsync(file, ct);
        var reading = bytes.Length == 0 ? null : PictureReading.Of(bytes);
        if (!IsFit(typed, reading is null ? "画像のファイルを選んでください" : reading.Sentence))
        {
            return Unfit(nameof(New), new PicturePage(null, typed, 0, []));
        }

        var key = await service.AddAsync(typed.ToDetails(), reading!, bytes, ct);
        Saved("画像を受け取りました。位置などの情報を消して、大きさをそろえます");
        return LocalRedirect($"/admin/pictures/{key}");
    }

    [HttpGet("{key}")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Show(string key, CancellationToken ct) => await query.FindAsync(key, ct) is { } page ? View(page) : NotFound();

    [HttpPost("{key}")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Change(string key, [Bind(Prefix = "")] PictureForm form, CancellationToken ct)
    {
        if (await query.FindAsync(key, ct) is not { Row.Picture: { } picture } page)
        {
            return NotFound();
        }

        var typed = form.Folded();
        if (!IsFit(typed, null))
        {
            return Unfit(nameof(Show), page with { Form = typed });
        }

        if (await service.ChangeAsync(key, typed.ToDetails(), typed.Version, ct) != SaveOutcome.Done)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(nameof(Show), page with { Form = typed with { Version = picture.Version }, Stale = PictureTexts.Changes(picture.Details, typed.ToDetails()) });
        }

        Saved($"画像「{typed.Description}」を保存しました");
        return LocalRedirect(page.Address);
    }

    [HttpPost("{key}/removal")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Remove(string key, CancellationToken ct)
    {
        if (await query.FindAsync(key, ct) is not { Row: { } row } page)
        {
            return NotFound();
        }

        if (row.Uses.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(nameof(Show), page with { IsRemovalRefused = true });
        }

        await service.RemoveAsync(key, ct);
        Saved($"画像「{row.Picture.Description}」を消しました");
        return LocalRedirect("/admin/pictures");
    }

    // One byte too many is enough to know that there are too many.
    private static async Task<byte[]> BytesAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null)
        {
            return [];
        }

        var bytes = new byte[Math.Min(file.Length, PictureLimits.MaxBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }

    private bool IsFit(PictureForm form, string? fileFault)
    {
        ModelState.Clear();
        new PictureFormValidator().Validate(form).AddToModelState(ModelState, null);
        if (fileFault is not null)
        {
            ModelState.AddModelError(PictureForm.FileField, fileFault);
        }

        return ModelState.IsValid;
    }

    private ViewResult Unfit(string view, PicturePage page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, page with { Errors = FieldError.Of(ModelState, PictureForm.Order) });
    }
}

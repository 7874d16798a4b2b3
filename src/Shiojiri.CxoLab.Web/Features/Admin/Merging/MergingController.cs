using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Merging;

/// <summary>Two applications of one person are put together after a look at both, and can be parted again.</summary>
[Route("admin/applications/{number:length(10)}")]
internal sealed class MergingController(MergingQuery query, MergingService service, AccessLog seen, PaymentTerms terms) : AdminController
{
    [HttpGet("merging")]
    [RequiresPermission(Permission.Decide)]
    public Task<IActionResult> Merging(string number, string? with, CancellationToken ct) => PageAsync(number, with, null, null, StatusCodes.Status200OK, ct);

    [HttpPost("merging")]
    [RequiresPermission(Permission.Decide)]
    public async Task<IActionResult> Merge(string number, [Bind(Prefix = "")] MergingForm form, CancellationToken ct)
    {
        if (form.Main is null)
        {
            return await PageAsync(number, form.With, null, "残す申し込みを選んでください", StatusCodes.Status422UnprocessableEntity, ct);
        }

        switch (await service.MergeAsync(number, form, ct))
        {
            case MergingOutcome.NotThere:
                return NotFound();
            case MergingOutcome.Stale:
                return await PageAsync(number, form.With, form.Main, "この画面を開いたあとに、どちらかの申し込みが変わりました。いまの内容を確かめてから、もう一度お試しください", StatusCodes.Status409Conflict, ct);
            case MergingOutcome.IsLeaving:
                return await PageAsync(number, form.With, form.Main, "まとめる申し込みのメールをいま送っているところです。数分たってから、もう一度お試しください", StatusCodes.Status409Conflict, ct);
            case MergingOutcome.Refused:
                return await PageAsync(number, form.With, form.Main, "この申し込みを残してまとめることはできません。理由は下に書いてあります", StatusCodes.Status422UnprocessableEntity, ct);
            default:
                Saved("同じ人の申し込みとしてまとめました。メールはお送りしていません");
                return LocalRedirect($"/admin/applications/{form.Main}");
        }
    }

    [HttpPost("splitting")]
    [RequiresPermission(Permission.Decide)]
    public async Task<IActionResult> Split(string number, string? merged, Guid version, CancellationToken ct)
    {
        switch (await service.SplitAsync(number, merged, version, terms.DueOnIn, ct))
        {
            case MergingOutcome.NotThere:
                return NotFound();
            case MergingOutcome.Stale:
                Response.StatusCode = StatusCodes.Status409Conflict;
                return View("Stale", number);
            default:
                Saved("申し込みを分けました。メールはお送りしていません");
                return LocalRedirect($"/admin/applications/{merged}");
        }
    }

    private async Task<IActionResult> PageAsync(string number, string? with, string? main, string? error, int status, CancellationToken ct)
    {
        var page = await query.FindAsync(number, with, main, FieldError.OfOne("kept", error), ct);
        if (page is null)
        {
            return NotFound();
        }

        foreach (var side in page.Sides)
        {
            await seen.SeenAsync(AuditAction.ApplicantViewed, side.Application.Number, new { Place = "まとめる画面" }, ct);
        }

        Response.StatusCode = status;
        return View(nameof(Merging), page);
    }
}

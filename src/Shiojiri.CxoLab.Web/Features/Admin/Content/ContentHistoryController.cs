using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>What a piece said before (履歴), and back to it.</summary>
internal sealed class ContentHistoryController(ContentQuery query, ContentPageBuilder builder, ContentService service) : AdminController
{
    [HttpGet("/admin/pages/{key}/history")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> History(string key, int? version, CancellationToken ct) =>
        await query.FindAsync(key, ct) is { } piece && builder.History(piece, version) is { } page ? View("~/Features/Admin/Content/History.cshtml", page) : NotFound();

    [HttpPost("/admin/pages/{key}/history/{version:int}/restoration")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Restore(string key, int version, CancellationToken ct)
    {
        if (await query.FindAsync(key, ct) is not { } piece || await service.RestoreAsync(piece, version, ct) is not (var outcome and not SaveOutcome.NotThere))
        {
            return NotFound();
        }

        Saved(outcome == SaveOutcome.Done ? "前の内容で下書きを作りました。まだ公開していません" : "ほかの人が先に変えました。いまの内容を見てください");
        return LocalRedirect(piece.Address);
    }
}

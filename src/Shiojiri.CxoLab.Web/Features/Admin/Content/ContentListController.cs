using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>What stands on the site (ページ), and the order of what stands there in one.</summary>
internal sealed class ContentListController(ContentListQuery list, ContentQuery query, ContentOrderService order) : AdminController
{
    [HttpGet("/admin/pages")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> List(string? s, CancellationToken ct) => View("~/Features/Admin/Content/List.cshtml", await list.PageAsync(s, ct));

    [HttpPost("/admin/pages/{key}/position")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Move(string key, string? to, CancellationToken ct)
    {
        var (kind, name) = key == FirstQuestions.OfCohort.Key ? (ContentKind.Faq, FirstQuestions.OfCohort.Label)
            : await query.FindAsync(key, ct) is { } piece ? (piece.Kind, piece.Name) : (ContentKind.Text, "");
        if (!kind.IsOrdered() || to is not ("up" or "down") || await order.MoveAsync(kind, key, name, to == "up", ct) is not (var outcome and not SaveOutcome.NotThere))
        {
            return NotFound();
        }

        Saved(outcome == SaveOutcome.Done ? $"{Quotation.Of(name)}を{(to == "up" ? "上" : "下")}へ移しました" : "ほかの人が先に並べ替えました。いまの順番を見てください");
        return LocalRedirect($"/admin/pages#p-{key}");
    }
}

using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.Content;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>What visitors will see: the text alone while it is being typed, or the real page with what was saved last.</summary>
internal sealed class ContentPreviewController(ContentQuery query, ShownContent shown, SiteMarkdown markdown) : AdminController
{
    [HttpPost("/admin/pages/{key}/text")]
    [HttpPost("/admin/pages/new/{kind}/text")]
    [RequiresPermission(Permission.EditContent)]
    public IActionResult Text([Bind(Prefix = "")] ContentForm form) => PartialView("~/Features/Admin/Content/_Rendered.cshtml",
        markdown.Render(form.Values.GetValueOrDefault(ContentField.Text) ?? form.Values.GetValueOrDefault(ContentField.Answer) ?? "", 3));

    [HttpGet("/admin/pages/{key}/preview")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Preview(string key, CancellationToken ct)
    {
        if (await query.FindAsync(key, ct) is not { } piece)
        {
            return NotFound();
        }

        shown.Draft = new ShownPiece(piece.Key, piece.Kind, piece.Item?.Position ?? piece.BuiltIn!.Position, piece.FieldsOf(piece.Number));
        return piece.Kind == ContentKind.News
            ? new PublicPageResult("news/{key}", $"/news/{piece.Key}", new RouteValueDictionary { ["key"] = piece.Key })
            : new PublicPageResult((piece.BuiltIn?.Path ?? "/faq").TrimStart('/'), piece.BuiltIn?.Path ?? "/faq", []);
    }
}

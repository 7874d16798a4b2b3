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
        WrittenText.Of(form.Values, markdown));

    [HttpGet("/admin/pages/{key}/preview")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Preview(string key, CancellationToken ct)
    {
        if (await query.FindAsync(key, ct) is not { } piece)
        {
            return NotFound();
        }

        shown.Draft = new ShownPiece(piece.Key, piece.Kind, piece.Item?.Position ?? piece.BuiltIn!.Position, piece.FieldsOf(piece.Number));
        var path = piece.Kind.ComesAndGoes() ? piece.Kind.Path() : piece.BuiltIn!.Path;
        return piece.Kind switch
        {
            ContentKind.News => new PublicPageResult("news/{key}", $"{path}/{piece.Key}", new RouteValueDictionary { ["key"] = piece.Key }),
            ContentKind.Project => new PublicPageResult("projects/{slug}", $"{path}/{piece.Key}", new RouteValueDictionary { ["slug"] = piece.Key }),
            _ => new PublicPageResult(path.TrimStart('/'), path, []),
        };
    }
}

using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Spreadsheets;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>Takes past projects from a CSV file: first a page that says what would become of each row, then one save.</summary>
[Route("admin/pages/import")]
internal sealed class ProjectImportController(ProjectImport import, ContentService service, ContentOrderService order) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.EditContent)]
    public IActionResult Start() => this.ImportStart(ProjectImport.Kind, null);

    /// <summary>All projects as a file that this page takes.</summary>
    [HttpGet("current.csv")]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Current(CancellationToken ct)
    {
        var pieces = await import.StoredAsync(ct);
        var rows = pieces.Select(p => (IReadOnlyList<object?>)[p.Key, .. ContentField.Of(ContentKind.Project).Select(f => f.Shown(p.FieldsOf(p.Number).GetValueOrDefault(f.Name)))]);
        return await this.ImportFileAsync(ProjectImport.Kind, "projects", [.. rows], ct);
    }

    [HttpPost("check")]
    [FormLimits(MaxFiles = 1, MaxBody = ImportKind.MaxBody)]
    [RequiresPermission(Permission.EditContent)]
    public async Task<IActionResult> Check(IFormFile? file, CancellationToken ct)
    {
        var (text, error) = await ImportFile.ReadAsync(file, ct);
        return text is null ? this.ImportStart(ProjectImport.Kind, error) : await CheckedAsync(text, null, _ => Task.FromResult<IActionResult?>(null), ct);
    }

    [HttpPost("")]
    [FormLimits(MaxBody = ImportKind.MaxBody)]
    [RequiresPermission(Permission.EditContent)]
    public Task<IActionResult> Take(string? text, string? stamp, string? way, CancellationToken ct) => CheckedAsync(text ?? "", stamp ?? "", async rows =>
    {
        var publication = way == ContentForm.AtOnce ? new Publication(service.UtcNow) : Publication.Draft;
        var taken = rows.Where(r => r.Row.Verdict is ImportVerdict.New or ImportVerdict.Changed).ToList();
        if (await service.SaveAllAsync(ContentKind.Project, taken.Select(t => (t.Piece, t.Fields)), publication, await order.LastAsync(ct), ct) == SaveOutcome.Stale)
        {
            return null;
        }

        Saved($"{taken.Count}件のプロジェクトを{(publication == Publication.Draft ? "下書きにしました。サイトは変わっていません" : "公開しました。すべての人に見えます")}");
        return LocalRedirect("/admin/pages");
    }, ct);

    private async Task<IActionResult> CheckedAsync(string text, string? stamp, Func<IReadOnlyList<ImportedProject>, Task<IActionResult?>> take, CancellationToken ct)
    {
        if (!CsvSheet.TryRead(text, ProjectImport.Kind.Columns, ProjectImport.Kind.Needed, out var sheet, out var fault))
        {
            return this.ImportStart(ProjectImport.Kind, fault);
        }

        var rows = await import.CompareAsync(sheet, ct);
        var page = new ImportPage(ProjectImport.Kind, null, text, [.. rows.Select(r => r.Row)]);
        if (stamp == page.Stamp && await take(rows) is { } done)
        {
            return done;
        }

        return this.ImportCheck(page, stamp);
    }
}

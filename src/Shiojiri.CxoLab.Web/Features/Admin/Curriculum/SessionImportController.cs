using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Spreadsheets;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Curriculum;

/// <summary>Takes the dates of a cohort from a CSV file: first a page that says what would become of each row, then one save.</summary>
[Route("admin/cohorts/{ordinal:int}/sessions/import")]
internal sealed class SessionImportController(CohortHeadQuery heads, SessionService service) : AdminController
{
    [HttpGet("")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Start(int ordinal, CancellationToken ct) => await heads.FindAsync(ordinal, ct) is { } head ? this.ImportStart(SessionImport.KindOf(head), null) : NotFound();

    /// <summary>All dates as a file that this page takes.</summary>
    [HttpGet("current.csv")]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Current(int ordinal, CancellationToken ct)
    {
        if (await heads.FindAsync(ordinal, ct) is not { } head)
        {
            return NotFound();
        }

        var sessions = head.Cohort.Sessions.OrderBy(s => s.StartsOn).ThenBy(s => s.Id);
        return await this.ImportFileAsync(SessionImport.KindOf(head), $"sessions-{ordinal}", [.. sessions.Select(SessionImport.Cells)], ct);
    }

    [HttpPost("check")]
    [FormLimits(MaxFiles = 1, MaxBody = ImportKind.MaxBody)]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Check(int ordinal, IFormFile? file, CancellationToken ct)
    {
        if (await heads.FindAsync(ordinal, ct) is not { } head)
        {
            return NotFound();
        }

        var (text, error) = await ImportFile.ReadAsync(file, ct);
        return text is null ? this.ImportStart(SessionImport.KindOf(head), error) : await CheckedAsync(head, text, null, ct);
    }

    [HttpPost("")]
    [FormLimits(MaxBody = ImportKind.MaxBody)]
    [RequiresPermission(Permission.Configure)]
    public async Task<IActionResult> Take(int ordinal, string? text, string? stamp, CancellationToken ct) =>
        await heads.FindAsync(ordinal, ct) is { } head ? await CheckedAsync(head, text ?? "", stamp ?? "", ct) : NotFound();

    // Without a stamp it is only looked at.
    private async Task<IActionResult> CheckedAsync(CohortHead head, string text, string? stamp, CancellationToken ct)
    {
        var kind = SessionImport.KindOf(head);
        if (!CsvSheet.TryRead(text, kind.Columns, kind.Needed, out var sheet, out var fault))
        {
            return this.ImportStart(kind, fault);
        }

        var rows = SessionImport.Compare(sheet, head);
        var page = new ImportPage(kind, null, text, [.. rows.Select(r => r.Row)]);
        if (stamp == page.Stamp && await service.ImportAsync(head, rows, ct) == SaveOutcome.Done)
        {
            Saved($"{page.Taken}件の日程を入れました");
            return LocalRedirect(kind.Back);
        }

        return this.ImportCheck(page, stamp);
    }
}

using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Spreadsheets;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantExport;

/// <summary>Takes the list away as a file.</summary>
internal sealed class ApplicantExportController(ExportPageBuilder builder) : AdminController
{
    [HttpGet("/admin/applications/export")]
    [RequiresPermission(Permission.Export)]
    public async Task<IActionResult> Export([FromQuery] ApplicantFilter filter, CancellationToken ct) =>
        await builder.OpenAsync(filter, null, [], ct) is { } page ? View(page) : NotFound();

    [HttpPost("/admin/applications/export")]
    [RequiresPermission(Permission.Export)]
    [RequiresReauthentication]
    public async Task<IActionResult> Take([FromForm] ApplicantFilter filter, [FromForm] ExportForm form, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        if (form.Columns is not { Count: > 0 } columns)
        {
            errors.Add(new(nameof(ExportForm.Columns), "書き出す列を1つ以上選んでください"));
        }
        else if (TableFormat.Of(form.Format) is not { } format)
        {
            errors.Add(new(nameof(ExportForm.Format), "ファイルの形式を選んでください"));
        }
        else
        {
            return await builder.TakeAsync(filter, columns, format, ct) is { } file ? file : NotFound();
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await builder.OpenAsync(filter, form, errors, ct) is { } page ? View(nameof(Export), page) : NotFound();
    }
}

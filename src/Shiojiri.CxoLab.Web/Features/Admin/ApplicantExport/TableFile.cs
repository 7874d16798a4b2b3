using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Shiojiri.CxoLab.Web.Spreadsheets;

namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantExport;

/// <summary>A table as a file to be kept, written while it is read.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="PlainName">The same for programs that know ASCII only.</param>
internal sealed record TableFile(TableFormat Format, string Name, string PlainName, Table Table) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, ct) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = Format.ContentType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"{PlainName}.{Format.Extension}",
            FileNameStar = $"{Name}.{Format.Extension}",
        }.ToString();
        await (Format == TableFormat.Xlsx
            ? XlsxTable.WriteAsync(response.Body, Table, ct)
            : CsvTable.WriteAsync(response.Body, Table, ct));
    }
}

using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Web.Spreadsheets;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>What an import answers, whatever it is that is imported.</summary>
internal static class ImportResults
{
    /// <summary>The page that takes a file, with what was wrong with the last one.</summary>
    public static ViewResult ImportStart(this Controller controller, ImportKind kind, string? error)
    {
        controller.Response.StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return controller.View("~/Features/Admin/Shared/Import.cshtml", new ImportPage(kind, error, null, []));
    }

    /// <summary>What would become of each row. Nothing was taken: it was only asked for, or something was saved since the stamp was given.</summary>
    /// <param name="stamp">Null where the rows are only looked at.</param>
    public static ViewResult ImportCheck(this Controller controller, ImportPage page, string? stamp)
    {
        controller.Response.StatusCode = stamp is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return controller.View("~/Features/Admin/Shared/ImportCheck.cshtml", page with { IsStale = stamp is not null });
    }

    /// <summary>What is there now, as a file that the import takes.</summary>
    public static async Task<FileContentResult> ImportFileAsync(
        this Controller controller, ImportKind kind, string name, IReadOnlyCollection<IReadOnlyList<object?>> rows, CancellationToken ct)
    {
        using var file = new MemoryStream();
        await CsvTable.WriteAsync(file, new Table(name, [.. kind.Columns.Select(c => new TableColumn(c))], rows.Count, rows.ToAsyncEnumerable()), ct);
        return controller.File(file.ToArray(), TableFormat.Csv.ContentType, $"{name}.csv");
    }
}

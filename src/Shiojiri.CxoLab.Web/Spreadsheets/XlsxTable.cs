using System.Buffers;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace Shiojiri.CxoLab.Web.Spreadsheets;

/// <summary>
/// Writes a table as a workbook. It grows row by row in a temporary file, which is then copied to the output: memory stays flat, and a fault
/// on the way shows before the first byte has left.
/// </summary>
/// <remarks>The file is needed besides: a zip is finished by synchronous writes, which the body of an answer does not take.</remarks>
internal static class XlsxTable
{
    private const int MostRows = 1_048_576;

    private static readonly SearchValues<char> NotInNames = SearchValues.Create(@"[]:*?/\'");

    // A cell says where it stands, and blanks at the ends of a text are its own.
    private static readonly SpreadCheetahOptions Layout = new()
    {
        WriteCellReferenceAttributes = true,
        PreserveStringWhitespace = true,
        DefaultFont = new() { Name = "游ゴシック", Size = 11 },
    };

    public static async Task WriteAsync(Stream output, Table table, CancellationToken ct)
    {
        if (table.Name.Length is 0 or > 31 || table.Name.AsSpan().ContainsAny(NotInNames))
        {
            throw new ArgumentException($"Excel takes no sheet named {table.Name}.", nameof(table));
        }

        await using var file = TemporaryFile();
        await WriteBookAsync(file, table, ct);
        file.Position = 0;
        await file.CopyToAsync(output, ct);
    }

    private static async Task WriteBookAsync(Stream file, Table table, CancellationToken ct)
    {
        await using var book = await Spreadsheet.CreateNewAsync(file, Layout, ct);
        var cells = new XlsxCells(book, table.Columns);
        await book.StartWorksheetAsync(table.Name, Sheet(table), ct);
        await book.AddRowAsync(cells.Header(), ct);
        await foreach (var row in table.Rows.WithCancellation(ct))
        {
            ct.ThrowIfCancellationRequested();
            if (book.NextRowNumber > MostRows)
            {
                throw new InvalidOperationException($"A sheet holds {MostRows} rows; nothing is left out in silence.");
            }

            await book.AddRowAsync(cells.Row(row), ct);
        }

        await book.FinishAsync(ct);
    }

    private static WorksheetOptions Sheet(Table table)
    {
        var lastRow = Math.Min(table.Count + 1, MostRows);
        var options = new WorksheetOptions
        {
            FrozenRows = 1,
            AutoFilter = new AutoFilterOptions($"A1:{SpreadsheetUtility.GetColumnName(table.Columns.Count)}{lastRow}"),
        };
        foreach (var (index, column) in table.Columns.Index())
        {
            options.Column(index + 1).Width = XlsxCells.Width(column);
        }

        return options;
    }

    // It holds applicants' data: readable by this user only (GetTempFileName sees to that), and gone even when the process is killed.
    // Windows deletes the file with its last handle; elsewhere its name is taken away at once and the open file lives on.
    private static FileStream TemporaryFile()
    {
        var path = Path.GetTempFileName();
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return file;
    }
}

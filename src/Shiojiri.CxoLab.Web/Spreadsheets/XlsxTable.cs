using System.Buffers;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Shiojiri.CxoLab.Web.Spreadsheets;

/// <summary>
/// Writes a table as a workbook. It grows row by row in a temporary file, which is then copied to the output: memory stays flat, and a fault
/// on the way shows before the first byte has left.
/// </summary>
/// <remarks>
/// The package is opened for writing only. <c>SpreadsheetDocument</c> would open it for updating, and then each part is held in memory
/// until the end (dotnet/Open-XML-SDK issue 807), even with <c>OpenXmlWriter</c>.
/// </remarks>
internal static class XlsxTable
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly SearchValues<char> NotInNames = SearchValues.Create(@"[]:*?/\'");

    private static readonly Uri BookUri = new("/xl/workbook.xml", UriKind.Relative);

    private static readonly Uri SheetUri = new("/xl/worksheets/sheet1.xml", UriKind.Relative);

    private static readonly Uri StylesUri = new("/xl/styles.xml", UriKind.Relative);

    public static async Task WriteAsync(
        Stream output, string sheetName, IReadOnlyList<string> header, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken ct)
    {
        await using var file = TemporaryFile();
        using (var package = Package.Open(file, FileMode.Create, FileAccess.Write))
        {
            AddBook(package, sheetName);
            await AddSheetAsync(package, header, rows, ct);
        }

        file.Position = 0;
        await file.CopyToAsync(output, ct);
    }

    private static void AddBook(Package package, string sheetName)
    {
        if (sheetName.Length is 0 or > 31 || sheetName.AsSpan().ContainsAny(NotInNames))
        {
            throw new ArgumentException($"Excel takes no sheet named {sheetName}.", nameof(sheetName));
        }

        package.CreateRelationship(BookUri, TargetMode.Internal, $"{Relationship}officeDocument");
        var book = package.CreatePart(BookUri, $"{ContentType}sheet.main+xml", CompressionOption.Normal);
        var sheet = book.CreateRelationship(SheetUri, TargetMode.Internal, $"{Relationship}worksheet");
        book.CreateRelationship(StylesUri, TargetMode.Internal, $"{Relationship}styles");
        Fill(book, new Workbook(
            new BookViews(new WorkbookView()),
            new Sheets(new Sheet { Name = sheetName, SheetId = 1, Id = sheet.Id })));
        Fill(package.CreatePart(StylesUri, $"{ContentType}styles+xml", CompressionOption.Normal), XlsxStyles.Sheet());
    }

    private static void Fill(PackagePart part, OpenXmlPartRootElement root)
    {
        using var stream = part.GetStream();
        using var xml = OpenXmlWriter.Create(stream);
        xml.WriteStartDocument(standalone: true);
        xml.WriteElement(root);
    }

    private static async Task AddSheetAsync(
        Package package, IReadOnlyList<string> header, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken ct)
    {
        await using var stream = package.CreatePart(SheetUri, $"{ContentType}worksheet+xml", CompressionOption.Normal).GetStream();
        using var xml = OpenXmlWriter.Create(stream);
        var sheet = new XlsxSheet(xml, header.Count);
        sheet.Start(header);
        await foreach (var row in rows.WithCancellation(ct))
        {
            ct.ThrowIfCancellationRequested();
            sheet.WriteRow(row);
        }

        sheet.End();
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

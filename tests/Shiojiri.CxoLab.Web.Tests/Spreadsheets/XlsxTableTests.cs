using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shiojiri.CxoLab.Web.Spreadsheets;

namespace Shiojiri.CxoLab.Web.Tests.Spreadsheets;

public sealed class XlsxTableTests
{
    [Fact]
    public async Task The_workbook_is_valid()
    {
        using var book = await BookAsync(Sample.Header, Sample.Rows);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Equal(["応募者"], book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!));
    }

    [Fact]
    public async Task Every_text_comes_back_as_it_was()
    {
        using var book = await BookAsync(Sample.Header, Sample.Rows);

        Assert.Equal([Sample.Header, .. Sample.Rows], Texts(book));
    }

    [Fact]
    public async Task Every_cell_is_text_and_none_a_formula()
    {
        using var book = await BookAsync(Sample.Header, Sample.Rows);

        var cells = Sheet(book).Descendants<Cell>().ToList();
        var formats = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        Assert.Equal(30, cells.Count);
        Assert.All(cells, cell => Assert.Equal(49U, formats[(int)cell.StyleIndex!.Value].NumberFormatId!.Value));
        Assert.Equal(27, cells.Count(cell => cell.DataType?.Value == CellValues.InlineString));
        Assert.Equal(["A7", "B7", "C7"], cells.Where(cell => cell.DataType is null).Select(cell => cell.CellReference!.Value!));
        Assert.Empty(Sheet(book).Descendants<CellFormula>());
        Assert.Empty(Sheet(book).Descendants<CellValue>());
    }

    [Fact]
    public async Task Blanks_at_the_ends_are_kept()
    {
        using var book = await BookAsync(["a"], [" x "]);

        Assert.All(Sheet(book).Descendants<DocumentFormat.OpenXml.Spreadsheet.Text>(), text => Assert.Equal(SpaceProcessingModeValues.Preserve, text.Space!.Value));
    }

    [Theory]
    [InlineData("x\0y\u0001\u000bz", "x\ufffdy\ufffd\ufffdz")]
    [InlineData("\ufffe\uffff", "\ufffd\ufffd")]
    [InlineData("a\r\nb\rc\nd\te", "a\nb\nc\nd\te")]
    public async Task What_XML_cannot_hold_is_replaced_in_sight(string text, string shown)
    {
        using var book = await BookAsync(["a"], [text]);

        Assert.Equal([["a"], [shown]], Texts(book));
    }

    // Not a line of the theory above: an attribute can't hold half a pair.
    [Fact]
    public async Task Half_a_character_is_replaced_in_sight()
    {
        using var book = await BookAsync(["a"], ["half \ud842 pair \udfb7"]);

        Assert.Equal([["a"], ["half \ufffd pair \ufffd"]], Texts(book));
    }

    [Fact]
    public async Task A_literal_escape_of_Excel_is_escaped()
    {
        using var book = await BookAsync(["a"], ["_x0041_x0042_ _x00_ x_x"]);

        Assert.Equal("_x005F_x0041_x005F_x0042_ _x00_ x_x", Sheet(book).Descendants<Cell>().Last().InnerText);
    }

    [Fact]
    public async Task The_header_is_bold_and_frozen_and_columns_are_wide_enough()
    {
        using var book = await BookAsync(["短い", "自己紹介と志望動機をあわせた長い見出し", new string('長', 99)], ["1", "2", "3"]);

        var styles = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var bold = Sheet(book).Descendants<Row>().Select(row => styles.Fonts!.Elements<Font>()
            .ElementAt((int)(styles.CellFormats!.Elements<CellFormat>().ElementAt((int)row.Elements<Cell>().First().StyleIndex!.Value).FontId?.Value ?? 0)).Bold is not null);
        var pane = Sheet(book).Descendants<Pane>().Single();
        Assert.Equal([true, false], bold);
        Assert.Equal(("A2", 1.0, PaneStateValues.Frozen), (pane.TopLeftCell!.Value, pane.VerticalSplit!.Value, pane.State!.Value));
        Assert.Equal([18.0, 40.0, 40.0], Sheet(book).Descendants<Column>().Select(column => column.Width!.Value));
    }

    [Fact]
    public async Task Columns_beyond_Z_have_two_letters()
    {
        using var book = await BookAsync([.. Enumerable.Range(1, 703).Select(n => $"{n}")]);

        var places = Sheet(book).Descendants<Cell>().Select(cell => cell.CellReference!.Value!).ToList();
        Assert.Equal(("A1", "Z1", "AA1", "AZ1", "BA1", "ZZ1", "AAA1"), (places[0], places[25], places[26], places[51], places[52], places[701], places[702]));
        Assert.Empty(new OpenXmlValidator().Validate(book));
    }

    [Fact]
    public async Task The_longest_cell_fits_and_a_longer_one_is_refused_before_anything_is_sent()
    {
        var output = new KestrelLikeStream();
        using var book = await BookAsync(["a"], [new string('あ', XlsxText.Longest)]);

        await Assert.ThrowsAsync<ArgumentException>(() => XlsxTable.WriteAsync(
            output, "応募者", ["a"], Sample.Stream([[new string('あ', XlsxText.Longest + 1)]]), CancellationToken.None));

        Assert.Equal(XlsxText.Longest, Texts(book)[1][0].Length);
        Assert.Equal(0, output.Written);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026/27")]
    [InlineData("一とても長くて三十一文字では決しておさまらないシートの名前です。")]
    public async Task A_name_that_Excel_refuses_is_refused(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => XlsxTable.WriteAsync(new KestrelLikeStream(), name, ["a"], Sample.Stream([]), CancellationToken.None));

    [Fact]
    public async Task A_visitor_who_leaves_ends_the_reading()
    {
        using var gone = new CancellationTokenSource();
        var output = new KestrelLikeStream();
        var read = 0;
        var rows = Enumerable.Range(0, 1000).Select(number =>
        {
            if (++read == 10)
            {
                gone.Cancel();
            }

            return new[] { $"{number}" };
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => XlsxTable.WriteAsync(output, "応募者", ["a"], Sample.Stream(rows), gone.Token));

        Assert.Equal((10, 0L), (read, output.Written));
    }

    private static Worksheet Sheet(SpreadsheetDocument book) => book.WorkbookPart!.WorksheetParts.Single().Worksheet;

    // Excel's own reading: _x005F_ is an underscore.
    private static string[][] Texts(SpreadsheetDocument book) =>
        [.. Sheet(book).Descendants<Row>().Select(row => row.Elements<Cell>()
            .Select(cell => cell.InnerText.Replace("_x005F_", "_", StringComparison.Ordinal)).ToArray())];

    private static async Task<SpreadsheetDocument> BookAsync(string[] header, params string[][] rows)
    {
        var kept = new MemoryStream();
        await XlsxTable.WriteAsync(new KestrelLikeStream(kept), "応募者", header, Sample.Stream(rows), CancellationToken.None);
        kept.Position = 0;
        return SpreadsheetDocument.Open(kept, isEditable: false);
    }
}

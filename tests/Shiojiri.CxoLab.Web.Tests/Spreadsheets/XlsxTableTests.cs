using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shiojiri.CxoLab.Web.Spreadsheets;
using Table = Shiojiri.CxoLab.Web.Spreadsheets.Table;

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
    public async Task Numbers_add_up_and_days_are_days()
    {
        using var book = await BookAsync(new Table(
            "応募者",
            [new("電話"), new("金額", ColumnKind.Number), new("平均", ColumnKind.Mean), new("期限", ColumnKind.Day), new("日時", ColumnKind.Moment)],
            4,
            Sample.Stream(
            [
                ["0312345678", 20000, 3.85, new DateOnly(2026, 4, 1), new DateTime(2026, 4, 1, 18, 30, 0)],
                ["007", 0, null, new DateOnly(2026, 12, 31), new DateTime(2026, 12, 31, 0, 0, 0)],
                ["", -5000, 4.0, null, null],
                [null, null, null, null, null],
            ])));

        Assert.Equal((15000.0, 7.85), (Numbers(book, "B").Sum(), Math.Round(Numbers(book, "C").Sum(), 2)));
        Assert.Equal([new DateTime(2026, 4, 1), new DateTime(2026, 12, 31)], Numbers(book, "D").Select(DateTime.FromOADate));
        Assert.Equal([new DateTime(2026, 4, 1, 18, 30, 0), new DateTime(2026, 12, 31)], Numbers(book, "E").Select(DateTime.FromOADate));
        Assert.Empty(Numbers(book, "A"));
        Assert.Equal(["@", "#,##0", "0.00", "yyyy-mm-dd", "yyyy-mm-dd hh:mm"], Sheet(book).Descendants<Row>().ElementAt(1).Elements<Cell>().Select(cell => Format(book, cell)));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public async Task Long_texts_are_wrapped_in_a_wide_column_and_the_rows_can_be_filtered()
    {
        using var book = await BookAsync(new Table("応募者", [new("氏名"), new("動機", ColumnKind.LongText)], 2, Sample.Stream([["一", "一行目\n二行目"], ["二", null]])));

        Assert.Equal([false, true], Sheet(book).Descendants<Row>().ElementAt(1).Elements<Cell>().Select(cell => Look(book, cell).Alignment?.WrapText?.Value ?? false));
        Assert.Equal([18.0, 60.0], Sheet(book).Descendants<Column>().Select(column => column.Width!.Value));
        Assert.Equal("A1:B3", Sheet(book).Descendants<AutoFilter>().Single().Reference!.Value);
    }

    [Fact]
    public async Task A_value_of_another_kind_than_its_column_is_a_mistake_of_ours() => await Assert.ThrowsAsync<System.Diagnostics.UnreachableException>(
        () => BookAsync(new Table("応募者", [new("平均", ColumnKind.Mean)], 1, Sample.Stream([[3.85m]]))));

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
            output, Sample.Table(["a"], [[new string('あ', XlsxText.Longest + 1)]]), CancellationToken.None));

        Assert.Equal(XlsxText.Longest, Texts(book)[1][0].Length);
        Assert.Equal(0, output.Written);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026/27")]
    [InlineData("一とても長くて三十一文字では決しておさまらないシートの名前です。")]
    public async Task A_name_that_Excel_refuses_is_refused(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => XlsxTable.WriteAsync(new KestrelLikeStream(), Sample.Table(["a"]) with { Name = name }, CancellationToken.None));

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
            () => XlsxTable.WriteAsync(output, Sample.Table(["a"], rows), gone.Token));

        Assert.Equal((10, 0L), (read, output.Written));
    }

    private static Worksheet Sheet(SpreadsheetDocument book) => book.WorkbookPart!.WorksheetParts.Single().Worksheet;

    // Cells that a program counts with: no type, and a value.
    private static IEnumerable<double> Numbers(SpreadsheetDocument book, string column) => Sheet(book).Descendants<Cell>()
        .Where(cell => cell.CellReference!.Value!.StartsWith(column, StringComparison.Ordinal) && cell is { DataType: null, CellValue: not null })
        .Select(cell => double.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture));

    private static CellFormat Look(SpreadsheetDocument book, Cell cell) =>
        book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    private static string Format(SpreadsheetDocument book, Cell cell) => Look(book, cell).NumberFormatId!.Value switch
    {
        2 => "0.00",
        3 => "#,##0",
        49 => "@",
        var own => book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.NumberingFormats!.Elements<NumberingFormat>().Single(f => f.NumberFormatId!.Value == own).FormatCode!.Value!,
    };

    // Excel's own reading: _x005F_ is an underscore.
    private static string[][] Texts(SpreadsheetDocument book) =>
        [.. Sheet(book).Descendants<Row>().Select(row => row.Elements<Cell>()
            .Select(cell => cell.InnerText.Replace("_x005F_", "_", StringComparison.Ordinal)).ToArray())];

    private static Task<SpreadsheetDocument> BookAsync(string[] header, params string[][] rows) => BookAsync(Sample.Table(header, rows));

    private static async Task<SpreadsheetDocument> BookAsync(Table table)
    {
        var kept = new MemoryStream();
        await XlsxTable.WriteAsync(new KestrelLikeStream(kept), table, CancellationToken.None);
        kept.Position = 0;
        return SpreadsheetDocument.Open(kept, isEditable: false);
    }
}

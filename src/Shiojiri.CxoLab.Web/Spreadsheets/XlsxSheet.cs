using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Inline = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace Shiojiri.CxoLab.Web.Spreadsheets;

/// <summary>Writes the one sheet of a workbook, row after row. Every cell is typed as text, so nothing in it can be a formula or lose a zero.</summary>
internal sealed class XlsxSheet(OpenXmlWriter xml, int columns)
{
    private const uint MostRows = 1_048_576;

    private uint _rows;

    public void Start(IReadOnlyList<string> header)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetViews(new SheetView(FrozenHeader()) { WorkbookViewId = 0 }));
        xml.WriteElement(new Columns(header.Select((title, index) => Column(title, (uint)index + 1))));
        xml.WriteStartElement(new SheetData());
        WriteRow(header, XlsxStyles.Header);
    }

    public void WriteRow(IReadOnlyList<string> cells) => WriteRow(cells, XlsxStyles.Body);

    public void End()
    {
        xml.WriteEndElement();
        // Else Excel marks every telephone number with a green corner: "number stored as text".
        xml.WriteElement(new IgnoredErrors(new IgnoredError
        {
            SequenceOfReferences = new() { InnerText = $"A1:{Letters(columns)}{_rows}" },
            NumberStoredAsText = true,
        }));
        xml.WriteEndElement();
    }

    private void WriteRow(IReadOnlyList<string> cells, uint style)
    {
        if (++_rows > MostRows)
        {
            throw new InvalidOperationException($"A sheet holds {MostRows} rows; nothing is left out in silence.");
        }

        xml.WriteElement(new Row(cells.Select((text, index) => Cell(text, $"{Letters(index + 1)}{_rows}", style))) { RowIndex = _rows });
    }

    // An empty text is a blank cell, so that filters for blanks and counts work.
    private static Cell Cell(string text, string place, uint style) => text.Length == 0
        ? new Cell { CellReference = place, StyleIndex = style }
        : new Cell(new InlineString(new Inline(XlsxText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = place,
            StyleIndex = style,
            DataType = CellValues.InlineString,
        };

    private static Pane FrozenHeader() =>
        new() { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };

    // The widths come before the rows, which are not known yet: as wide as the title, within what can be read side by side.
    private static Column Column(string title, uint number) => new()
    {
        Min = number,
        Max = number,
        Width = Math.Clamp(title.Sum(letter => letter > 0xff ? 2 : 1) + 2, 18, 40),
        CustomWidth = true,
        Style = XlsxStyles.Body,
    };

    private static string Letters(int column) =>
        column == 0 ? "" : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));
}

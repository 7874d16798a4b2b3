using System.Diagnostics;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace Shiojiri.CxoLab.Web.Spreadsheets;

/// <summary>The cells of a workbook: text typed as text, so that nothing in it is a formula or loses a zero; numbers and days as such.</summary>
internal sealed class XlsxCells
{
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly StyleId _header;
    private readonly StyleId[] _styles;

    public XlsxCells(Spreadsheet book, IReadOnlyList<TableColumn> columns)
    {
        _columns = columns;
        _header = book.AddStyle(new Style { Format = Format(ColumnKind.Text), Font = new() { Bold = true } });
        var styles = columns.Select(c => c.Kind).Distinct().ToDictionary(kind => kind, kind => book.AddStyle(new Style
        {
            Format = Format(kind),
            Alignment = new() { Vertical = VerticalAlignment.Top, WrapText = kind is ColumnKind.LongText },
        }));
        _styles = [.. columns.Select(c => styles[c.Kind])];
    }

    /// <summary>In characters of Latin script. Widths come before the rows, which are not known yet: the title's, within what can be read side by side.</summary>
    public static double Width(TableColumn column)
    {
        var title = column.Title.Sum(letter => letter > 0xff ? 2 : 1) + 4;
        return column.Kind is ColumnKind.LongText ? 60 : Math.Clamp(title, 18, 40);
    }

    public StyledCell[] Header() => [.. _columns.Select(column => new StyledCell(XlsxText.Of(column.Title), _header))];

    public StyledCell[] Row(IReadOnlyList<object?> values) => [.. values.Select((value, index) => Cell(value, index))];

    // An empty text is a blank cell, so that filters for blanks and counts work.
    private StyledCell Cell(object? value, int column) => value switch
    {
        null or "" => new StyledCell((string?)null, _styles[column]),
        string text => new StyledCell(XlsxText.Of(text), _styles[column]),
        int number => new StyledCell(number, _styles[column]),
        double number => new StyledCell(number, _styles[column]),
        DateOnly day => new StyledCell(day.ToDateTime(TimeOnly.MinValue), _styles[column]),
        DateTime moment => new StyledCell(moment, _styles[column]),
        _ => throw new UnreachableException($"A workbook holds no {value.GetType().Name}."),
    };

    // Text: what is typed into the cell later is text as well.
    private static NumberFormat Format(ColumnKind kind) => kind switch
    {
        ColumnKind.Text or ColumnKind.LongText => NumberFormat.Standard(StandardNumberFormat.Text),
        ColumnKind.Number => NumberFormat.Standard(StandardNumberFormat.ThousandsSeparator),
        ColumnKind.Mean => NumberFormat.Standard(StandardNumberFormat.TwoDecimalPlaces),
        ColumnKind.Day => NumberFormat.Custom("yyyy-mm-dd"),
        ColumnKind.Moment => NumberFormat.Custom("yyyy-mm-dd hh:mm"),
        _ => throw new UnreachableException($"No format for {kind}."),
    };
}

using DocumentFormat.OpenXml.Spreadsheet;

namespace Shiojiri.CxoLab.Web.Spreadsheets;

/// <summary>The looks of a workbook's cells: text, and bold text for the header.</summary>
internal static class XlsxStyles
{
    public const uint Body = 1;

    public const uint Header = 2;

    // The built-in format "@": what is typed into the cell later is text as well.
    private const uint TextFormat = 49;

    public static Stylesheet Sheet() => new(
        new Fonts(Font(), Font(new Bold())),
        // The first two are fixed by Excel, whatever is written here.
        new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125)),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true, FontId = 1, ApplyFont = true }));

    private static Font Font(params Bold[] bold) => new([.. bold, new FontSize { Val = 11 }, new FontName { Val = "游ゴシック" }]);

    private static Fill Fill(PatternValues pattern) => new(new PatternFill { PatternType = pattern });
}

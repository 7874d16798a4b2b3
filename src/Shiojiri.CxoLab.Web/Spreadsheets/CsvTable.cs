using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Shiojiri.CxoLab.Web.Spreadsheets;

/// <summary>Writes a table as CSV that Excel opens right: UTF-8 with BOM, CRLF, RFC 4180, formulas inert. One row at a time, never synchronously.</summary>
internal static class CsvTable
{
    private const int RowsBetweenFlushes = 200;

    // Every cell is quoted: an empty row of one column stays a row, and a program that splits at semicolons or tabs finds none outside quotes.
    private static readonly CsvConfiguration Layout = new(CultureInfo.InvariantCulture) { NewLine = "\r\n", ShouldQuote = _ => true };

    public static async Task WriteAsync(Stream output, Table table, CancellationToken ct)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Layout, leaveOpen: true);
        await WriteRowAsync(csv, table.Columns.Select(column => InertCell.Of(column.Title)));
        var written = 0;
        await foreach (var row in table.Rows.WithCancellation(ct))
        {
            ct.ThrowIfCancellationRequested();
            await WriteRowAsync(csv, row.Select((value, index) => Cell(table.Columns[index], value)));
            if (++written % RowsBetweenFlushes == 0)
            {
                await csv.FlushAsync();
            }
        }
    }

    private static Task WriteRowAsync(CsvWriter csv, IEnumerable<string> row)
    {
        foreach (var cell in row)
        {
            csv.WriteField(cell);
        }

        return csv.NextRecordAsync();
    }

    // A number below zero is no formula: only what people wrote is made inert.
    private static string Cell(TableColumn column, object? value) => value is string text ? InertCell.Of(text) : column.Text(value);
}

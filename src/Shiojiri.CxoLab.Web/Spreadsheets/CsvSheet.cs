using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Shiojiri.CxoLab.Web.Spreadsheets;

/// <summary>One row of a file that somebody gives.</summary>
/// <param name="Line">As a program for texts counts, from 1; the columns' names are the first.</param>
/// <param name="Cells">By the names of the columns.</param>
internal sealed record CsvRow(int Line, IReadOnlyDictionary<string, string> Cells);

/// <summary>A CSV file that somebody gives: UTF-8 with or without BOM, or Shift_JIS as Japanese Excel writes it; its first row names the columns.</summary>
internal sealed record CsvSheet(IReadOnlyList<string> Columns, IReadOnlyList<CsvRow> Rows)
{
    /// <summary>More than staff write by hand.</summary>
    public const int MostRows = 500;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Shift_JIS with the signs that Windows adds to it (code page 932).</summary>
    public static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text of a file; null when its bytes are no text in either encoding.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            return null;
        }

        foreach (var encoding in new[] { Utf8, ShiftJis })
        {
            try
            {
                var text = encoding.GetString(bytes).TrimStart('\ufeff');

                // Windows reads the wave of Shift_JIS as another sign than everybody else.
                return encoding == ShiftJis ? text.Replace('\uff5e', '\u301c') : text;
            }
            catch (DecoderFallbackException)
            {
                // The other one, then.
            }
        }

        return null;
    }

    /// <summary>Reads a text; says in Japanese what is wrong with the file as a whole.</summary>
    /// <param name="known">The names that a column may have.</param>
    /// <param name="needed">Those that have to be there.</param>
    public static bool TryRead(string text, IReadOnlyCollection<string> known, IEnumerable<string> needed, [NotNullWhen(true)] out CsvSheet? sheet, [NotNullWhen(false)] out string? fault)
    {
        var broken = 0;
        var layout = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = bad => broken = broken == 0 ? bad.Context.Parser!.RawRow : broken };
        using var parser = new CsvParser(new StringReader(text), layout);
        var columns = parser.Read() ? parser.Record!.Select(c => c.Trim()).ToList() : [];
        var rows = new List<CsvRow>();
        fault = columns.All(c => c.Length == 0) ? "ファイルが空か、1行目に列の名前がありません"
            : columns.FirstOrDefault(c => c.Length > 0 && !known.Contains(c)) is { } strange ? $"「{strange}」という列はありません。使える列は、{string.Join('、', known)}です"
            : columns.Where(c => c.Length > 0).GroupBy(c => c).FirstOrDefault(c => c.Skip(1).Any())?.Key is { } doubled ? $"「{doubled}」の列が二つあります"
            : needed.FirstOrDefault(c => !columns.Contains(c)) is { } missing ? $"「{missing}」の列がありません"
            : null;
        while (fault is null && parser.Read())
        {
            var record = parser.Record!;
            if (record.Any(c => !string.IsNullOrWhiteSpace(c)))
            {
                rows.Add(new CsvRow(parser.RawRow - record.Sum(c => c.ReplaceLineEndings("\n").Count(sign => sign == '\n')), columns.Select((name, i) => (name, i)).Where(c => c.name.Length > 0)
                    .ToDictionary(c => c.name, c => c.i < record.Length ? InertCell.Undo(record[c.i]) : "", StringComparer.Ordinal)));
            }

            fault = broken > 0 ? $"{broken}行目の引用符（\"）の組み合わせを読み取れません" : rows.Count > MostRows ? $"一度に入れられるのは{MostRows}行までです" : null;
        }

        fault ??= rows.Count == 0 ? "列の名前の下に、行がありません" : null;
        sheet = fault is null ? new CsvSheet(columns, rows) : null;
        return fault is null;
    }
}

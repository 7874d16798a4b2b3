using System.Text;
using Shiojiri.CxoLab.Web.Spreadsheets;

namespace Shiojiri.CxoLab.Web.Tests.Spreadsheets;

public sealed class CsvTableTests
{
    [Fact]
    public async Task The_file_is_UTF_8_with_a_BOM_CRLF_and_quotes()
    {
        var bytes = await BytesAsync(["名", "電話"], ["=1,\"髙\"", "0312345678"], ["", "a\r\nb\nc"]);

        byte[] expected = [0xef, 0xbb, 0xbf, .. "\"名\",\"電話\"\r\n\"'=1,\"\"髙\"\"\",\"0312345678\"\r\n\"\",\"a\r\nb\nc\"\r\n"u8];
        Assert.Equal(expected, bytes);
    }

    [Fact]
    public async Task Every_text_comes_back_whole_and_inert()
    {
        string[] live = ["=1+1", "+81-90-1234-5678", "-2", "@SUM(A1)", "＝1", "＋1", "－1", "＠1", "\t=1", "\n=1", " =1"];

        var rows = Rfc4180.Read(Text(await BytesAsync(Sample.Header, Sample.Rows)));

        Assert.Equal([Sample.Header, .. Sample.Rows.Select(row => row.Select(cell => live.Contains(cell) ? $"'{cell}" : cell).ToArray())], rows);
    }

    [Fact]
    public async Task Control_characters_and_broken_text_do_not_cut_a_cell_short()
    {
        var rows = Rfc4180.Read(Text(await BytesAsync(["a"], ["x\0y\u0001z"], ["half \ud842 pair"], ["lone\rCR"])));

        Assert.Equal([["a"], ["x\0y\u0001z"], ["half \ufffd pair"], ["lone\rCR"]], rows);
    }

    [Fact]
    public async Task Numbers_and_days_are_written_as_every_program_reads_them_and_a_minus_is_no_formula()
    {
        var kept = new MemoryStream();
        var table = new Table(
            "応募者",
            [new("金額", ColumnKind.Number), new("平均", ColumnKind.Mean), new("期限", ColumnKind.Day), new("日時", ColumnKind.Moment), new("文", ColumnKind.LongText)],
            2,
            Sample.Stream([[-20000, 3.5, new DateOnly(2026, 4, 1), new DateTime(2026, 4, 1, 9, 5, 0), "-1"], [null, null, null, null, null]]));

        await CsvTable.WriteAsync(new KestrelLikeStream(kept), table, CancellationToken.None);

        Assert.Equal([["-20000", "3.50", "2026-04-01", "2026-04-01 09:05", "'-1"], ["", "", "", "", ""]], Rfc4180.Read(Text(kept.ToArray()))[1..]);
    }

    [Fact]
    public async Task A_table_without_rows_is_its_header() =>
        Assert.Equal([0xef, 0xbb, 0xbf, .. "\"a\"\r\n"u8], await BytesAsync(["a"]));

    [Fact]
    public async Task The_output_stays_open()
    {
        var output = new KestrelLikeStream();

        await CsvTable.WriteAsync(output, Sample.Table(Sample.Header, Sample.Rows), CancellationToken.None);

        Assert.False(output.IsClosed);
    }

    [Fact]
    public async Task Rows_leave_while_later_ones_are_still_read()
    {
        var output = new KestrelLikeStream();
        var cell = new string('あ', 100);
        var furthestBehind = 0L;
        var rows = Enumerable.Range(0, 10_000).Select(number =>
        {
            furthestBehind = Math.Max(furthestBehind, (number * 304L) - output.Written);
            return new[] { cell };
        });

        await CsvTable.WriteAsync(output, Sample.Table(["a"], rows), CancellationToken.None);

        Assert.Equal(3 + 5 + (10_000 * 304), output.Written);
        Assert.InRange(furthestBehind, 1, 64 * 1024);
        Assert.InRange(output.Flushes, 50, 60);
    }

    [Fact]
    public async Task A_visitor_who_leaves_ends_the_reading()
    {
        using var gone = new CancellationTokenSource();
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
            () => CsvTable.WriteAsync(new KestrelLikeStream(), Sample.Table(["a"], rows), gone.Token));

        Assert.Equal(10, read);
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes.AsSpan(3));

    private static async Task<byte[]> BytesAsync(string[] header, params string[][] rows)
    {
        var kept = new MemoryStream();
        await CsvTable.WriteAsync(new KestrelLikeStream(kept), Sample.Table(header, rows), CancellationToken.None);
        return kept.ToArray();
    }
}

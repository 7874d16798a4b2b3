using System.Runtime.CompilerServices;
using Shiojiri.CxoLab.Web.Spreadsheets;

namespace Shiojiri.CxoLab.Web.Tests.Spreadsheets;

/// <summary>Texts that people type and attackers send.</summary>
internal static class Sample
{
    public static readonly string[] Header = ["氏名", "電話番号", "志望動機"];

    public static readonly string[][] Rows =
    [
        ["髙﨑 𠮷", "0312345678", "\"引用\"、, comma; と\ttab"],
        ["=1+1", "+81-90-1234-5678", "一行目\n二行目\n\n=四行目"],
        ["-2", "@SUM(A1)", "＝1"],
        ["＋1", "－1", "＠1"],
        ["\t=1", "\n=1", " =1"],
        ["", "", ""],
        ["👨‍👩‍👧‍👦", "007", " 前後の空白 "],
        ["葛󠄀城", "1-2", "<b>&amp;_x0041_x0042_</b>"],
        ["'=1", "1e5", "nul"],
    ];

    /// <summary>A table of texts.</summary>
    public static Table Table(IReadOnlyList<string> header, params IEnumerable<IReadOnlyList<object?>> rows) =>
        new("応募者", [.. header.Select(title => new TableColumn(title))], rows.TryGetNonEnumeratedCount(out var count) ? count : 0, Stream(rows));

    public static async IAsyncEnumerable<IReadOnlyList<object?>> Stream(
        IEnumerable<IReadOnlyList<object?>> rows, [EnumeratorCancellation] CancellationToken ct = default)
    {
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return row;
        }
    }
}

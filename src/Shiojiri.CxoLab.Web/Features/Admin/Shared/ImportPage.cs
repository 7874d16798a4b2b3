using System.Security.Cryptography;
using System.Text;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Spreadsheets;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>What becomes of one row of an imported file.</summary>
internal enum ImportVerdict
{
    /// <summary>足す</summary>
    New,

    /// <summary>変える</summary>
    Changed,

    /// <summary>同じものがある: nothing happens.</summary>
    Known,

    /// <summary>入れられない: nothing happens, for a reason.</summary>
    Faulty,
}

/// <summary>One row before anything is saved.</summary>
/// <param name="Notes">Why it can't be taken, or what changes.</param>
internal sealed record ImportRow(int Line, string Name, ImportVerdict Verdict, IReadOnlyList<string> Notes)
{
    /// <summary>The number of what it was compared with, where that has one.</summary>
    public int Seen { get; init; }

    public Chip Chip => Verdict switch
    {
        ImportVerdict.New => new("done", Icon.Check, "足します"),
        ImportVerdict.Changed => new("new", Icon.Dot, "変わります"),
        ImportVerdict.Known => new("off", Icon.Minus, "同じものがあります"),
        ImportVerdict.Faulty => new("late", Icon.Warning, "入れられません"),
        _ => throw new InvalidOperationException("An unknown verdict."),
    };
}

/// <summary>What a kind of import is called and where it lives.</summary>
/// <param name="Address">Of the page that takes the file.</param>
/// <param name="Current">Where a file of what is there now can be had.</param>
/// <param name="CanPublish">Whether what is taken may be shown to visitors at once.</param>
internal sealed record ImportKind(string Title, string Back, string BackLabel, string Address, IReadOnlyList<string> Columns, IReadOnlyList<string> Needed, string? Current, bool CanPublish)
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MostBytes = 200 * 1024;

    /// <summary>Of the whole form, whose text may take three bytes for two of Shift_JIS.</summary>
    public const int MaxBody = 1024 * 1024;
}

/// <summary>The page that takes a file, and the one that shows what would become of it.</summary>
/// <param name="Text">The file, when it could be read.</param>
internal sealed record ImportPage(ImportKind Kind, string? Error, string? Text, IReadOnlyList<ImportRow> Rows, bool IsStale = false)
{
    public int Taken => Rows.Count(r => r.Verdict is ImportVerdict.New or ImportVerdict.Changed);

    /// <summary>Of all verdicts: another one means that something was saved in between.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Rows.Select(r => $"{r.Line} {r.Verdict} {r.Seen} {string.Join(' ', r.Notes)}")))))[..16];
}

/// <summary>A file as it was sent, or its text as the page before carried it.</summary>
internal static class ImportFile
{
    /// <summary>The text, or in Japanese why there is none.</summary>
    public static async Task<(string? Text, string? Error)> ReadAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null or { Length: 0 })
        {
            return (null, "CSVファイルを選んでください");
        }

        if (file.Length > ImportKind.MostBytes)
        {
            return (null, $"ファイルが大きすぎます。{ImportKind.MostBytes / 1024}KBまでにしてください");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        return CsvSheet.Decode(bytes.ToArray()) is { } text ? (text, null) : (null, "文字を読み取れません。CSV（UTF-8 または Shift_JIS）で保存したファイルを選んでください");
    }
}

using System.Text.RegularExpressions;
using DiffPlex;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

internal enum DiffKind
{
    Same,
    Out,
    In,
}

internal sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>The words that were taken out of a text and put into it.</summary>
internal static class WordDiff
{
    public static IReadOnlyList<DiffPart> Of(string? before, string? after)
    {
        var result = Differ.Instance.CreateDiffs(before ?? "", after ?? "", ignoreWhiteSpace: false, ignoreCase: false, JapaneseChunker.Instance);
        var parts = new List<DiffPart>();
        var at = 0;
        foreach (var block in result.DiffBlocks)
        {
            Add(parts, DiffKind.Same, result.PiecesNew, at, block.InsertStartB);
            Add(parts, DiffKind.Out, result.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Add(parts, DiffKind.In, result.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(parts, DiffKind.Same, result.PiecesNew, at, result.PiecesNew.Count);
        return parts;
    }

    private static void Add(List<DiffPart> parts, DiffKind kind, IReadOnlyList<string> pieces, int from, int until)
    {
        if (until > from)
        {
            parts.Add(new DiffPart(kind, string.Concat(pieces.Skip(from).Take(until - from))));
        }
    }
}

/// <summary>Cuts a text where a Japanese reader sees one word end: between kanji, hiragana, katakana, letters, digits and signs.</summary>
internal sealed partial class JapaneseChunker : IChunker
{
    public static readonly JapaneseChunker Instance = new();

    public IReadOnlyList<string> Chunk(string text) => [.. Words().Matches(text).Select(m => m.Value)];

    // The long sign goes on with what it lengthens; a low surrogate never begins a word.
    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}々〆ヶ]+|\p{IsHiragana}+|[\p{IsKatakana}]+|[A-Za-z]+|[0-9０-９]+|[\ud800-\udbff][\udc00-\udfff]|[\s\S]")]
    private static partial Regex Words();
}

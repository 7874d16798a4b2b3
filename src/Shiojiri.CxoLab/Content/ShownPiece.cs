namespace Shiojiri.CxoLab.Content;

/// <summary>One piece as visitors see it.</summary>
/// <param name="Fields">By the names of <see cref="ContentField"/>.</param>
public sealed record ShownPiece(string Key, ContentKind Kind, int Position, IReadOnlyDictionary<string, string?> Fields)
{
    /// <summary>Since when they stand on the site; null: from the start, or they are a draft.</summary>
    public DateTime? SinceUtc { get; init; }

    /// <summary>The words of a field; empty when nothing is written there.</summary>
    public string this[string field] => Fields.GetValueOrDefault(field) ?? "";
}

using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>By which a text is known to tell of a person: as typed, and as people look for it, whatever the width, the kana and the hyphens.</summary>
internal sealed class TellingWords
{
    /// <summary>A shorter word would be found in what is about somebody else.</summary>
    private const int ShortestPart = 3;

    private readonly string[] _typed;
    private readonly string[] _folded;
    private readonly HashSet<string> _whole;

    /// <param name="parts">Found anywhere in a text: names, addresses, numbers.</param>
    /// <param name="wholes">Words that may stand for others too, found only as the whole of a text: tags, names of saved filters.</param>
    public TellingWords(IReadOnlyCollection<string> parts, IReadOnlyCollection<string> wholes)
    {
        _typed = [.. parts.Where(IsLongEnough)];
        _folded = [.. parts.Select(SearchKey.Fold).Where(IsLongEnough).Distinct()];
        _whole = [.. wholes.Select(SearchKey.Fold).Where(word => word.Length > 0)];
    }

    public static TellingWords None { get; } = new([], []);

    public bool IsEmpty => _typed.Length + _folded.Length + _whole.Count == 0;

    /// <summary>Long enough to be taken for nobody else.</summary>
    public static bool IsLongEnough(string word) => word.Length >= ShortestPart;

    public bool AreIn(string text) => SearchKey.Fold(text) is var folded
        && (_whole.Contains(folded) || _folded.Any(word => folded.Contains(word, StringComparison.Ordinal)) || _typed.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
}

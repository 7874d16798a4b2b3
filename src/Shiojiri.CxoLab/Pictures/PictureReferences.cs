using System.Text.RegularExpressions;

namespace Shiojiri.CxoLab.Pictures;

/// <summary>How a text names a picture: <c>![説明](picture:KEY)</c>.</summary>
public static partial class PictureReferences
{
    public const string Scheme = "picture:";

    /// <summary>What is put into a text to show a picture there.</summary>
    public static string Mark(string key, string description) => $"![{description.Replace('[', '（').Replace(']', '）')}]({Scheme}{key})";

    /// <summary>The keys that a text names, each once.</summary>
    public static IEnumerable<string> In(string? text) =>
        text is null || !text.Contains(Scheme, StringComparison.Ordinal) ? [] : Named().Matches(text).Select(m => m.Groups[1].Value).Distinct();

    /// <summary>The key that an address names; null for any other address.</summary>
    public static string? KeyOf(string? address) =>
        address is not null && address.StartsWith(Scheme, StringComparison.Ordinal) && RandomToken.IsWellFormed(address[Scheme.Length..]) ? address[Scheme.Length..] : null;

    [GeneratedRegex("picture:([A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])")]
    private static partial Regex Named();
}

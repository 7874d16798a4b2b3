namespace Shiojiri.CxoLab.Content;

/// <summary>A piece that the site has from the start: its page, its name at the desk and the words that stand there until staff write others.</summary>
/// <param name="Key">See <see cref="ContentItem.Key"/>.</param>
/// <param name="Page">The page's name at the desk.</param>
/// <param name="Path">The page's address.</param>
public sealed record BuiltInContent(string Key, ContentKind Kind, string Page, string Path, string Label, IReadOnlyDictionary<string, string?> Fields)
{
    /// <summary>Every piece, in the order of the desk.</summary>
    public static readonly IReadOnlyList<BuiltInContent> All = [.. HomeTexts.All, .. ProgrammeTexts.All, .. RecruitTexts.All, .. PrivacyTexts.All, .. LegalTexts.All, .. FirstQuestions.All];

    private static readonly Dictionary<string, BuiltInContent> ByKey = All.ToDictionary(b => b.Key, StringComparer.Ordinal);

    public static BuiltInContent? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>Its place among those of its kind until somebody moves it.</summary>
    public int Position => (All.TakeWhile(b => b != this).Count(b => b.Kind == Kind) + 1) * Step;

    /// <summary>Between two neighbours in the first order.</summary>
    public const int Step = 10;

    internal static BuiltInContent Plain(string key, string page, string path, string label, string text) =>
        new(key, ContentKind.Text, page, path, label, new Dictionary<string, string?> { [ContentField.Text] = text });

    internal static BuiltInContent Titled(string key, string page, string path, string label, string title, string text) =>
        new(key, ContentKind.Titled, page, path, label, new Dictionary<string, string?> { [ContentField.Title] = title, [ContentField.Text] = text });
}

namespace Shiojiri.CxoLab.Content;

/// <summary>A piece that the site has from the start: its page, its name at the desk and the words that stand there until staff write others.</summary>
/// <param name="Key">See <see cref="ContentItem.Key"/>.</param>
/// <param name="Page">The page's name at the desk.</param>
/// <param name="Path">The page's address.</param>
public sealed record BuiltInContent(string Key, ContentKind Kind, string Page, string Path, string Label, IReadOnlyDictionary<string, string?> Fields)
{
    /// <summary>Every piece, in the order of the desk.</summary>
    public static readonly IReadOnlyList<BuiltInContent> All =
    [
        .. FrameTexts.All, .. HomeTexts.All, .. ProgrammeTexts.All, .. RecruitTexts.All, .. ProjectTexts.All, .. PrivacyTexts.All, .. LegalTexts.All,
        .. FirstProjects.All, .. FirstOrganisations.All, .. FirstMilestones.All, .. FirstQuestions.All,
    ];

    private static readonly Dictionary<string, BuiltInContent> ByKey = All.ToDictionary(b => b.Key, StringComparer.Ordinal);

    private static readonly Dictionary<string, int> Positions =
        All.GroupBy(b => b.Kind).SelectMany(kind => kind.Select((b, i) => (b.Key, Position: (i + 1) * Step))).ToDictionary(b => b.Key, b => b.Position, StringComparer.Ordinal);

    public static BuiltInContent? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>Its place among those of its kind until somebody moves it.</summary>
    public int Position => Positions[Key];

    /// <summary>Between two neighbours in the first order.</summary>
    public const int Step = 10;

    /// <summary>What visitors find in its place once it is taken down, for staff to read first; null when it may not be taken down.</summary>
    public string? WhenTakenDown { get; init; } = Kind.ComesAndGoes() ? "サイトから、すぐに消えます。" : null;

    internal static BuiltInContent Plain(string key, string page, string path, string label, string text) =>
        new(key, ContentKind.Text, page, path, label, new Dictionary<string, string?> { [ContentField.Text] = text });

    internal static BuiltInContent Titled(string key, string page, string path, string label, string title, string text) =>
        new(key, ContentKind.Titled, page, path, label, new Dictionary<string, string?> { [ContentField.Title] = title, [ContentField.Text] = text });

    internal static BuiltInContent Heading(string key, string page, string path, string label, string title) =>
        new(key, ContentKind.Heading, page, path, label, new Dictionary<string, string?> { [ContentField.Title] = title });

    internal static BuiltInContent Caption(string key, string page, string path, string label, string title, string line) =>
        new(key, ContentKind.Caption, page, path, label, new Dictionary<string, string?> { [ContentField.Title] = title, [ContentField.Line] = line });
}

using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>A piece of the site as the desk works on it.</summary>
/// <param name="Item">Null when nobody has saved it yet.</param>
/// <param name="BuiltIn">What stands there without any revision; null for what staff added.</param>
/// <param name="Revisions">Newest first.</param>
internal sealed record EditedContent(string Key, ContentKind Kind, ContentItem? Item, BuiltInContent? BuiltIn, IReadOnlyList<ContentRevision> Revisions)
{
    public bool IsNew => BuiltIn is null && Revisions.Count == 0;

    public ContentRevision? Newest => Revisions.Count > 0 ? Revisions[0] : null;

    /// <summary>The number of the newest revision; 0 when there is none.</summary>
    public int Number => Newest?.Number ?? 0;

    public bool CanBeTakenDown => Kind.ComesAndGoes() || BuiltIn?.WhenTakenDown is not null;

    /// <summary>What visitors find once it is taken down.</summary>
    public string WhenTakenDown => BuiltIn?.WhenTakenDown ?? "サイトから、すぐに消えます。";

    public string Page => BuiltIn?.Page ?? Kind.Label();

    /// <summary>Its name among those of its page.</summary>
    public string Name => NameOf(BuiltIn, Kind, Newest?.Read());

    /// <summary>As the log and messages call it: プログラム「三つの特徴 1」.</summary>
    public string FullName => $"{Page}{Quotation.Of(Name)}";

    public string Address => $"/admin/pages/{Key}";

    /// <summary>What a revision says; of number 0 what is built in, or nothing.</summary>
    public IReadOnlyDictionary<string, string?> FieldsOf(int number) =>
        Revisions.FirstOrDefault(r => r.Number == number)?.Read() ?? BuiltIn?.Fields ?? new Dictionary<string, string?>();

    public static string NameOf(BuiltInContent? builtIn, ContentKind kind, IReadOnlyDictionary<string, string?>? fields) =>
        ContentField.NameOf(kind) is { } field ? Phrasing.Plain(fields?.GetValueOrDefault(field) ?? builtIn?.Label ?? "題名なし") : builtIn?.Label ?? "題名なし";
}

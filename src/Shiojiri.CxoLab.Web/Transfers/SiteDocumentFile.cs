using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shiojiri.CxoLab.Web.Transfers;

/// <summary>Reads and writes a document in a folder. A name that this release does not know is refused: what it means would be lost in silence.</summary>
internal static class SiteDocumentFile
{
    public const string Name = "site.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    public static string Text(SiteDocument document) => JsonSerializer.Serialize(document, Format);

    /// <exception cref="JsonException">It is no such document; says where.</exception>
    public static SiteDocument Parse(string text)
    {
        var document = JsonSerializer.Deserialize<SiteDocument>(text, Format) ?? throw new JsonException("The document is empty.");
        IEnumerable<object?> parts =
        [
            .. document.Cohorts, .. document.Content, .. document.Pictures, .. document.Settings.Values,
            .. document.Cohorts.OfType<CohortDocument>().SelectMany(c => new IEnumerable<object?>[] { c.InterestAreas, c.Sessions, c.Briefings, c.Themes, c.Questions, c.Criteria, c.MailTexts, c.Settings.Values }).SelectMany(p => p),
            .. document.Content.OfType<PieceDocument>().SelectMany(p => p.Revisions),
        ];
        return parts.Contains(null) ? throw new JsonException("There is a null in one of the lists.") : document;
    }

    public static async Task WriteAsync(string folder, SiteDocument document, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);

        // Under another name first: a process that ends in the middle leaves the earlier file whole.
        var part = Path.Combine(folder, $"{Name}.part");
        await File.WriteAllTextAsync(part, Text(document) + "\n", ct);
        File.Move(part, Path.Combine(folder, Name), overwrite: true);
    }

    /// <exception cref="JsonException">It is no such document; says where.</exception>
    public static async Task<SiteDocument> ReadAsync(string folder, CancellationToken ct) =>
        Parse(await File.ReadAllTextAsync(Path.Combine(folder, Name), ct));
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Shiojiri.CxoLab.Web.Features.Shared.StructuredData;

/// <summary>
/// Puts data for search engines into a page (JSON-LD 1.1, schema.org). It is a data block, which the content security policy lets stand and
/// no browser runs. The encoder writes no sign that HTML knows, so whatever staff typed can't end the block.
/// </summary>
internal static class JsonLd
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Empty when there is nothing to say.</summary>
    public static IHtmlContent Script(IEnumerable<Thing> things) =>
        things.ToArray<object>() is { Length: > 0 } graph
            ? new HtmlString($"<script type=\"application/ld+json\">{JsonSerializer.Serialize(new Document(graph), Format)}</script>")
            : HtmlString.Empty;

    // Of things by their own type: declared as Thing they would be written without what is theirs.
    private sealed record Document([property: JsonPropertyName("@graph")] object[] Graph)
    {
        [JsonPropertyName("@context"), JsonPropertyOrder(-1)]
        public string Context { get; } = "https://schema.org";
    }
}

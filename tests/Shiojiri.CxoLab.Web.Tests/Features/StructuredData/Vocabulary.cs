using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.StructuredData;

/// <summary>
/// The part of schema.org that the site speaks: which properties a type has there, and which of them whoever reads it requires (for Event,
/// BreadcrumbList, FAQPage and Offer: Google's documentation of structured data).
/// </summary>
internal static class Vocabulary
{
    private static readonly Dictionary<string, (string[] Required, string[] Known)> Types = new()
    {
        ["Organization"] = (["name"], ["@id", "url", "description", "logo"]),
        ["WebSite"] = (["name", "url"], ["@id", "inLanguage", "publisher"]),
        ["BreadcrumbList"] = (["itemListElement"], []),
        ["ListItem"] = (["position", "name", "item"], []),
        ["Event"] = (
            ["name", "startDate", "location", "eventStatus", "eventAttendanceMode"], ["endDate", "organizer", "description", "url", "isAccessibleForFree", "offers"]),
        ["Place"] = (["name"], ["address"]),
        ["VirtualLocation"] = (["url"], []),
        ["Offer"] = (["price", "priceCurrency", "url"], ["availability", "availabilityEnds"]),
        ["EducationalOccupationalProgram"] = (
            ["name", "provider", "startDate", "endDate", "applicationDeadline", "offers", "url"], ["timeToComplete"]),
        ["FAQPage"] = (["mainEntity"], ["url"]),
        ["Question"] = (["name", "acceptedAnswer"], []),
        ["Answer"] = (["text"], []),
        ["CreativeWork"] = (["name", "url"], ["description", "image", "temporalCoverage", "contentLocation", "subjectOf"]),
        ["Article"] = (["url"], []),
        ["NewsArticle"] = (["headline", "author", "url"], ["datePublished"]),
    };

    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["eventStatus"] = ["EventScheduled", "EventRescheduled", "EventCancelled"],
        ["eventAttendanceMode"] = ["OnlineEventAttendanceMode", "OfflineEventAttendanceMode", "MixedEventAttendanceMode"],
        ["availability"] = ["InStock"],
    };

    /// <summary>Everything that a page says in data, as a search engine reads it.</summary>
    public static IReadOnlyList<JsonElement> Data(this Page page) =>
    [
        .. page.Html.QuerySelectorAll("script[type='application/ld+json']").SelectMany(script =>
        {
            using var document = JsonDocument.Parse(script.TextContent);
            Assert.Equal("https://schema.org", document.RootElement.GetProperty("@context").GetString());
            return document.RootElement.GetProperty("@graph").EnumerateArray().Select(thing => thing.Clone()).ToList();
        }),
    ];

    public static IReadOnlyList<JsonElement> Data(this Page page, string type) => [.. page.Data().Where(thing => thing.Word("@type") == type)];

    public static string? Word(this JsonElement thing, string property) =>
        thing.TryGetProperty(property, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() : null;

    /// <summary>What is wrong with a thing and all that it is made of.</summary>
    public static IEnumerable<string> Faults(JsonElement thing)
    {
        var type = thing.Word("@type") ?? "";
        if (!Types.TryGetValue(type, out var words))
        {
            return [$"no such type: {type}"];
        }

        var properties = thing.EnumerateObject().Where(p => p.Name != "@type").ToList();
        return words.Required.Except(properties.Select(p => p.Name)).Select(name => $"{type} lacks {name}")
            .Concat(properties.Select(p => p.Name).Except(words.Required).Except(words.Known).Select(name => $"{type} has no {name}"))
            .Concat(properties.SelectMany(p => Faults(type, p.Name, p.Value)));
    }

    private static IEnumerable<string> Faults(string type, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Faults(value),
        JsonValueKind.Array => value.GetArrayLength() == 0 ? [$"{type}.{name} is empty"] : value.EnumerateArray().SelectMany(one => Faults(type, name, one)),
        JsonValueKind.String when !IsRight(name, value.GetString()!) => [$"{type}.{name} can't be read: {value.GetString()}"],
        JsonValueKind.Null => [$"{type}.{name} is null"],
        _ => [],
    };

    private static bool IsRight(string name, string value) => name switch
    {
        "url" or "logo" or "image" or "item" or "@id" => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https",
        "startDate" or "endDate" or "availabilityEnds" => IsDay(value) || DateTimeOffset.TryParseExact(
            value, "yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Offset == JapanTime.Offset,
        "applicationDeadline" or "datePublished" => IsDay(value),
        "temporalCoverage" => value.Split('/') is [var from, var until] && IsDay(from) && IsDay(until),
        "price" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "priceCurrency" => value == "JPY",
        _ when Values.TryGetValue(name, out var known) => known.Contains(value.Replace("https://schema.org/", "", StringComparison.Ordinal)),
        _ => value.Trim().Length > 0,
    };

    private static bool IsDay(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

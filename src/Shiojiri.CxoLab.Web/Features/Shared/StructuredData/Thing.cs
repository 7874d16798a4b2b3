using System.Text.Json.Serialization;

namespace Shiojiri.CxoLab.Web.Features.Shared.StructuredData;

/// <summary>Something that schema.org has a name for. What is not known is null and is not written.</summary>
internal abstract record Thing([property: JsonPropertyName("@type"), JsonPropertyOrder(-2)] string Type)
{
    [JsonPropertyName("@id"), JsonPropertyOrder(-1)]
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Url { get; init; }

    public string? Description { get; init; }

    /// <summary>An address.</summary>
    public string? Image { get; init; }
}

internal sealed record OrganizationData() : Thing("Organization")
{
    public string? Logo { get; init; }
}

internal sealed record WebSiteData() : Thing("WebSite")
{
    public string InLanguage { get; } = "ja";

    public OrganizationData? Publisher { get; init; }
}

internal sealed record BreadcrumbListData(IReadOnlyList<ListItemData> ItemListElement) : Thing("BreadcrumbList");

internal sealed record ListItemData(int Position, string Item) : Thing("ListItem");

/// <param name="StartDate">ISO 8601: a day, or an instant with Japan's offset.</param>
/// <param name="Location">A <see cref="PlaceData"/>, a <see cref="VirtualLocationData"/>, or both.</param>
internal sealed record EventData(
    string StartDate, string EndDate, string EventStatus, string EventAttendanceMode, IReadOnlyList<object> Location, IReadOnlyList<OrganizationData> Organizer)
    : Thing("Event")
{
    public bool? IsAccessibleForFree { get; init; }

    public OfferData? Offers { get; init; }
}

internal sealed record PlaceData() : Thing("Place")
{
    public string? Address { get; init; }
}

internal sealed record VirtualLocationData() : Thing("VirtualLocation");

/// <param name="Price">Whole yen.</param>
internal sealed record OfferData(string Price) : Thing("Offer")
{
    public string PriceCurrency { get; } = "JPY";

    public string? Availability { get; init; }

    public string? AvailabilityEnds { get; init; }
}

internal sealed record ProgramData(
    string StartDate, string EndDate, string ApplicationDeadline, string TimeToComplete, OfferData Offers, IReadOnlyList<OrganizationData> Provider)
    : Thing("EducationalOccupationalProgram");

internal sealed record FaqPageData(IReadOnlyList<QuestionData> MainEntity) : Thing("FAQPage");

internal sealed record QuestionData(AnswerData AcceptedAnswer) : Thing("Question");

internal sealed record AnswerData(string Text) : Thing("Answer");

/// <param name="TemporalCoverage">From day/to day.</param>
internal sealed record ProjectData(string TemporalCoverage) : Thing("CreativeWork")
{
    public PlaceData? ContentLocation { get; init; }

    public ArticleData? SubjectOf { get; init; }
}

internal sealed record ArticleData() : Thing("Article");

internal sealed record NewsArticleData(string Headline, OrganizationData Author) : Thing("NewsArticle")
{
    public string? DatePublished { get; init; }
}

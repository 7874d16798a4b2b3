using System.Text.Json.Nodes;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Themes;

namespace Shiojiri.CxoLab.Web.Transfers;

/// <summary>What a site carries but for its people (サイトの内容と設定): one JSON document that another site can take in.</summary>
internal sealed record SiteDocument
{
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    /// <summary>The site's own values by section; what is missing stays as it is.</summary>
    public IReadOnlyDictionary<SettingSection, JsonObject> Settings { get; init; } = new Dictionary<SettingSection, JsonObject>();

    public IReadOnlyList<CohortDocument> Cohorts { get; init; } = [];

    public IReadOnlyList<PieceDocument> Content { get; init; } = [];

    /// <summary>Their files lie beside the document.</summary>
    public IReadOnlyList<PictureDocument> Pictures { get; init; } = [];
}

/// <summary>One cohort (期), recognised by its ordinal.</summary>
internal sealed record CohortDocument
{
    public required int Ordinal { get; init; }

    public required AboutDocument About { get; init; }

    public required RecruitmentPeriod Recruitment { get; init; }

    public required PlacesDocument Places { get; init; }

    public required Admission Admission { get; init; }

    /// <summary>From when on visitors see it; null: they do not.</summary>
    public DateTime? PublishedUtc { get; init; }

    /// <summary>Values that it has in place of the site's.</summary>
    public IReadOnlyDictionary<SettingSection, JsonObject> Settings { get; init; } = new Dictionary<SettingSection, JsonObject>();

    public IReadOnlyList<string> InterestAreas { get; init; } = [];

    public IReadOnlyList<SessionDocument> Sessions { get; init; } = [];

    public IReadOnlyList<BriefingDocument> Briefings { get; init; } = [];

    /// <summary>With the names of their owners, who agreed to be shown; whether they did is asked anew.</summary>
    public IReadOnlyList<ThemeDocument> Themes { get; init; } = [];

    /// <summary>Own questions of the form, in their order.</summary>
    public IReadOnlyList<QuestionDocument> Questions { get; init; } = [];

    public IReadOnlyList<CriterionDocument> Criteria { get; init; } = [];

    public IReadOnlyList<MailTextDocument> MailTexts { get; init; } = [];
}

/// <param name="Fee">Yen, tax included.</param>
internal sealed record AboutDocument(string Name, DateOnly TermStartsOn, DateOnly TermEndsOn, int Fee);

internal sealed record PlacesDocument(int? Capacity = null, bool IsAbout = false);

/// <param name="Slug">Recognises it within its cohort.</param>
internal sealed record SessionDocument(
    string Slug, SessionContents Contents, SessionDays Days, DateTime? CancelledUtc = null, string? MovedFrom = null, int Sequence = 0);

/// <param name="Slug">Recognises it among those of all cohorts.</param>
internal sealed record BriefingDocument(
    string Slug, string Title, string Subtitle, DateOnly HeldOn, TimeOnly StartsAt, TimeOnly EndsAt, string? SignUpUrl = null,
    DateTime? CancelledUtc = null, int Sequence = 0);

internal sealed record ThemeDocument(string Key, int Position, ThemeContents Contents, bool IsPublic);

internal sealed record QuestionDocument(string Key, int Position, QuestionContents Contents, bool IsPublished);

/// <param name="Width">Pixels of the whole; the files follow from both.</param>
internal sealed record PictureDocument(string Key, PictureDetails Details, int Width, int Height);

internal sealed record CriterionDocument(string Key, int Position, string Name, int Weight, string? Description = null);

internal sealed record MailTextDocument(MailKind Kind, string Subject, string Title, string Body);

/// <summary>One piece of the site's content, recognised by its key.</summary>
internal sealed record PieceDocument
{
    public required string Key { get; init; }

    public required ContentKind Kind { get; init; }

    public required int Position { get; init; }

    /// <summary>What is seen, what is to be published later, and the newest draft; oldest first.</summary>
    public required IReadOnlyList<RevisionDocument> Revisions { get; init; }
}

/// <param name="Fields">By the names of <see cref="ContentField"/>.</param>
/// <param name="PublishUtc">Null: a draft.</param>
internal sealed record RevisionDocument(IReadOnlyDictionary<string, string?> Fields, DateTime? PublishUtc = null, DateTime? TakeDownUtc = null);

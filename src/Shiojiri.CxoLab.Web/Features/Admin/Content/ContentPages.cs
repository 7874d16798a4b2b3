using Microsoft.AspNetCore.Html;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Content.Hints;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>One piece in its form.</summary>
/// <param name="Rendered">The long text as visitors will read it.</param>
/// <param name="IsShown">Whether visitors see it now.</param>
/// <param name="Scheduled">What is to be published later, next first.</param>
internal sealed record ContentPage(
    EditedContent Piece, ContentForm Form, IReadOnlyList<FieldError> Errors, IReadOnlyList<FieldHint> Hints, IHtmlContent Rendered, bool IsShown,
    IReadOnlyList<ContentRevision> Scheduled)
{
    public IReadOnlyList<ContentField> Fields => ContentField.Of(Piece.Kind);

    public string ButtonLabel => Piece.IsNew ? $"{Piece.Kind.Label()}を保存する" : "保存する";
}

/// <summary>Something noticed in one field.</summary>
/// <param name="Line">Null in a field of one line.</param>
internal sealed record FieldHint(ContentField Field, TextHint Hint, int? Line)
{
    /// <summary>What its button sends.</summary>
    public string Id => $"{Field.Name}:{Hint.At}:{Hint.Length}";
}

/// <summary>What stands on the site, page by page.</summary>
internal sealed record ContentListPage(string? Filter, IReadOnlyList<ContentRow> Rows)
{
    public static readonly IReadOnlyList<(string? Key, string Label, Func<ContentRow, bool> Holds)> Filters =
    [
        (null, "すべて", _ => true), ("public", "公開中", r => r.IsShown), ("draft", "下書きあり", r => r.HasDraft),
        ("scheduled", "公開待ち", r => r.Scheduled is not null), ("hidden", "非公開", r => !r.IsShown),
    ];

    /// <summary>Page by page; unfiltered, what comes and goes has its place even while there is none of it.</summary>
    public IEnumerable<ContentGroup> Pages => Rows.Where(Filters.Single(f => f.Key == Filter).Holds).GroupBy(r => r.Page)
        .Select(g => new ContentGroup(g.Key, g.First().Path, g.First().Kind.ComesAndGoes() ? g.First().Kind : null, [.. g]))
        .Concat(Filter is not null ? [] : ContentListQuery.Collections.Where(kind => Rows.All(r => r.Kind != kind)).Select(kind => new ContentGroup(kind.Label(), kind.Path(), kind, [])));

    public IEnumerable<ContentRow> Coming => Rows.Where(r => r.Scheduled is not null).OrderBy(r => r.Scheduled);

    public IEnumerable<ContentRow> Drafts => Rows.Where(r => r.HasDraft).OrderByDescending(r => r.SavedUtc);
}

/// <summary>The pieces of one page, or of one kind that comes and goes.</summary>
/// <param name="Kind">Null for the texts of a page.</param>
internal sealed record ContentGroup(string Name, string Path, ContentKind? Kind, IReadOnlyList<ContentRow> Rows)
{
    public string Id => $"pg-{Kind?.Word() ?? Rows[0].Key}";

    /// <summary>What the button says that leads to a new one.</summary>
    public string? AddLabel => Kind is { } kind ? AddLabelOf(kind) : null;

    /// <summary>There is no page of news while there is none.</summary>
    public bool HasPage => Kind != ContentKind.News || Rows.Any(r => r.IsShown);

    /// <summary>So the page of a new one is called too.</summary>
    public static string AddLabelOf(ContentKind kind) => kind switch
    {
        ContentKind.Faq => "質問を足す",
        ContentKind.News => "お知らせを書く",
        ContentKind.Project => "プロジェクトを足す",
        ContentKind.Voice => "声を足す",
        ContentKind.Organisation => "団体を足す",
        ContentKind.Milestone => "歩みを足す",
        ContentKind.Person => "人を足す",
        _ => throw new InvalidOperationException("A kind that does not come and go."),
    };
}

/// <param name="IsOfCohort">Stands for the questions that come from the cohort: nobody writes it.</param>
/// <param name="Scheduled">When its next revision is to be published.</param>
internal sealed record ContentRow(
    string Key, ContentKind Kind, string Page, string Path, string Name, bool IsOfCohort, bool IsShown, bool HasDraft, DateTime? Scheduled, DateTime? SavedUtc, string? SavedBy)
{
    /// <summary>A line or two that are seldom changed: the list folds them away, unless one is off the site or something is under way with it.</summary>
    public bool IsShort => Kind is ContentKind.Heading or ContentKind.Caption && IsShown && !HasDraft && Scheduled is null;

    /// <summary>Of a project.</summary>
    public string? Year { get; init; }

    public string FullName => $"{Page}{Quotation.Of(Name)}";
}

/// <summary>The versions of one piece, and what the chosen one changed.</summary>
/// <param name="Chosen">0: what is built in.</param>
internal sealed record ContentHistoryPage(EditedContent Piece, IReadOnlyList<ContentVersion> Versions, ContentVersion Chosen, IReadOnlyList<FieldChange> Changes);

/// <param name="Words">下書き, 公開中 …</param>
internal sealed record ContentVersion(int Number, string Words, DateTime? SavedUtc, string? SavedBy);

/// <summary>What one field lost and gained.</summary>
internal sealed record FieldChange(ContentField Field, IReadOnlyList<DiffPart> Parts);

/// <summary>Two people's words for one field, against what both began with.</summary>
internal sealed record ConflictField(ContentField Field, string? Mine, string? Theirs, IReadOnlyList<DiffPart> MyParts, IReadOnlyList<DiffPart> TheirParts, bool IChanged, bool TheyChanged)
{
    public bool BothChanged => IChanged && TheyChanged;
}

/// <summary>Somebody else was faster.</summary>
/// <param name="By">Who saved the newest revision.</param>
internal sealed record ConflictPage(EditedContent Piece, MergeForm Form, string By, DateTime SavedUtc, IReadOnlyList<ConflictField> Fields, IReadOnlyList<FieldError> Errors);

/// <summary>Both texts of each field, and which was chosen.</summary>
internal sealed record MergeForm
{
    public const string TakeMine = "mine";
    public const string TakeTheirs = "theirs";
    public const string TakeOwn = "own";

    public Dictionary<string, string?> Mine { get; init; } = [];

    public Dictionary<string, string?> Choice { get; init; } = [];

    /// <summary>What was written anew.</summary>
    public Dictionary<string, string?> Own { get; init; } = [];

    /// <summary>The revision that both began with.</summary>
    public int Base { get; init; }

    /// <summary>The newest revision, as this page showed it.</summary>
    public int Seen { get; init; }
}

using System.Globalization;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Content.Hints;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.Content;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>Lays out the pages of one piece.</summary>
internal sealed class ContentPageBuilder(SiteContent content, SiteMarkdown markdown, CurrentCohort current, PictureCatalogue pictures, ProgrammeClock clock)
{
    public Task<ContentPage> OpenAsync(EditedContent piece, CancellationToken ct)
    {
        var form = new ContentForm { Values = new(piece.FieldsOf(piece.Number)), Seen = piece.Number, Way = ContentForm.AsDraft };
        if (piece is { IsNew: true, Kind: ContentKind.News })
        {
            form.Values[ContentField.Day] = clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return PageAsync(piece, form, [], ct);
    }

    public async Task<ContentPage> PageAsync(EditedContent piece, ContentForm form, IReadOnlyList<FieldError> errors, CancellationToken ct) => new(
        piece, form, errors, await HintsAsync(piece.Kind, form, ct), WrittenText.Of(form.Values, markdown),
        content.Find(piece.Key, clock.UtcNow) is not null, [.. piece.Revisions.Where(r => r.IsScheduledAt(clock.UtcNow)).OrderBy(r => r.PublishUtc)]);

    /// <summary>The form with one of its hints mended; the same when the text has changed meanwhile.</summary>
    public async Task<ContentForm> MendedAsync(ContentKind kind, ContentForm form, string? id, CancellationToken ct) =>
        (await HintsAsync(kind, form, ct)).FirstOrDefault(h => h.Id == id) is { } hint
            ? form with { Values = new(form.Values) { [hint.Field.Name] = hint.Hint.MendIn(form.Values[hint.Field.Name]!) } }
            : form;

    public ContentHistoryPage? History(EditedContent piece, int? number)
    {
        var shown = piece.Revisions.ShownAt(clock.UtcNow);
        List<ContentVersion> versions =
        [
            .. piece.Revisions.Select(r => new ContentVersion(r.Number, Words(r, shown), r.SavedUtc, r.SavedBy)),
            .. piece.BuiltIn is null ? Array.Empty<ContentVersion>() : [new(0, piece.Revisions.LastPublishedAt(clock.UtcNow) is null ? "はじめの内容・公開中" : "はじめの内容", null, null)],
        ];
        var at = number is null ? 0 : versions.FindIndex(v => v.Number == number);
        if (at < 0 || versions.Count == 0)
        {
            return null;
        }

        var before = at + 1 < versions.Count ? piece.FieldsOf(versions[at + 1].Number) : new Dictionary<string, string?>();
        var after = piece.FieldsOf(versions[at].Number);
        return new ContentHistoryPage(piece, versions, versions[at],
        [
            .. ContentField.Of(piece.Kind).Where(f => before.GetValueOrDefault(f.Name) != after.GetValueOrDefault(f.Name))
                .Select(f => new FieldChange(f, WordDiff.Of(f.Shown(before.GetValueOrDefault(f.Name)), f.Shown(after.GetValueOrDefault(f.Name))))),
        ]);
    }

    /// <summary>Both texts beside each other, each against what both began with.</summary>
    public static ConflictPage Conflict(EditedContent piece, MergeForm form, IReadOnlyList<FieldError> errors)
    {
        var (before, theirs) = (piece.FieldsOf(form.Base), piece.FieldsOf(piece.Number));
        return new ConflictPage(piece, form with { Seen = piece.Number }, piece.Newest?.SavedBy ?? "", piece.Newest?.SavedUtc ?? default,
        [
            .. ContentField.Of(piece.Kind).Where(f => form.Mine.GetValueOrDefault(f.Name) != theirs.GetValueOrDefault(f.Name)).Select(f =>
            {
                var (began, mine, their) = (before.GetValueOrDefault(f.Name), form.Mine.GetValueOrDefault(f.Name), theirs.GetValueOrDefault(f.Name));
                return new ConflictField(f, mine, their, WordDiff.Of(f.Shown(began), f.Shown(mine)), WordDiff.Of(f.Shown(began), f.Shown(their)), mine != began, their != began);
            }),
        ], errors);
    }

    private string Words(ContentRevision revision, ContentRevision? shown) => revision switch
    {
        _ when revision == shown => "公開中",
        { PublishUtc: null } => "下書き",
        { PublishUtc: { } at } when at > clock.UtcNow => $"{JapanTime.ShortMoment(at)}に公開",
        { PublishUtc: { } from, TakeDownUtc: { } until } when until <= from => "取り下げ",
        _ => $"版{revision.Number}",
    };

    private async Task<IReadOnlyList<FieldHint>> HintsAsync(ContentKind kind, ContentForm form, CancellationToken ct)
    {
        var cohort = await current.FindAsync(ct);
        var context = new HintContext(clock.Today, cohort?.TermStartsOn, cohort?.TermEndsOn) { Pictures = pictures.All };
        return
        [
            .. ContentField.Of(kind).Where(f => f.Kind is ContentFieldKind.Markdown or ContentFieldKind.Line).SelectMany(f =>
            {
                var text = form.Values.GetValueOrDefault(f.Name) ?? "";
                return TextHints.Of(text, context).Select(h => new FieldHint(f, h, f.Kind == ContentFieldKind.Markdown ? h.LineIn(text) : null));
            }),
            .. ConsentHint.Of(kind, form.Values) is { } consent ? [new FieldHint(ContentField.Of(kind).Single(f => f.Name == ContentField.Consent), consent, null)] : Array.Empty<FieldHint>(),
        ];
    }
}

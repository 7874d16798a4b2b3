using System.Security.Cryptography;
using System.Text;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>Writes, publishes and takes down; what was saved before stays as it was.</summary>
internal sealed class ContentService(CxoLabDb db, AuditTrail audit, StaffSaveService saves)
{
    public DateTime UtcNow => saves.UtcNow;

    /// <summary>Stale when somebody saved the piece after the form was opened, or in this moment.</summary>
    public async Task<SaveOutcome> SaveAsync(EditedContent piece, int seen, IReadOnlyDictionary<string, string?> fields, Publication publication, CancellationToken ct)
    {
        if (piece.Number != seen)
        {
            return SaveOutcome.Stale;
        }

        var revision = Write(piece, fields, publication);
        Tell(piece, revision.PublishUtc is null ? AuditAction.ContentDrafted : AuditAction.ContentPublished, revision);
        return await saves.SaveFirstAsync(ct);
    }

    /// <summary>Adds a piece of its own; answers its key.</summary>
    public async Task<string> AddAsync(ContentKind kind, IReadOnlyDictionary<string, string?> fields, Publication publication, int position, CancellationToken ct)
    {
        var piece = new EditedContent(RandomToken.Draw(), kind, null, null, []);
        var item = db.Add(new ContentItem(piece.Key, kind, position)).Entity;
        var revision = item.Write(1, fields, publication, saves.Actor, saves.RealUtcNow);
        Tell(piece with { Item = item, Revisions = [revision] }, revision.PublishUtc is null ? AuditAction.ContentDrafted : AuditAction.ContentPublished, revision);
        await db.SaveChangesAsync(ct);
        return piece.Key;
    }

    /// <summary>Writes several in one save, all or none.</summary>
    /// <param name="pieces">A piece that is null is a new one.</param>
    /// <param name="position">Of the first new one.</param>
    public async Task<SaveOutcome> SaveAllAsync(
        ContentKind kind, IEnumerable<(EditedContent? Piece, IReadOnlyDictionary<string, string?> Fields)> pieces, Publication publication, int position, CancellationToken ct)
    {
        foreach (var (known, fields) in pieces)
        {
            var piece = known ?? new EditedContent(KeyOf(kind, fields), kind, null, null, []);
            var item = piece.Item ?? db.Add(new ContentItem(piece.Key, kind, piece.BuiltIn?.Position ?? position)).Entity;
            position += known is null ? BuiltInContent.Step : 0;
            var revision = item.Write(piece.Number + 1, fields, publication, saves.Actor, saves.RealUtcNow);
            Tell(piece with { Item = item, Revisions = [revision] }, revision.PublishUtc is null ? AuditAction.ContentDrafted : AuditAction.ContentPublished, revision);
        }

        return await saves.SaveFirstAsync(ct);
    }

    // The same words make the same piece: of two who press at one moment one is told.
    private static string KeyOf(ContentKind kind, IReadOnlyDictionary<string, string?> fields) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {ContentRevision.Text(fields)}")))[..RandomToken.Length];

    /// <summary>Makes a draft that says what an earlier revision said; of number 0 what is built in.</summary>
    public Task<SaveOutcome> RestoreAsync(EditedContent piece, int number, CancellationToken ct) =>
        (number == 0 && piece.BuiltIn is not null) || piece.Revisions.Any(r => r.Number == number)
            ? SaveAsync(piece, piece.Number, piece.FieldsOf(number), Publication.Draft, ct)
            : Task.FromResult(SaveOutcome.NotThere);

    /// <summary>Off the site at once, with whatever was to be published later.</summary>
    public async Task<SaveOutcome> TakeDownAsync(EditedContent piece, CancellationToken ct)
    {
        if (!piece.CanBeTakenDown)
        {
            return SaveOutcome.NotThere;
        }

        var now = saves.UtcNow;
        Unschedule(piece, null, now);
        var shown = piece.Revisions.ShownAt(now);
        var revision = Write(piece, shown?.Read() ?? piece.FieldsOf(piece.Number), new Publication(now, now));
        Tell(piece, AuditAction.ContentTakenDown, revision);
        return await saves.SaveFirstAsync(ct);
    }

    /// <summary>Makes a draft again of what was to be published later; nothing to do is NotThere.</summary>
    /// <param name="number">Null: all that is.</param>
    public async Task<SaveOutcome> UnscheduleAsync(EditedContent piece, int? number, CancellationToken ct)
    {
        if (Unschedule(piece, number, saves.UtcNow) is not { } revision)
        {
            return SaveOutcome.NotThere;
        }

        Tell(piece, AuditAction.ContentUnscheduled, revision);
        return await saves.SaveAsync(ct);
    }

    private ContentRevision Write(EditedContent piece, IReadOnlyDictionary<string, string?> fields, Publication publication)
    {
        var item = piece.Item ?? db.Add(new ContentItem(piece.Key, piece.Kind, piece.BuiltIn!.Position)).Entity;
        return item.Write(piece.Number + 1, fields, publication, saves.Actor, saves.RealUtcNow);
    }

    private static ContentRevision? Unschedule(EditedContent piece, int? number, DateTime now) =>
        piece.Revisions.Where(r => r.IsScheduledAt(now) && (number ?? r.Number) == r.Number).ToList() is { Count: > 0 } ahead && ahead.All(r => piece.Item!.Unschedule(r, now)) ? ahead[0] : null;

    // What it says stands in the revision.
    private void Tell(EditedContent piece, AuditAction action, ContentRevision revision) => audit.Write(action, piece.FullName, after: new
    {
        revision.Number,
        From = revision.IsScheduledAt(saves.UtcNow) ? JapanTime.Moment(revision.PublishUtc!.Value) : null,
        Until = revision.TakeDownUtc is { } until ? JapanTime.Moment(until) : null,
    });
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Transfers;

/// <summary>Pieces of a document with the pictures they show: what a piece says becomes a revision, unless it stands in its history already.</summary>
internal sealed class ContentImport(CxoLabDb db, PictureFiles pictures, ProgrammeClock clock)
{
    public Task PutFilesAsync(string folder, SiteDocument document, CancellationToken ct) => pictures.PutFilesAsync(folder, document.Pictures, ct);

    public async Task AddAsync(SiteDocument document, CancellationToken ct)
    {
        await pictures.AddRowsAsync(document.Pictures, ct);
        var items = await db.ContentItems.Include(i => i.Revisions).OrderBy(i => i.Id).Take(5_000).ToDictionaryAsync(i => i.Key, ct);
        foreach (var piece in document.Content)
        {
            var builtIn = BuiltInContent.Find(piece.Key);
            var item = items.GetValueOrDefault(piece.Key);
            var news = piece.Revisions.Where(r => !Stands(r, item, builtIn) && !IsOlder(r, item)).ToList();
            if (item is null && (news.Count > 0 || piece.Position != builtIn?.Position))
            {
                item = db.Add(new ContentItem(piece.Key, piece.Kind, piece.Position)).Entity;
            }

            item?.MoveTo(piece.Position);
            foreach (var revision in news)
            {
                item!.Write(
                    (item.Revisions.Max(r => (int?)r.Number) ?? 0) + 1, revision.Fields, new Publication(revision.PublishUtc, revision.TakeDownUtc), Actor.CommandLine,
                    clock.RealUtcNow);
            }
        }
    }

    // On top of what staff published since it would be opened next at the desk, and put their words out of sight.
    private bool IsOlder(RevisionDocument revision, ContentItem? item) =>
        revision.PublishUtc is { } at && item?.Revisions.LastPublishedAt(clock.UtcNow) is { } mine && at <= mine.PublishUtc;

    private static bool Stands(RevisionDocument revision, ContentItem? item, BuiltInContent? builtIn)
    {
        var text = ContentRevision.Text(revision.Fields);
        return item?.Revisions.Any(r => r.Fields == text && r.PublishUtc == revision.PublishUtc && r.TakeDownUtc == revision.TakeDownUtc) == true
            || (builtIn is not null && item is not { Revisions.Count: > 0 } && revision.TakeDownUtc is null && ContentRevision.Text(builtIn.Fields) == text);
    }
}

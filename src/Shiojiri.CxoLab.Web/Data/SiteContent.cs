using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// What staff wrote for the site, published and to be published, in memory. What is seen is settled by the clock at the very moment of
/// asking: nothing has to run at the time of publishing, and all nodes agree. Drafts are not in here.
/// </summary>
internal sealed class SiteContent(ProgrammeClock clock) : ISnapshotPart
{
    private const int MostItems = 2_000;
    private const int MostRevisions = 5_000;

    private Dictionary<string, Piece> _pieces = [];
    private ILookup<string, Piece> _withPicture = Array.Empty<Piece>().ToLookup(p => p.Key);

    /// <summary>When what is seen changes by the clock alone, in order.</summary>
    public DateTime[] Moments { get; private set; } = [];

    public IReadOnlyList<Type> Entities { get; } = [typeof(ContentItem), typeof(ContentRevision)];

    /// <summary>What a built-in piece or one of staff's says at an instant; null when it is not seen.</summary>
    public ShownPiece? Find(string key, DateTime nowUtc)
    {
        var piece = _pieces.GetValueOrDefault(key);
        var builtIn = BuiltInContent.Find(key);
        if (piece?.Revisions.LastPublishedAt(nowUtc) is { } last)
        {
            return last.TakeDownUtc <= nowUtc ? null : new ShownPiece(key, builtIn?.Kind ?? piece.Kind, piece.Position, last.Fields) { SinceUtc = last.PublishUtc };
        }

        return builtIn is null ? null : new ShownPiece(key, builtIn.Kind, piece?.Position ?? builtIn.Position, builtIn.Fields);
    }

    /// <summary>All pieces of a kind that are seen at an instant, in their order.</summary>
    public IReadOnlyList<ShownPiece> Of(ContentKind kind, DateTime nowUtc) =>
    [
        .. _pieces.Values.Where(p => p.Kind == kind).Select(p => p.Key)
            .Union(BuiltInContent.All.Where(b => b.Kind == kind).Select(b => b.Key))
            .Select(key => Find(key, nowUtc)).OfType<ShownPiece>().OrderBy(p => p.Position).ThenBy(p => p.Key, StringComparer.Ordinal),
    ];

    /// <summary>Whether anything that visitors see at an instant shows the picture of this key.</summary>
    public bool ShowsPicture(string key, DateTime nowUtc) =>
        _withPicture[key].Any(piece => piece.Revisions.ShownAt(nowUtc) is { } shown && shown.Pictures.Contains(key));

    public async Task LoadAsync(CxoLabDb db, CancellationToken ct)
    {
        // What something newer has taken the place of is never seen again, so it is left where it is.
        var now = clock.UtcNow;
        var items = await db.ContentItems.AsNoTracking().OrderBy(i => i.Id).Take(MostItems).Select(i => new { i.Id, i.Key, i.Kind, i.Position }).ToListAsync(ct);
        var revisions = await db.ContentRevisions.AsNoTracking()
            .Where(r => r.PublishUtc != null && !db.ContentRevisions.Any(later => later.ItemId == r.ItemId && later.PublishUtc <= now
                && (later.PublishUtc > r.PublishUtc || (later.PublishUtc == r.PublishUtc && later.Number > r.Number))))
            .OrderBy(r => r.Id).Take(MostRevisions)
            .ToListAsync(ct);
        var ofItem = revisions.ToLookup(r => r.ItemId, r => new Revision(r.Number, r.PublishUtc, r.TakeDownUtc, r.Read()));
        Moments = [.. ofItem.SelectMany(r => r).SelectMany(r => new[] { r.PublishUtc, r.TakeDownUtc, ShownContent.NoticeEnds(r.Fields) }).OfType<DateTime>().Distinct().Order()];
        _pieces = items.ToDictionary(i => i.Key, i => new Piece(i.Key, i.Kind, i.Position, [.. ofItem[i.Id]]), StringComparer.Ordinal);
        _withPicture = _pieces.Values.SelectMany(p => p.Revisions.SelectMany(r => r.Pictures).Distinct().Select(key => (key, p))).ToLookup(p => p.key, p => p.p, StringComparer.Ordinal);
    }

    private sealed record Piece(string Key, ContentKind Kind, int Position, IReadOnlyList<Revision> Revisions);

    /// <param name="Fields">Read once, not at every page.</param>
    private sealed record Revision(int Number, DateTime? PublishUtc, DateTime? TakeDownUtc, IReadOnlyDictionary<string, string?> Fields) : IPublished
    {
        public IReadOnlyList<string> Pictures { get; } = [.. ContentPictures.Of(Fields)];
    }
}

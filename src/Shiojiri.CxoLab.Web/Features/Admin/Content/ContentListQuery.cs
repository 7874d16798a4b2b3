using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>Reads what stands on the site, however many revisions each piece has.</summary>
internal sealed class ContentListQuery(CxoLabDb db, SiteContent content, ProgrammeClock clock)
{
    private const int Most = 2_000;

    public async Task<ContentListPage> PageAsync(string? filter, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var items = await db.ContentItems.AsNoTracking().OrderBy(i => i.Id).Take(Most).Select(i => new { i.Id, i.Key, i.Kind, i.Position }).ToListAsync(ct);
        var newest = await db.ContentRevisions.AsNoTracking()
            .Where(r => !db.ContentRevisions.Any(later => later.ItemId == r.ItemId && later.Number > r.Number))
            .OrderBy(r => r.Id).Take(Most).ToDictionaryAsync(r => r.ItemId, ct);
        var ahead = await db.ContentRevisions.Where(r => r.PublishUtc > now).GroupBy(r => r.ItemId)
            .Select(g => new { ItemId = g.Key, Next = g.Min(r => r.PublishUtc) }).OrderBy(g => g.ItemId).Take(Most).ToDictionaryAsync(g => g.ItemId, g => g.Next, ct);

        var stored = items.ToDictionary(i => i.Key, StringComparer.Ordinal);
        var rows = BuiltInContent.All.Select(b => (b.Key, b.Kind, BuiltIn: (BuiltInContent?)b))
            .Concat(items.Where(i => BuiltInContent.Find(i.Key) is null).Select(i => (i.Key, i.Kind, BuiltIn: (BuiltInContent?)null)))
            .Select(piece =>
            {
                var item = stored.GetValueOrDefault(piece.Key);
                var last = item is null ? null : newest.GetValueOrDefault(item.Id);
                return (Position: item?.Position ?? piece.BuiltIn!.Position, Row: new ContentRow(
                    piece.Key, piece.Kind, piece.BuiltIn?.Page ?? piece.Kind.Label(), piece.BuiltIn?.Path ?? (piece.Kind == ContentKind.News ? "/news" : "/faq"),
                    EditedContent.NameOf(piece.BuiltIn, piece.Kind, last?.Read()), piece.BuiltIn == FirstQuestions.OfCohort,
                    content.Find(piece.Key, now) is not null, last is { PublishUtc: null }, item is null ? null : ahead.GetValueOrDefault(item.Id), last?.SavedUtc, last?.SavedBy));
            })
            .ToList();
        return new ContentListPage(
            ContentListPage.Filters.Any(f => f.Key == filter) ? filter : null,
            [
                .. rows.Where(r => !r.Row.Kind.ComesAndGoes()).Select(r => r.Row),
                .. rows.Where(r => r.Row.Kind == ContentKind.Faq).OrderBy(r => r.Position).ThenBy(r => r.Row.Key, StringComparer.Ordinal).Select(r => r.Row),
                .. rows.Where(r => r.Row.Kind == ContentKind.News).OrderByDescending(r => r.Position).Select(r => r.Row),
            ]);
    }
}

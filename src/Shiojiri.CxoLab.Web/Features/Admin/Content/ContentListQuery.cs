using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Admin.Content;

/// <summary>Reads what stands on the site, however many revisions each piece has.</summary>
internal sealed class ContentListQuery(CxoLabDb db, SiteContent content, ProgrammeClock clock)
{
    /// <summary>What comes and goes, in the order of the desk.</summary>
    public static readonly IReadOnlyList<ContentKind> Collections =
        [ContentKind.Project, ContentKind.Voice, ContentKind.Organisation, ContentKind.Person, ContentKind.Milestone, ContentKind.Faq, ContentKind.News];

    private const int Most = 2_000;

    public async Task<ContentListPage> PageAsync(string? filter, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var items = await db.ContentItems.AsNoTracking().OrderBy(i => i.Id).Take(Most).Select(i => new { i.Id, i.Key, i.Kind, i.Position }).ToListAsync(ct);
        var newest = await db.NewestContent().AsNoTracking().OrderBy(r => r.Id).Take(Most).ToDictionaryAsync(r => r.ItemId, ct);
        var ahead = await db.ContentRevisions.Where(r => r.PublishUtc > now).GroupBy(r => r.ItemId)
            .Select(g => new { ItemId = g.Key, Next = g.Min(r => r.PublishUtc) }).OrderBy(g => g.ItemId).Take(Most).ToDictionaryAsync(g => g.ItemId, g => g.Next, ct);

        var stored = items.ToDictionary(i => i.Key, StringComparer.Ordinal);
        var rows = BuiltInContent.All.Select(b => (b.Key, b.Kind, BuiltIn: (BuiltInContent?)b))
            .Concat(items.Where(i => BuiltInContent.Find(i.Key) is null).Select(i => (i.Key, i.Kind, BuiltIn: (BuiltInContent?)null)))
            .Select(piece =>
            {
                var item = stored.GetValueOrDefault(piece.Key);
                var last = item is null ? null : newest.GetValueOrDefault(item.Id);
                var fields = last?.Read() ?? piece.BuiltIn?.Fields;
                return (Position: item?.Position ?? piece.BuiltIn!.Position, Row: new ContentRow(
                    piece.Key, piece.Kind, piece.BuiltIn?.Page ?? piece.Kind.Label(), piece.Kind.ComesAndGoes() ? piece.Kind.Path() : piece.BuiltIn!.Path,
                    EditedContent.NameOf(piece.BuiltIn, piece.Kind, fields), piece.BuiltIn == FirstQuestions.OfCohort,
                    content.Find(piece.Key, now) is not null, last is { PublishUtc: null }, item is null ? null : ahead.GetValueOrDefault(item.Id), last?.SavedUtc, last?.SavedBy)
                {
                    Year = piece.Kind == ContentKind.Project ? fields?.GetValueOrDefault(ContentField.Year) : null,
                });
            })
            .ToList();
        return new ContentListPage(
            ContentListPage.Filters.Any(f => f.Key == filter) ? filter : null,
            [
                .. rows.Where(r => !r.Row.Kind.ComesAndGoes()).Select(r => r.Row),
                .. Collections.SelectMany(kind => rows.Where(r => r.Row.Kind == kind)
                    .OrderByDescending(r => r.Row.Year, StringComparer.Ordinal).ThenBy(r => kind.IsOrdered() ? r.Position : -r.Position).ThenBy(r => r.Row.Key, StringComparer.Ordinal)
                    .Select(r => r.Row)),
            ]);
    }
}

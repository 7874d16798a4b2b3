using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Where a picture is used (使っている所).</summary>
/// <param name="Address">Where staff change that.</param>
internal sealed record PictureUse(string Name, string Address);

/// <summary>
/// Which parts of the site show which picture. A part that learns to show pictures adds itself to both questions: that for visitors is
/// answered from memory, that of the desk from the database.
/// </summary>
internal sealed class PictureUses(SiteContent content, ProgrammeClock clock)
{
    private const int Most = 2_000;

    /// <summary>Whether visitors see it somewhere now: only then they may have its files.</summary>
    public bool IsPublic(string key) => content.ShowsPicture(key, clock.UtcNow);

    /// <summary>All places by the keys of their pictures, drafts and what is to be published later among them. What an old version said counts no more.</summary>
    public async Task<ILookup<string, PictureUse>> FindAsync(CxoLabDb db, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var texts = await db.ContentRevisions.AsNoTracking()
            .Where(r => r.Fields.Contains(PictureReferences.Scheme))
            .Where(r => !db.ContentRevisions.Any(later => later.ItemId == r.ItemId && later.Number > r.Number)
                || (r.PublishUtc != null && !db.ContentRevisions.Any(later => later.ItemId == r.ItemId && later.PublishUtc <= now
                    && (later.PublishUtc > r.PublishUtc || (later.PublishUtc == r.PublishUtc && later.Number > r.Number)))))
            .OrderBy(r => r.Id).Take(Most)
            .Join(db.ContentItems, r => r.ItemId, i => i.Id, (r, i) => new { i.Key, i.Kind, Revision = r })
            .ToListAsync(ct);
        return texts
            .SelectMany(t => PictureReferences.In(t.Revision.Fields).Select(key => (key, Use: new PictureUse(NameOf(t.Key, t.Kind, t.Revision), $"/admin/pages/{t.Key}"))))
            .DistinctBy(u => (u.key, u.Use.Address)).ToLookup(u => u.key, u => u.Use, StringComparer.Ordinal);
    }

    private static string NameOf(string key, ContentKind kind, ContentRevision revision) =>
        BuiltInContent.Find(key) is { } builtIn ? $"{builtIn.Page}「{builtIn.Label}」"
            : $"{kind.Label()}「{(ContentField.NameOf(kind) is { } field ? revision.Read().GetValueOrDefault(field) : null) ?? "題名なし"}」";
}

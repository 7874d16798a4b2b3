using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>Where a picture is used (使っている所).</summary>
/// <param name="Address">Where staff change that.</param>
internal sealed record PictureUse(string Name, string Address);

/// <summary>
/// Which parts of the site show which picture. A part that learns to show pictures adds itself to both questions: that for visitors is
/// answered from memory, but for whether the cohort of a theme is public; that of the desk from the database.
/// </summary>
internal sealed class PictureUses(SiteContent content, SiteThemes themes, CurrentSettings settings, ProgrammeClock clock)
{
    private const int Most = 2_000;

    /// <summary>Whether visitors see it somewhere now: only then they may have its files.</summary>
    public async Task<bool> IsPublicAsync(CxoLabDb db, string key, CancellationToken ct)
    {
        var now = clock.UtcNow;
        return content.ShowsPicture(key, now) || settings.Programme.Logo == key
            || (themes.CohortsShowing(key) is { Count: > 0 } cohorts && await db.Cohorts.AnyAsync(c => cohorts.Contains(c.Id) && c.PublishedUtc <= now, ct));
    }

    /// <summary>All places by the keys of their pictures, drafts and what is to be published later among them. What an old version said counts no more.</summary>
    public async Task<ILookup<string, PictureUse>> FindAsync(CxoLabDb db, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var texts = await db.ContentRevisions.AsNoTracking()
            .Where(r => r.Fields.Contains(PictureReferences.Scheme) || r.Fields.Contains(ContentPictures.Chosen))
            .Where(r => !db.ContentRevisions.Any(later => later.ItemId == r.ItemId && later.Number > r.Number)
                || (r.PublishUtc != null && !db.ContentRevisions.Any(later => later.ItemId == r.ItemId && later.PublishUtc <= now
                    && (later.PublishUtc > r.PublishUtc || (later.PublishUtc == r.PublishUtc && later.Number > r.Number)))))
            .OrderBy(r => r.Id).Take(Most)
            .Join(db.ContentItems, r => r.ItemId, i => i.Id, (r, i) => new { i.Key, i.Kind, Revision = r })
            .ToListAsync(ct);
        return texts
            .SelectMany(t => ContentPictures.Of(t.Revision.Read()).Select(key => (Key: key, Use: new PictureUse(NameOf(t.Key, t.Kind, t.Revision), $"/admin/pages/{t.Key}"))))
            .Concat(await OfThemesAsync(db, ct)).Concat(await OfSettingsAsync(db, ct))
            .DistinctBy(u => (u.Key, u.Use.Address)).ToLookup(u => u.Key, u => u.Use, StringComparer.Ordinal);
    }

    // Those too that were withdrawn: they can be published again.
    private static async Task<IEnumerable<(string Key, PictureUse Use)>> OfThemesAsync(CxoLabDb db, CancellationToken ct)
    {
        var found = await db.Themes.AsNoTracking()
            .Where(t => t.PictureKey != null || t.Words!.Contains(PictureReferences.Scheme))
            .OrderBy(t => t.Id).Take(Most)
            .Join(db.Cohorts, t => t.CohortId, c => c.Id, (t, c) => new { Theme = t, c.Ordinal, c.Name })
            .ToListAsync(ct);
        return found.SelectMany(f => ShownTheme.Of(f.Theme).Pictures.Select(key => (
            Key: key, Use: new PictureUse($"{f.Name}のテーマ「{Phrasing.Plain(f.Theme.Title)}」", $"/admin/cohorts/{f.Ordinal}/themes/{f.Theme.Key}/edit#form"))));
    }

    private static async Task<IEnumerable<(string Key, PictureUse Use)>> OfSettingsAsync(CxoLabDb db, CancellationToken ct)
    {
        var scope = SettingRevision.ScopeOf(null, SettingSection.Programme);
        var newest = await db.SettingRevisions.AsNoTracking().Where(r => r.Scope == scope).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        return newest?.Read<ProgrammeValues>()?.Logo is { } key ? [(key, new PictureUse("設定「ロゴ」", "/admin/settings/programme"))] : [];
    }

    private static string NameOf(string key, ContentKind kind, ContentRevision revision) =>
        BuiltInContent.Find(key) is { } builtIn ? $"{builtIn.Page}「{builtIn.Label}」"
            : $"{kind.Label()}「{(ContentField.NameOf(kind) is { } field ? revision.Read().GetValueOrDefault(field) : null) ?? "題名なし"}」";
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// The themes that are or were on the site, in memory. Drafts are not in here. Whether the cohort of a theme is public is not known here:
/// whoever asks by a cohort has one that is, and whoever asks by a key has to see to it.
/// </summary>
internal sealed class SiteThemes(ProgrammeClock clock) : ISnapshotPart
{
    private const int Most = 2_000;

    private IReadOnlyList<Held> _themes = [];

    public IReadOnlyList<Type> Entities { get; } = [typeof(Theme)];

    /// <summary>What visitors read and applicants choose among now, in its order.</summary>
    public IReadOnlyList<ShownTheme> Of(int cohortId) => [.. Public.Where(t => t.CohortId == cohortId)];

    /// <summary>Those too that were withdrawn: applicants may have chosen them.</summary>
    public IReadOnlyList<ShownTheme> EverOf(int cohortId) => [.. _themes.Where(t => t.Theme.CohortId == cohortId).Select(t => t.Theme)];

    /// <summary>The one that is public under a key now; null when there is none.</summary>
    public ShownTheme? Find(string key) => Public.FirstOrDefault(t => t.Key == key);

    /// <summary>All that visitors can come to; asks the database only while there is one.</summary>
    public async Task<IReadOnlyList<ShownTheme>> ReachableAsync(CxoLabDb db, CancellationToken ct)
    {
        var shown = Public.ToList();
        if (shown.Count == 0)
        {
            return [];
        }

        var now = clock.UtcNow;
        var cohorts = await db.Cohorts.Where(c => c.PublishedUtc <= now).Select(c => c.Id).ToListAsync(ct);
        return [.. shown.Where(t => cohorts.Contains(t.CohortId))];
    }

    public async Task LoadAsync(CxoLabDb db, CancellationToken ct)
    {
        var themes = await db.Themes.AsNoTracking()
            .Where(t => t.PublishedUtc != null || t.WithdrawnUtc != null)
            .OrderByDescending(t => t.CohortId).ThenBy(t => t.Position).ThenBy(t => t.Id)
            .Take(Most)
            .ToListAsync(ct);
        _themes = [.. themes.Select(t => new Held(ShownTheme.Of(t), t.PublishedUtc))];
    }

    private IEnumerable<ShownTheme> Public
    {
        get
        {
            var now = clock.UtcNow;
            return _themes.Where(t => t.PublishedUtc <= now).Select(t => t.Theme);
        }
    }

    /// <param name="PublishedUtc">Null: it was withdrawn.</param>
    private sealed record Held(ShownTheme Theme, DateTime? PublishedUtc);
}

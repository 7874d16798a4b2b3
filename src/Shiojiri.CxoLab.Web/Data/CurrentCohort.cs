using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The cohort that the public site tells of: the newest that is published. Read once a request, in one statement: a dozen sessions by half a dozen areas.</summary>
internal sealed class CurrentCohort(CxoLabDb db, ProgrammeClock clock)
{
    private Task<Found?>? _found;
    private int? _previewed;

    /// <summary>Whether a page shows a cohort to staff before visitors see it.</summary>
    public bool IsPreview => _previewed is not null;

    /// <summary>From now on this request tells of another cohort, published or not (見え方を確かめる).</summary>
    public void Preview(int cohortId) => (_previewed, _found) = (cohortId, null);

    public async Task<Cohort?> FindAsync(CancellationToken ct) => (await FoundAsync(ct))?.Cohort;

    /// <summary>Whether visitors can read of an earlier cohort too (これまでの期).</summary>
    public async Task<bool> HasPastAsync(CancellationToken ct) => await FoundAsync(ct) is { HasPast: true };

    private Task<Found?> FoundAsync(CancellationToken ct) => _found ??= ReadAsync(clock.UtcNow, ct);

    private Task<Found?> ReadAsync(DateTime now, CancellationToken ct) => db.Cohorts
        .AsNoTracking()
        .Where(c => _previewed == null ? c.PublishedUtc <= now : c.Id == _previewed)
        .Include(c => c.Sessions.OrderBy(s => s.StartsOn).ThenBy(s => s.StartsAt).ThenBy(s => s.Id))
        .Include(c => c.InterestAreas.OrderBy(a => a.Position))
        .AsSingleQuery()
        .OrderByDescending(c => c.Ordinal)
        .Select(c => new Found(c, db.Cohorts.Any(past => past.PublishedUtc <= now && past.Ordinal < c.Ordinal)))
        .FirstOrDefaultAsync(ct);

    private sealed record Found(Cohort Cohort, bool HasPast);
}

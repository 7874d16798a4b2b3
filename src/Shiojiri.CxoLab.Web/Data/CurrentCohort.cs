using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The cohort that the public site tells of: the newest that is published. From memory, and for showing: whoever takes a place reads it anew.</summary>
internal sealed class CurrentCohort(CxoLabDb db, PublishedCohorts published, ProgrammeClock clock)
{
    private Task<Found>? _found;
    private int? _previewed;

    /// <summary>Whether a page shows a cohort to staff before visitors see it.</summary>
    public bool IsPreview => _previewed is not null;

    /// <summary>From now on this request tells of another cohort, published or not (見え方を確かめる).</summary>
    public void Preview(int cohortId) => (_previewed, _found) = (cohortId, null);

    public async Task<Cohort?> FindAsync(CancellationToken ct) => (await FoundAsync(ct)).Cohort;

    /// <summary>Whether visitors can read of an earlier cohort too (これまでの期).</summary>
    public async Task<bool> HasPastAsync(CancellationToken ct) => (await FoundAsync(ct)).HasPast;

    /// <summary>The briefings of its recruitment in date order; none without a cohort.</summary>
    public async Task<IReadOnlyList<Briefing>> BriefingsAsync(CancellationToken ct) => await FindAsync(ct) is not { } cohort ? []
        : published.Find(cohort.Id) is null ? await db.Briefings.OfCohort(cohort).ToListAsync(ct)
        : published.BriefingsOf(cohort);

    // The same during a request.
    private Task<Found> FoundAsync(CancellationToken ct) => _found ??= ReadAsync(clock.UtcNow, ct);

    private async Task<Found> ReadAsync(DateTime now, CancellationToken ct)
    {
        await published.EnsureKnownAsync(db, ct);
        var cohort = IsPreview ? await PreviewedAsync(ct) : published.PublicAt(now).FirstOrDefault();
        return new Found(cohort, published.PublicAt(now).Any(past => past.Ordinal < cohort?.Ordinal));
    }

    private Task<Cohort?> PreviewedAsync(CancellationToken ct) => db.Cohorts
        .AsNoTracking()
        .Where(c => c.Id == _previewed)
        .WithSessions()
        .WithAreas()
        .AsSplitQuery()
        .SingleOrDefaultAsync(ct);

    private sealed record Found(Cohort? Cohort, bool HasPast);
}

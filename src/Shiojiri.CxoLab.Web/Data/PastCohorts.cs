using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The cohorts that a newer one has taken the place of (これまでの期): published, and older than the newest that is published.</summary>
internal sealed class PastCohorts(CxoLabDb db, ProgrammeClock clock)
{
    private const int Most = 100;

    /// <summary>Newest first.</summary>
    public Task<List<PastCohort>> ListAsync(CancellationToken ct) => Past()
        .OrderByDescending(c => c.Ordinal).Take(Most)
        .Select(c => new PastCohort(c.Ordinal, c.Name, c.TermStartsOn, c.TermEndsOn))
        .ToListAsync(ct);

    /// <summary>With its dates as they were; null when there is no such past cohort.</summary>
    public Task<Cohort?> FindAsync(int ordinal, CancellationToken ct) => Past()
        .Where(c => c.Ordinal == ordinal)
        .WithSessions()
        .SingleOrDefaultAsync(ct);

    private IQueryable<Cohort> Past()
    {
        var now = clock.UtcNow;
        return db.Cohorts.AsNoTracking().Where(c => c.PublishedUtc <= now && db.Cohorts.Any(newer => newer.PublishedUtc <= now && newer.Ordinal > c.Ordinal));
    }
}

internal sealed record PastCohort(int Ordinal, string Name, DateOnly TermStartsOn, DateOnly TermEndsOn);

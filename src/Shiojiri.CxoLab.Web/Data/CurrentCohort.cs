using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The cohort that the public site tells of: the newest that is published. Read once a request, in one statement: a dozen sessions by half a dozen areas.</summary>
internal sealed class CurrentCohort(CxoLabDb db, ProgrammeClock clock)
{
    private Task<Cohort?>? _cohort;

    public Task<Cohort?> FindAsync(CancellationToken ct) => _cohort ??= ReadAsync(clock.UtcNow, ct);

    private Task<Cohort?> ReadAsync(DateTime now, CancellationToken ct) => db.Cohorts
        .AsNoTracking()
        .Where(c => c.PublishedUtc <= now)
        .Include(c => c.Sessions.OrderBy(s => s.StartsOn).ThenBy(s => s.StartsAt).ThenBy(s => s.Id))
        .Include(c => c.InterestAreas.OrderBy(a => a.Position))
        .AsSingleQuery()
        .OrderByDescending(c => c.Ordinal)
        .FirstOrDefaultAsync(ct);
}

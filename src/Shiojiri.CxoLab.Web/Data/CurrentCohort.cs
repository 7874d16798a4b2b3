using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The cohort that the public site tells of: the newest that is published. Read once a request, in one statement: a dozen sessions by half a dozen areas.</summary>
internal sealed class CurrentCohort(CxoLabDb db, ProgrammeClock clock, RecruitmentClearance clearance)
{
    private Task<Cohort?>? _cohort;

    public Task<Cohort?> FindAsync(CancellationToken ct) => _cohort ??= ReadAsync(clock.UtcNow, ct);

    /// <summary>It, when a form opened at that instant (now, if unknown) may be sent now; else null.</summary>
    public async Task<Cohort?> FindOpenAsync(DateTime? openedUtc, CancellationToken ct)
    {
        var now = clock.UtcNow;
        return await FindAsync(ct) is { } cohort && cohort.Recruitment.Accepts(openedUtc ?? now, now) && !clearance.Holds(cohort) ? cohort : null;
    }

    /// <summary>Whether something is missing at the desk that keeps its recruitment shut.</summary>
    public async Task<bool> IsHeldAsync(CancellationToken ct) => await FindAsync(ct) is { } cohort && clearance.Holds(cohort);

    private Task<Cohort?> ReadAsync(DateTime now, CancellationToken ct) => db.Cohorts
        .AsNoTracking()
        .Where(c => c.PublishedUtc <= now)
        .Include(c => c.Sessions.OrderBy(s => s.StartsOn).ThenBy(s => s.StartsAt).ThenBy(s => s.Id))
        .Include(c => c.InterestAreas.OrderBy(a => a.Position))
        .AsSingleQuery()
        .OrderByDescending(c => c.Ordinal)
        .FirstOrDefaultAsync(ct);
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The cohort that the public site tells of: the newest. Read once a request, in one statement: a dozen sessions by half a dozen areas.</summary>
internal sealed class CurrentCohort(CxoLabDb db)
{
    private Task<Cohort?>? _cohort;

    public Task<Cohort?> FindAsync(CancellationToken ct) => _cohort ??= db.Cohorts
        .AsNoTracking()
        .Include(c => c.Sessions.OrderBy(s => s.StartsOn).ThenBy(s => s.StartsAt).ThenBy(s => s.Id))
        .Include(c => c.InterestAreas.OrderBy(a => a.Position))
        .AsSingleQuery()
        .OrderByDescending(c => c.Ordinal)
        .FirstOrDefaultAsync(ct);
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Staff;

/// <summary>
/// What the person who is signed in may see. Every question about applications starts from here, so that what lies outside is not there
/// (404), rather than forbidden.
/// </summary>
internal sealed class StaffScope(CxoLabDb db, CurrentStaff staff)
{
    public IQueryable<Application> Applications =>
        staff.CohortId is { } only ? db.Applications.Where(a => a.CohortId == only) : db.Applications;

    public IQueryable<Cohort> Cohorts =>
        staff.CohortId is { } only ? db.Cohorts.Where(c => c.Id == only) : db.Cohorts;

    /// <summary>The cohort with that ordinal, or the newest; null when there is none to be seen.</summary>
    public Task<Cohort?> CohortAsync(int? ordinal, CancellationToken ct) => Cohorts.AsNoTracking()
        .Include(c => c.Sessions.OrderBy(s => s.StartsOn))
        .Include(c => c.InterestAreas.OrderBy(a => a.Position))
        .AsSplitQuery()
        .Where(c => ordinal == null || c.Ordinal == ordinal)
        .OrderByDescending(c => c.Ordinal)
        .FirstOrDefaultAsync(ct);
}

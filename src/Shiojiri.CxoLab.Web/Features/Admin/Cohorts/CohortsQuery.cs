using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Cohorts;

/// <summary>Reads the list of cohorts, in one statement.</summary>
internal sealed class CohortsQuery(CxoLabDb db, StaffScope scope, ProgrammeClock clock)
{
    private const int Most = 100;

    public async Task<CohortListPage> AllAsync(CancellationToken ct)
    {
        var rows = await scope.Cohorts.AsNoTracking().OrderByDescending(c => c.Ordinal).Take(Most)
            .Select(c => new { Cohort = c, Applications = db.Applications.Count(a => a.CohortId == c.Id && a.MergedIntoId == null) })
            .ToListAsync(ct);
        return new CohortListPage([.. rows.Select(r => new CohortRow(r.Cohort, r.Cohort.StageAt(clock.UtcNow), r.Applications))]);
    }
}

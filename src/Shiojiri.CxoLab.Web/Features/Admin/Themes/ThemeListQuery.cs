using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Themes;

/// <summary>Reads the themes of a cohort in their order, with those who named them, in one statement.</summary>
internal sealed class ThemeListQuery(CxoLabDb db, StaffScope scope)
{
    public Task<List<ThemeRow>> OfAsync(Cohort cohort, CancellationToken ct) => Rows(cohort.Id).ToListAsync(ct);

    // The same people as the list of applicants shows for that theme.
    internal IQueryable<ThemeRow> Rows(int cohortId) => db.Themes.AsNoTracking()
        .Where(t => t.CohortId == cohortId)
        .OrderBy(t => t.Position).ThenBy(t => t.Id)
        .Take(ThemeLimits.MostOfCohort * 2)
        .Select(t => new ThemeRow(t, scope.Applications.Count(a => a.CohortId == cohortId
            && (a.Themes.Any(own => own.ThemeId == t.Id) || a.Merged.Any(m => m.Themes.Any(own => own.ThemeId == t.Id))))));
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Data;

internal static class CohortBriefings
{
    /// <summary>The briefings of one cohort's recruitment in date order; none without a cohort.</summary>
    public static IQueryable<Briefing> OfCohort(this DbSet<Briefing> briefings, Cohort? cohort)
    {
        var id = cohort?.Id ?? 0;
        return briefings.AsNoTracking().Where(b => b.CohortId == id).OrderBy(b => b.HeldOn).Take(50);
    }
}

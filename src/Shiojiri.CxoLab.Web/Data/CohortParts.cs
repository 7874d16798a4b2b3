using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>What belongs to a cohort, in the order in which it is shown.</summary>
internal static class CohortParts
{
    /// <summary>The briefings of one cohort's recruitment in date order; none without a cohort.</summary>
    public static IQueryable<Briefing> OfCohort(this DbSet<Briefing> briefings, Cohort? cohort)
    {
        var id = cohort?.Id ?? 0;
        return briefings.AsNoTracking().Where(b => b.CohortId == id).OrderBy(b => b.HeldOn).Take(50);
    }

    public static IQueryable<Cohort> WithSessions(this IQueryable<Cohort> cohorts) =>
        cohorts.Include(c => c.Sessions.OrderBy(s => s.StartsOn).ThenBy(s => s.StartsAt).ThenBy(s => s.Id));

    public static IQueryable<Cohort> WithAreas(this IQueryable<Cohort> cohorts) => cohorts.Include(c => c.InterestAreas.OrderBy(a => a.Position));
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Cohorts;

/// <summary>Stores what staff changed of a cohort.</summary>
internal sealed class CohortDetailsService(CxoLabDb db, AuditTrail audit)
{
    /// <summary>Stale when somebody changed the same things after the form was opened. A place taken in this moment only means to count again.</summary>
    /// <param name="seen">See <see cref="CohortDetails.State"/>.</param>
    public async Task<SaveOutcome> SaveAsync(int cohortId, CohortDetails to, string? seen, CancellationToken ct)
    {
        var outcome = await LostRace.RetryAsync(db, (_, token) => AttemptAsync(cohortId, to, seen, token), () => SaveOutcome.Stale, ct, LostRace.ManyRounds);
        if (outcome == SaveOutcome.Done && to.Capacity is not null)
        {
            // Whoever goes away meanwhile must not leave the count wrong.
            await LostRace.RetryAsync(db, (_, token) => RecountAsync(cohortId, token), () => false, CancellationToken.None, LostRace.ManyRounds);
        }

        return outcome;
    }

    // Who applied between the first count and the save was not counted: nobody is, while there is no capacity. From the save on everybody is.
    private async Task<bool> RecountAsync(int cohortId, CancellationToken ct)
    {
        var cohort = await db.Cohorts.SingleAsync(c => c.Id == cohortId, ct);
        var (holding, waiting) = await CountAsync(cohortId, ct);
        if ((holding, waiting) != (cohort.PlacesTaken, cohort.Waiting))
        {
            cohort.Limits(cohort.Capacity, cohort.CapacityIsAbout, holding, waiting);
            await db.SaveChangesAsync(ct);
        }

        return true;
    }

    private async Task<SaveOutcome> AttemptAsync(int cohortId, CohortDetails to, string? seen, CancellationToken ct)
    {
        var cohort = await db.Cohorts.SingleAsync(c => c.Id == cohortId, ct);
        var from = CohortDetails.Of(cohort);
        if (from.State != seen)
        {
            return SaveOutcome.Stale;
        }

        cohort.Change(to.Name, to.TermStartsOn, to.TermEndsOn, to.Fee);
        cohort.Recruit(to.Recruitment);
        var (holding, waiting) = to.Capacity is null ? (0, 0) : await CountAsync(cohortId, ct);
        cohort.Limits(to.Capacity, to.CapacityIsAbout, holding, waiting);
        var changes = to.From(from);
        audit.Write(
            AuditAction.CohortChanged, from.Name, changes.ToDictionary(c => c.Label, c => c.Before), changes.ToDictionary(c => c.Label, c => c.After));
        await db.SaveChangesAsync(ct);
        return SaveOutcome.Done;
    }

    // While there was no capacity nobody kept the counts: the applications say who holds a place and who waits.
    private async Task<(int Holding, int Waiting)> CountAsync(int cohortId, CancellationToken ct)
    {
        var all = await db.Applications.Where(a => a.CohortId == cohortId && a.MergedIntoId == null && (a.HoldsPlace || a.Status == ApplicationStatus.Waitlisted))
            .GroupBy(a => a.HoldsPlace).Select(g => new { HoldsPlace = g.Key, Count = g.Count() }).ToListAsync(ct);
        return (all.Where(g => g.HoldsPlace).Sum(g => g.Count), all.Where(g => !g.HoldsPlace).Sum(g => g.Count));
    }
}

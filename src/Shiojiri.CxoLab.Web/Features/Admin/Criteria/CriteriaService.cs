using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Criteria;

/// <summary>Reads and stores what a cohort is scored by.</summary>
internal sealed class CriteriaService(CxoLabDb db, AuditTrail audit, StaffSaveService saves)
{
    public Task<List<ReviewCriterion>> FindAsync(Cohort cohort, CancellationToken ct) => Of(cohort).ToListAsync(ct);

    /// <summary>As they stand in the database now, whatever was found before.</summary>
    public Task<List<ReviewCriterion>> ReadAsync(Cohort cohort, CancellationToken ct) => Of(cohort).AsNoTracking().ToListAsync(ct);

    /// <summary>Those of the criteria that somebody has given a score for.</summary>
    public async Task<IReadOnlyList<ReviewCriterion>> ScoredByAsync(IEnumerable<ReviewCriterion> criteria, CancellationToken ct)
    {
        var scored = new List<ReviewCriterion>();
        foreach (var criterion in criteria)
        {
            if (await db.Reviews.AnyAsync(r => r.Scores.Any(s => s.CriterionId == criterion.Id), ct))
            {
                scored.Add(criterion);
            }
        }

        return scored;
    }

    /// <summary>
    /// All of them are written, changed or not: of two people at the same moment one gets through, and no position is filled twice.
    /// False: nothing is stored, since somebody changed them, or scored by them, in this moment.
    /// </summary>
    public async Task<bool> ChangeAsync(Cohort cohort, List<ReviewCriterion> criteria, CriteriaForm form, CancellationToken ct)
    {
        var before = criteria.Select(c => new { c.Name, c.Weight }).ToList();
        var kept = form.Kept.ToList();
        var removed = criteria.Where(c => kept.All(k => k.Position != c.Position)).ToList();
        var reviews = await ReviewsOf(cohort).ToListAsync(ct);
        if (removed.Any(criterion => reviews.Any(r => r.Scores.Any(s => s.CriterionId == criterion.Id))))
        {
            return false;
        }

        db.RemoveRange(removed);
        foreach (var (position, name, description, weight) in kept)
        {
            if (criteria.SingleOrDefault(c => c.Position == position) is { } known)
            {
                known.Change(position, name, description, weight);
            }
            else
            {
                db.Add(new ReviewCriterion(cohort.Id, position, name, description, weight));
            }
        }

        reviews.ForEach(review => review.Weigh([.. criteria.Except(removed)]));
        audit.Write(AuditAction.CriteriaChanged, cohort.Name, before, kept.Select(k => new { k.Name, k.Weight }).ToList());
        if (!await TrySaveAsync(removed, ct))
        {
            return false;
        }

        // The weights are stored: whoever goes away meanwhile must not leave a total behind.
        await WeighLateOnesAsync(cohort, CancellationToken.None);
        return true;
    }

    private async Task<bool> TrySaveAsync(List<ReviewCriterion> removed, CancellationToken ct)
    {
        try
        {
            return await saves.SaveFirstAsync(ct) == SaveOutcome.Done;
        }
        catch (DbUpdateException) when (removed.Count > 0)
        {
            // A score that refers to one of them keeps it there.
            if ((await ScoredByAsync(removed, ct)).Count == 0)
            {
                throw;
            }

            return false;
        }
    }

    // A first score that was stored between the reading and the saving was summed up by the old weights, and no version told of it. One that is
    // stored from now on meets the new version of the criteria.
    private Task<int> WeighLateOnesAsync(Cohort cohort, CancellationToken ct) => LostRace.RetryAsync(
        db,
        async (_, token) =>
        {
            var criteria = await ReadAsync(cohort, token);
            foreach (var review in (await ReviewsOf(cohort).ToListAsync(token)).Where(r => r.TotalBy(criteria) != r.Total))
            {
                review.Weigh(criteria);
            }

            return await db.SaveChangesAsync(token);
        },
        () => 0,
        ct);

    private IQueryable<Review> ReviewsOf(Cohort cohort) =>
        db.Reviews.Include(r => r.Scores).Where(r => db.Applications.Any(a => a.Id == r.ApplicationId && a.CohortId == cohort.Id));

    private IQueryable<ReviewCriterion> Of(Cohort cohort) => db.ReviewCriteria.Where(c => c.CohortId == cohort.Id).OrderBy(c => c.Position);
}

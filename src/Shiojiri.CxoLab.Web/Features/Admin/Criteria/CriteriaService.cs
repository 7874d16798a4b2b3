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

    /// <summary>All of them are written, changed or not: of two people at the same moment one gets through, and no position is filled twice.</summary>
    public async Task<bool> ChangeAsync(Cohort cohort, List<ReviewCriterion> criteria, CriteriaForm form, CancellationToken ct)
    {
        var before = criteria.Select(c => new { c.Name, c.Weight }).ToList();
        var kept = form.Kept.ToList();
        db.RemoveRange(criteria.Where(c => kept.All(k => k.Position != c.Position)));
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

        foreach (var review in await db.Reviews.Include(r => r.Scores).Where(r => db.Applications.Any(a => a.Id == r.ApplicationId && a.CohortId == cohort.Id)).ToListAsync(ct))
        {
            review.Weigh([.. criteria.Where(c => kept.Any(k => k.Position == c.Position))]);
        }

        audit.Write(AuditAction.CriteriaChanged, cohort.Name, before, kept.Select(k => new { k.Name, k.Weight }).ToList());
        return await saves.SaveFirstAsync(ct) == SaveOutcome.Done;
    }

    private IQueryable<ReviewCriterion> Of(Cohort cohort) => db.ReviewCriteria.Where(c => c.CohortId == cohort.Id).OrderBy(c => c.Position);
}

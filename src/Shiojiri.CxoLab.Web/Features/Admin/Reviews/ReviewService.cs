using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Reviews;

/// <summary>Reads and writes reviews. What others think is not even read before one's own review is in, but for 管理.</summary>
internal sealed class ReviewService(CxoLabDb db, StaffScope scope, AuditTrail audit, StaffSaveService saves, CurrentStaff staff)
{
    private int Me => saves.Actor.AccountId!.Value;

    public Task<Application?> FindAsync(string number, CancellationToken ct) => scope.People
        .Include(a => a.Attendance)
        .Include(a => a.Interests)
        .AsSplitQuery()
        .SingleOrDefaultAsync(a => a.Number == number, ct);

    public Task<List<ReviewCriterion>> CriteriaAsync(int cohortId, CancellationToken ct) =>
        db.ReviewCriteria.AsNoTracking().Where(c => c.CohortId == cohortId).OrderBy(c => c.Position).ToListAsync(ct);

    public async Task<ReviewPage> PageAsync(
        Application application, IReadOnlyList<ReviewCriterion> criteria, ReviewForm? typed, ApplicantFilter filter, CancellationToken ct)
    {
        var own = await db.Reviews.AsNoTracking().Include(r => r.Scores).SingleOrDefaultAsync(r => r.ApplicationId == application.Id && r.ReviewerId == Me, ct);
        var isOpen = own is not null || !staff.ScoresBlind;
        List<Review> others = !isOpen
            ? []
            : await db.Reviews.AsNoTracking().Include(r => r.Scores).Where(r => r.ApplicationId == application.Id && r.ReviewerId != Me).OrderBy(r => r.ReviewerName).ToListAsync(ct);
        var cohort = await db.Cohorts.AsNoTracking().Include(c => c.Sessions).Include(c => c.InterestAreas).AsSplitQuery().SingleAsync(c => c.Id == application.CohortId, ct);
        var form = typed ?? ReviewForm.Of(own, criteria);
        return new ReviewPage(
            application, cohort, criteria, own is null ? form : form with { Version = own.Version }, isOpen, others,
            isOpen ? others.Count : await db.Reviews.CountAsync(r => r.ApplicationId == application.Id, ct),
            await PlaceAsync(application, ct), false, [], filter)
        {
            Themes = await ThemesAsync(application, ct),
            Totals = isOpen ? [.. others.Append(own).Select(r => r?.Total).OfType<int>()] : [],
        };
    }

    /// <summary>
    /// The person has abstained from everything. With that the others' scores are open to them, so it stays that way: else one could
    /// look first and score afterwards.
    /// </summary>
    public Task<bool> IsRecusedAsync(int applicationId, CancellationToken ct) =>
        db.Reviews.AnyAsync(r => r.ApplicationId == applicationId && r.ReviewerId == Me && r.Total == null, ct);

    // With those of what was put under it, in one statement.
    private async Task<IReadOnlyList<string>> ThemesAsync(Application application, CancellationToken ct) =>
        [.. Application.ThemesOf(await db.Applications.AsNoTracking()
            .Where(a => (a.Id == application.Id || a.MergedIntoId == application.Id) && a.Themes.Any())
            .Include(a => a.Themes)
            .AsSingleQuery()
            .OrderBy(a => a.MergedIntoId != null).ThenBy(a => a.Id)
            .ToListAsync(ct)).Select(Phrasing.Plain)];

    public Task NoteViewAsync(string number, CancellationToken ct)
    {
        audit.Write(AuditAction.ApplicantViewed, number, after: new { Page = "review", Scores = staff.ScoresBlind ? "own" : "all" });
        return db.SaveChangesAsync(ct);
    }

    /// <param name="open">How many people's scores were shown.</param>
    public Task NoteRankingAsync(int open, CancellationToken ct)
    {
        audit.Write(AuditAction.ListViewed, "", after: new { Page = "ranking", Rows = open, Scores = staff.ScoresBlind ? "own" : "all" });
        return db.SaveChangesAsync(ct);
    }

    public Task NoteListAsync(int shown, CancellationToken ct)
    {
        audit.Write(AuditAction.ListViewed, "", after: new { Page = "reviews", Rows = shown });
        return db.SaveChangesAsync(ct);
    }

    /// <summary>Stores the review; the first one of all takes the application into 審査中.</summary>
    public async Task<SaveOutcome> WriteAsync(Application application, ReviewForm form, IReadOnlyList<ReviewCriterion> criteria, CancellationToken ct)
    {
        var review = await db.Reviews.Include(r => r.Scores).SingleOrDefaultAsync(r => r.ApplicationId == application.Id && r.ReviewerId == Me, ct);
        if ((review?.Version ?? Guid.Empty) != form.Version)
        {
            return SaveOutcome.Stale;
        }

        var before = review is null ? null : new { Scores = Named(review, criteria), review.Comment };
        if (review is null)
        {
            review = new Review(application.Id, saves.Actor, saves.UtcNow);
            db.Add(review);
        }

        review.Write(form.ToScores(criteria), criteria, form.CommentFolded, saves.UtcNow);
        audit.Write(AuditAction.Reviewed, application.Number, before, new { Scores = Named(review, criteria), review.Comment });
        if (application.BeginReview(await db.Cohorts.SingleAsync(c => c.Id == application.CohortId, ct), saves.Actor, saves.UtcNow))
        {
            audit.Write(AuditAction.StatusChanged, application.Number, new { Status = ApplicationStatus.Received }, new { Status = ApplicationStatus.UnderReview });
        }

        LookAgainAt(criteria);

        // Stale too: two tabs of the same reviewer, at the same moment.
        return await saves.SaveFirstAsync(ct);
    }

    // Writes back what stands there, if it still does: a criterion that was changed or taken away in this moment makes the save a stale one.
    private void LookAgainAt(IReadOnlyList<ReviewCriterion> criteria)
    {
        foreach (var criterion in criteria)
        {
            db.Attach(criterion).Property(c => c.Weight).IsModified = true;
        }
    }

    private static Dictionary<string, int?> Named(Review review, IReadOnlyList<ReviewCriterion> criteria) => criteria
        .Where(c => review.Scores.Any(s => s.CriterionId == c.Id))
        .ToDictionary(c => $"{c.Position}. {c.Name}", c => review.Scores.Single(s => s.CriterionId == c.Id).Value);

    /// <summary>The next application that the person has not scored, after this one and else from the first.</summary>
    public async Task<ReviewPlace> PlaceAsync(Application application, CancellationToken ct)
    {
        var (id, at, isDecided) = (application.Id, application.ReceivedUtc, application.Status.IsDecision());
        var toDo = scope.People
            .Where(a => a.CohortId == application.CohortId && a.Status != ApplicationStatus.Withdrawn)
            .Select(a => new
            {
                a.Id,
                a.Number,
                a.ReceivedUtc,
                IsDecided = a.Status == ApplicationStatus.Accepted || a.Status == ApplicationStatus.Waitlisted || a.Status == ApplicationStatus.Declined,
            });
        var before = toDo.Where(a => (isDecided && !a.IsDecided) || (a.IsDecided == isDecided && (a.ReceivedUtc < at || (a.ReceivedUtc == at && a.Id < id))));
        var open = toDo.Where(a => a.Id != id && !db.Reviews.Any(r => r.ApplicationId == a.Id && r.ReviewerId == Me));
        var place = await db.Cohorts.Where(c => c.Id == application.CohortId)
            .Select(c => new
            {
                IsIn = toDo.Any(a => a.Id == id),
                Count = toDo.Count(),
                Before = before.Count(),
                Next = open.Where(a => !before.Any(b => b.Id == a.Id)).OrderBy(a => a.IsDecided).ThenBy(a => a.ReceivedUtc).ThenBy(a => a.Id).Select(a => a.Number).FirstOrDefault(),
                First = open.OrderBy(a => a.IsDecided).ThenBy(a => a.ReceivedUtc).ThenBy(a => a.Id).Select(a => a.Number).FirstOrDefault(),
            })
            .SingleAsync(ct);
        return new ReviewPlace(place.IsIn ? place.Before + 1 : null, place.Count, place.Next ?? place.First);
    }
}

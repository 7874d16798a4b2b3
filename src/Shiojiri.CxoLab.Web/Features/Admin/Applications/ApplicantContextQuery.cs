using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Applications;

/// <summary>Reads what an applicant's page shows beside the application: its place in the list, colleagues and their reviews.</summary>
internal sealed class ApplicantContextQuery(CxoLabDb db, ApplicantSearch search, CurrentStaff staff)
{
    public async Task<ApplicantPlace> PlaceAsync(Application application, Cohort cohort, ApplicantFilter filter, CancellationToken ct)
    {
        var numbers = await search.Ordered(filter, cohort).Select(a => a.Number).ToListAsync(ct);
        var at = numbers.IndexOf(application.Number);
        return at < 0
            ? new ApplicantPlace(filter, null, null, null, null)
            : new ApplicantPlace(filter, numbers.ElementAtOrDefault(at - 1), numbers.ElementAtOrDefault(at + 1), at + 1, numbers.Count);
    }

    /// <summary>Who can look after an application of a cohort.</summary>
    public async Task<IReadOnlyList<Assignee>> StaffAsync(int cohortId, CancellationToken ct) =>
        await db.StaffAccounts.AsNoTracking()
            .WhoCanCareFor(cohortId)
            .OrderBy(a => a.DisplayName)
            .Select(a => new Assignee(a.Id, a.DisplayName))
            .ToListAsync(ct);

    public async Task<ReviewSummary> ReviewsAsync(int applicationId, CancellationToken ct)
    {
        var reviews = await db.Reviews.AsNoTracking().Where(r => r.ApplicationId == applicationId).Select(r => new { r.ReviewerId, r.Total }).ToListAsync(ct);
        var isOwnIn = reviews.Any(r => r.ReviewerId == staff.AccountId);
        int[] totals = isOwnIn || !staff.May(Permission.Review) ? [.. reviews.Select(r => r.Total).OfType<int>()] : [];
        return new ReviewSummary(reviews.Count, isOwnIn, Scoring.Mean(totals), Scoring.Spread(totals));
    }
}

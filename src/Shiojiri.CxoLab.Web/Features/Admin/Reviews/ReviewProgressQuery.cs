using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Reviews;

/// <summary>Counts what has been reviewed and finds what is still to do.</summary>
internal sealed class ReviewProgressQuery(CxoLabDb db, StaffScope scope, CurrentStaff staff)
{
    private const int MostShown = 50;

    public async Task<ProgressPage> PageAsync(int? ordinal, CancellationToken ct)
    {
        if (await scope.CohortAsync(ordinal, ct) is not { } cohort)
        {
            return new ProgressPage(null, 0, [], [], false);
        }

        var me = staff.AccountId;
        var toDo = scope.People.Where(a => a.CohortId == cohort.Id && a.Status != ApplicationStatus.Withdrawn);
        var done = await db.Reviews
            .Where(r => toDo.Any(a => a.Id == r.ApplicationId))
            .GroupBy(r => r.ReviewerId)
            .Select(g => new { ReviewerId = g.Key, Count = g.Count() })
            .ToDictionaryAsync(r => r.ReviewerId, r => r.Count, ct);
        Role[] reviewing = [.. Enum.GetValues<Role>().Where(r => r.May(Permission.Review))];
        var accounts = await db.StaffAccounts.AsNoTracking()
            .Where(a => (a.DisabledUtc == null && reviewing.Contains(a.Role) && (a.Role == Role.Administrator || a.CohortId == null || a.CohortId == cohort.Id)) || done.Keys.Contains(a.Id))
            .OrderBy(a => a.DisplayName)
            .Select(a => new { a.Id, a.DisplayName })
            .ToListAsync(ct);
        List<OpenReview> open = staff.May(Permission.Review)
            ? await toDo.AsNoTracking()
                .Where(a => !db.Reviews.Any(r => r.ApplicationId == a.Id && r.ReviewerId == me))
                .OrderBy(a => a.Status == ApplicationStatus.Accepted || a.Status == ApplicationStatus.Waitlisted || a.Status == ApplicationStatus.Declined)
                .ThenBy(a => a.ReceivedUtc)
                .ThenBy(a => a.Id)
                .Take(MostShown)
                .Select(a => new OpenReview(a.Number, a.Name, a.Kana, a.ReceivedUtc, db.Reviews.Count(r => r.ApplicationId == a.Id)))
                .ToListAsync(ct)
            : [];
        return new ProgressPage(
            cohort,
            await toDo.CountAsync(ct),
            [.. accounts.Select(a => new ReviewerProgress(a.DisplayName, done.GetValueOrDefault(a.Id), a.Id == me))],
            open,
            await db.ReviewCriteria.AnyAsync(c => c.CohortId == cohort.Id, ct));
    }
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Reviews;

/// <summary>
/// Reads the ranking in four statements, however many applicants there are. Scores that the person who looks may not see yet are not read.
/// </summary>
internal sealed class RankingQuery(CxoLabDb db, StaffScope scope, CurrentStaff staff)
{
    private const int Size = 50;
    private const int Most = 5000;

    /// <summary>Null when there is no such cohort to be seen.</summary>
    public async Task<RankingPage?> PageAsync(RankingFilter filter, CancellationToken ct)
    {
        if (await scope.CohortAsync(filter.Cohort, ct) is not { } cohort)
        {
            return null;
        }

        var (all, next) = await PeopleAsync(cohort, ct);
        var sorted = Sorted(Placed([.. all.Where(r => (filter.DecidedToo || !r.Status.IsDecision()) && (!filter.ComparableOnly || r.Count >= 2))]), filter.SortAsked);
        var pages = Math.Max(1, (sorted.Count + Size - 1) / Size);
        var asked = filter with { Page = Math.Clamp(filter.Page ?? 1, 1, pages) };
        var rows = await WithReviewsAsync([.. sorted.Skip((asked.Page!.Value - 1) * Size).Take(Size)], ct);
        return new RankingPage(cohort, asked, all.Count, all.Count(r => r.Count > 0), sorted.Count, pages, rows, staff.ScoresBlind, next);
    }

    internal async Task<(IReadOnlyList<RankingRow> People, string? Next)> PeopleAsync(Cohort cohort, CancellationToken ct)
    {
        var (me, blind) = (staff.AccountId, staff.ScoresBlind);
        var toReview = scope.People.AsNoTracking().Where(a => a.CohortId == cohort.Id && a.Status != ApplicationStatus.Withdrawn);
        var people = await toReview
            .OrderBy(a => a.Status == ApplicationStatus.Accepted || a.Status == ApplicationStatus.Waitlisted || a.Status == ApplicationStatus.Declined)
            .ThenBy(a => a.ReceivedUtc)
            .ThenBy(a => a.Id)
            .Take(Most)
            .Select(a => new
            {
                a.Id,
                a.Number,
                a.Name,
                a.Kana,
                a.Status,
                a.Version,
                Prepared = db.PreparedDecisions.FirstOrDefault(d => d.ApplicationId == a.Id),
                IsOwnIn = db.Reviews.Any(r => r.ApplicationId == a.Id && r.ReviewerId == me),
                Count = db.Reviews.Count(r => r.ApplicationId == a.Id && r.Total != null),
            })
            .ToListAsync(ct);
        var totals = (await db.Reviews
            .Where(r => r.Total != null && toReview.Any(a => a.Id == r.ApplicationId)
                && (!blind || db.Reviews.Any(own => own.ApplicationId == r.ApplicationId && own.ReviewerId == me)))
            .Select(r => new { r.ApplicationId, Total = r.Total!.Value })
            .ToListAsync(ct)).ToLookup(r => r.ApplicationId, r => r.Total);
        return (
            [.. people.Select(p => new RankingRow(
                p.Id, p.Number, p.Name, p.Kana, p.Status, p.Version, p.Prepared?.To, p.Prepared?.ByName, p.IsOwnIn || !blind, p.Count,
                Scoring.Mean(totals[p.Id]), Scoring.Spread([.. totals[p.Id]]), null))],
            people.Find(p => !p.IsOwnIn)?.Number);
    }

    private static List<RankingRow> Placed(IReadOnlyCollection<RankingRow> rows) =>
        [.. rows.Select(row => row with { Place = row.Mean is { } mean ? 1 + rows.Count(r => r.Mean > mean) : null })];

    // Whoever has no score comes last in every order; of the others those whose scores are still hidden.
    private static List<RankingRow> Sorted(IReadOnlyCollection<RankingRow> rows, RankingSort sort)
    {
        var scoredFirst = rows.OrderBy(r => r.Count == 0);
        return [.. sort switch
        {
            RankingSort.Mean => scoredFirst.ThenBy(r => r.Mean is null).ThenByDescending(r => r.Mean),
            RankingSort.Spread => scoredFirst.ThenBy(r => r.Spread is null).ThenByDescending(r => r.Spread).ThenBy(r => r.Mean is null),
            RankingSort.Fewest => scoredFirst.ThenBy(r => r.Count).ThenBy(r => r.Mean is null).ThenByDescending(r => r.Mean),
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
        }];
    }

    private async Task<IReadOnlyList<RankingRow>> WithReviewsAsync(IReadOnlyList<RankingRow> rows, CancellationToken ct)
    {
        var ids = rows.Where(r => r.IsOpen).Select(r => r.Id).ToList();
        var reviews = (await db.Reviews.AsNoTracking().Where(r => ids.Contains(r.ApplicationId)).ToListAsync(ct))
            .OrderBy(r => r.ReviewerName, StringComparer.Ordinal).ToLookup(r => r.ApplicationId);
        return [.. rows.Select(row => row with { Reviews = [.. reviews[row.Id]] })];
    }
}

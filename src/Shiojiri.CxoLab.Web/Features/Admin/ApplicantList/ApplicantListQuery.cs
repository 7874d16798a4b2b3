using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantList;

/// <summary>Reads the list of applicants: the same number of questions however many there are.</summary>
internal sealed class ApplicantListQuery(CxoLabDb db, StaffScope scope, ApplicantSearch search, CurrentStaff staff)
{
    public async Task<ApplicantListPage> PageAsync(ApplicantFilter filter, Cohort cohort, DateTime nowUtc, CancellationToken ct)
    {
        var within = search.Find(filter with { Status = null, Payment = null }, cohort).AsNoTracking();
        var facts = await ApplicantFacts.Of(db, within).ToListAsync(ct);
        var all = filter.IsNarrowed ? await scope.Applications.CountAsync(a => a.CohortId == cohort.Id, ct) : facts.Count;
        var counts = ApplicantCounts.Of(facts, filter, all, search.Today);
        var paging = Paging.Of(filter.Page, counts.Shown);
        return new ApplicantListPage(
            cohort, cohort.RecruitmentStatusAt(nowUtc), filter with { Page = paging.Page }, counts, paging,
            await RowsAsync(filter, cohort, paging, ct), await ChoicesAsync(cohort.Id, ct));
    }

    private async Task<IReadOnlyList<ApplicantRow>> RowsAsync(ApplicantFilter filter, Cohort cohort, Paging paging, CancellationToken ct)
    {
        var (own, seesAll) = (staff.AccountId, !staff.May(Permission.Review));
        var rows = await search.Ordered(filter, cohort).AsNoTracking()
            .Skip((paging.Page - 1) * Paging.Size)
            .Take(Paging.Size)
            .Select(a => new
            {
                a.Number,
                a.Name,
                a.Kana,
                IsReachedByMail = a.Email != null,
                a.Residence,
                a.ReceivedUtc,
                a.Status,
                a.DueOn,
                a.Fee,
                a.ReceivedAmount,
                a.RefundedAmount,
                Attendance = a.Attendance.Select(t => new { t.SessionId, t.Answer }).ToList(),
                IsScored = seesAll || db.Reviews.Any(r => r.ApplicationId == a.Id && r.ReviewerId == own),
                Mean = db.Reviews.Where(r => r.ApplicationId == a.Id).Average(r => (double?)r.Total),
                Reviewers = db.Reviews.Count(r => r.ApplicationId == a.Id && r.Total != null),
            })
            .AsSplitQuery()
            .ToListAsync(ct);
        return [.. rows.Select(a =>
        {
            var balance = Balance.Of(a.Fee, a.ReceivedAmount, a.RefundedAmount);
            return new ApplicantRow(
                a.Number, a.Name, a.Kana, a.IsReachedByMail, a.Residence, a.ReceivedUtc, a.Status,
                balance.Status, ApplicantFacts.IsOverdue(balance, a.Status, a.DueOn, search.Today),
                a.Attendance.ToDictionary(t => t.SessionId, t => t.Answer),
                a.IsScored ? new RowScore(true, a.Mean / 100, a.Reviewers) : new RowScore(false, null, 0));
        })];
    }

    private async Task<ListChoices> ChoicesAsync(int cohortId, CancellationToken ct)
    {
        var cohorts = await scope.Cohorts.OrderByDescending(c => c.Ordinal).Select(c => new { c.Ordinal, c.Name }).ToListAsync(ct);
        var tags = await db.Tags.Where(t => t.CohortId == cohortId).OrderBy(t => t.Name).Select(t => t.Name).Take(200).ToListAsync(ct);
        var assignees = await db.StaffAccounts
            .Where(s => scope.Applications.Any(a => a.CohortId == cohortId && a.AssigneeId == s.Id))
            .OrderBy(s => s.DisplayName).Select(s => new { s.Id, s.DisplayName }).Take(200).ToListAsync(ct);
        var views = await db.SavedViews.Where(v => v.AccountId == staff.AccountId)
            .OrderBy(v => v.Name).Select(v => new { v.Name, v.Query }).Take(SavedViews.Most).ToListAsync(ct);
        return new ListChoices(
            [.. cohorts.Select(c => (c.Ordinal, c.Name))], tags, [.. assignees.Select(a => (a.Id, a.DisplayName))], [.. views.Select(v => (v.Name, v.Query))]);
    }
}

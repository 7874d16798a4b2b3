using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.ApplicantList;

/// <summary>Reads the list of applicants: the same number of questions however many there are.</summary>
internal sealed class ApplicantListQuery(CxoLabDb db, StaffScope scope, ApplicantSearch search, CurrentStaff staff, ListChoicesQuery choices)
{
    // Of the same name, and again of the same telephone number.
    private const int MostTwins = 250;

    public async Task<ApplicantListPage> PageAsync(ApplicantFilter filter, Cohort cohort, DateTime nowUtc, CancellationToken ct)
    {
        var within = search.Find(filter with { Status = null, Payment = null }, cohort).AsNoTracking();
        var facts = await ApplicantFacts.Of(within).ToListAsync(ct);
        var (choice, all) = await choices.ReadAsync(cohort, ct);
        var counts = ApplicantCounts.Of(facts, filter, all, search.Today);
        var paging = Paging.Of(filter.Page, counts.Shown);
        var rows = counts.Shown == 0 ? [] : await RowsAsync(filter, cohort, paging, ct);
        return new ApplicantListPage(cohort, cohort.RecruitmentStatusAt(nowUtc), filter with { Page = paging.Page }, counts, paging, rows, choice)
        {
            Themes = search.Own.ThemesOf(cohort),
        };
    }

    private async Task<IReadOnlyList<ApplicantRow>> RowsAsync(ApplicantFilter filter, Cohort cohort, Paging paging, CancellationToken ct)
    {
        var (own, seesAll) = (staff.AccountId, !staff.ScoresBlind);
        var rows = await search.Ordered(filter, cohort).AsNoTracking()
            .Skip((paging.Page - 1) * Paging.Size)
            .Take(Paging.Size)
            .Select(a => new
            {
                a.Number,
                a.Name,
                a.Kana,
                IsReachedByMail = a.Email != null,
                IsErased = a.ErasedUtc != null,
                a.Residence,
                a.ReceivedUtc,
                a.Status,
                a.DueOn,
                a.Fee,
                a.ReceivedAmount,
                a.RefundedAmount,
                a.PersonKey,
                a.PhoneKey,
                Attendance = a.Attendance.Select(t => new { t.SessionId, t.Answer }).ToList(),
                IsScored = seesAll || db.Reviews.Any(r => r.ApplicationId == a.Id && r.ReviewerId == own),
                Mean = db.Reviews.Where(r => r.ApplicationId == a.Id).Average(r => (double?)r.Total),
                Reviewers = db.Reviews.Count(r => r.ApplicationId == a.Id && r.Total != null),
            })
            .AsSingleQuery()
            .ToListAsync(ct);
        var twins = rows.Count == 0 ? [] : await TwinsAsync(cohort, [.. rows.Select(a => a.PersonKey)], [.. rows.Select(a => a.PhoneKey).OfType<string>()], ct);
        return [.. rows.Select(a =>
        {
            var balance = Balance.Of(a.Fee, a.ReceivedAmount, a.RefundedAmount);
            return new ApplicantRow(
                a.Number, a.Name, a.Kana, a.IsReachedByMail, a.Residence, a.ReceivedUtc, a.Status,
                FeeStatus.Of(a.Status, balance, a.DueOn, search.Today),
                a.Attendance.ToDictionary(t => t.SessionId, t => t.Answer),
                a.IsScored ? new RowScore(true, a.Mean / 100, a.Reviewers) : new RowScore(false, null, 0))
            {
                IsErased = a.IsErased,
                Twins = [.. twins.Where(t => t.Number != a.Number && (t.PersonKey == a.PersonKey || (t.PhoneKey is not null && t.PhoneKey == a.PhoneKey)))],
            };
        })];
    }

    // One question for all rows of the page, each half in the order of its index, which ends after the few that are wanted. A row that was not folded yet has no key.
    internal async Task<List<Twin>> TwinsAsync(Cohort cohort, IReadOnlyList<string> people, IReadOnlyList<string> phones, CancellationToken ct)
    {
        var folded = scope.Applications.Where(a => a.CohortId == cohort.Id && a.PersonKey != "");
        var found = await folded.Where(a => people.Contains(a.PersonKey)).OrderBy(a => a.PersonKey).ThenBy(a => a.Id).Take(MostTwins)
            .Select(a => new Twin { Id = a.Id, Number = a.Number, Name = a.Name, PersonKey = a.PersonKey, PhoneKey = a.PhoneKey })
            .Concat(folded.Where(a => phones.Contains(a.PhoneKey!)).OrderBy(a => a.PhoneKey).ThenBy(a => a.Id).Take(MostTwins)
                .Select(a => new Twin { Id = a.Id, Number = a.Number, Name = a.Name, PersonKey = a.PersonKey, PhoneKey = a.PhoneKey }))
            .ToListAsync(ct);
        return [.. found.DistinctBy(t => t.Id).OrderBy(t => t.Id)];
    }
}

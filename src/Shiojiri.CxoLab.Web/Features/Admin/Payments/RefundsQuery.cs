using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>Finds whom money has to be given back to: who does not take part, and who paid too much.</summary>
internal sealed class RefundsQuery(CxoLabDb db, StaffScope scope, ProgrammeClock clock, RefundAccountProtector protector, PaymentTabsQuery tabs)
{
    private const string Unreadable = "読み取れません。入力し直してください";
    private const int Most = 500;

    /// <summary>Null when there is no such cohort to be seen.</summary>
    public async Task<RefundsPage?> PageAsync(int? ordinal, CancellationToken ct)
    {
        if (await scope.CohortAsync(ordinal, ct) is not { } cohort)
        {
            return null;
        }

        var rows = (await RowsAsync(cohort.Id, PaymentFilter.RefundDue, ct)).Concat(await RowsAsync(cohort.Id, PaymentFilter.Overpaid, ct));
        return new RefundsPage(
            cohort, clock.Today, [.. rows.OrderBy(r => r.SinceOn).ThenBy(r => r.Number, StringComparer.Ordinal)],
            await tabs.TabsAsync(cohort.Id, ordinal, "/admin/payments/refunds", ct));
    }

    private async Task<IEnumerable<RefundRow>> RowsAsync(int cohortId, PaymentFilter filter, CancellationToken ct)
    {
        var found = await scope.People.AsNoTracking().Where(a => a.CohortId == cohortId)
            .Where(PaymentQuestions.Is(filter, clock.Today))
            .OrderBy(a => a.Id).Take(Most)
            .Select(a => new
            {
                a.Number,
                a.Name,
                a.Status,
                a.Fee,
                a.ReceivedAmount,
                a.RefundedAmount,
                a.DueOn,
                a.ReceivedUtc,
                DecidedUtc = a.StatusChanges.Max(s => (DateTime?)s.AtUtc),
                PaidUtc = a.Ledger.Where(e => e.Kind == LedgerEntryKind.Payment).Max(e => (DateTime?)e.EnteredUtc),
                Closed = db.RefundAccounts.Where(r => r.ApplicationId == a.Id).Select(r => r.Closed).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return found.Select(a =>
        {
            var fee = FeeStatus.Of(a.Status, Balance.Of(a.Fee, a.ReceivedAmount, a.RefundedAmount), a.DueOn, clock.Today);
            var isExcess = fee.State != FeeState.RefundDue;
            var since = isExcess || a.PaidUtc > a.DecidedUtc ? a.PaidUtc : a.DecidedUtc;
            return new RefundRow(
                a.Number, a.Name, a.Status, isExcess, fee.ToGiveBack, JapanTime.DayOf(since ?? a.ReceivedUtc),
                a.Closed is null ? null : protector.Open(a.Closed)?.Masked ?? Unreadable);
        });
    }
}

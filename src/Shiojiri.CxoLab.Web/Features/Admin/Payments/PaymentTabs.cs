using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>The places inside 入金.</summary>
/// <param name="Ordinal">The cohort that was asked for; null: the newest.</param>
internal sealed record PaymentTabs(int? Ordinal, string Current, int Unpaid, int Overdue, int ToGiveBack)
{
    private string Query => Ordinal is { } ordinal ? $"?cohort={ordinal}" : "";

    public Tabs Tabs => new(
        "入金",
        [
            Of(ListOf(PaymentFilter.Unpaid), "入金待ち", Unpaid),
            Of($"/admin/payments/overdue{Query}", "期限切れ", Overdue),
            Of($"/admin/payments/refunds{Query}", "返金", ToGiveBack),
            Of(ListOf(PaymentFilter.Refunded), "返金済み", null),
        ]);

    private Tab Of(string url, string label, int? count) => new(url, label, url.StartsWith(Current, StringComparison.Ordinal), count);

    private string ListOf(PaymentFilter filter) => $"/admin/applications{new ApplicantFilter { Cohort = Ordinal, Payment = filter.Word() }.Query()}";
}

/// <summary>Counts what stands beside the places.</summary>
internal sealed class PaymentTabsQuery(StaffScope scope, ProgrammeClock clock)
{
    public async Task<PaymentTabs> TabsAsync(int cohortId, int? ordinal, string current, CancellationToken ct) => new(
        ordinal, current, await CountAsync(cohortId, PaymentFilter.Unpaid, ct), await CountAsync(cohortId, PaymentFilter.Overdue, ct),
        await CountAsync(cohortId, PaymentFilter.RefundDue, ct) + await CountAsync(cohortId, PaymentFilter.Overpaid, ct));

    private Task<int> CountAsync(int cohortId, PaymentFilter filter, CancellationToken ct) =>
        scope.Applications.Where(a => a.CohortId == cohortId).CountAsync(PaymentQuestions.Is(filter, clock.Today), ct);
}

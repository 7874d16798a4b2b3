using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>Applications that stand alike in all that their fee depends on, and how many they are: some dozens of groups, however many applications.</summary>
/// <param name="FirstReceivedOn">The day on which the oldest of them came.</param>
internal sealed record ApplicantFacts(
    ApplicationStatus Status, Yen Fee, Yen ReceivedAmount, Yen RefundedAmount, DateOnly? DueOn, int Count, DateOnly FirstReceivedOn)
{
    /// <summary>What came in for each, less what was given back.</summary>
    public Yen Received => new(ReceivedAmount.Amount - RefundedAmount.Amount);

    /// <summary>Confirmed, and the fee is in (参加する人).</summary>
    public bool TakesPart => Status == ApplicationStatus.Accepted && Received.Amount >= Fee.Amount;

    public FeeStatus FeeStatusOn(DateOnly today) => FeeStatus.Of(Status, Fee, Received, DueOn, today);

    /// <summary>The same as <see cref="PaymentQuestions.Is"/>, of what was read already.</summary>
    public bool Is(PaymentFilter filter, DateOnly today)
    {
        var fee = FeeStatusOn(today);
        return filter switch
        {
            PaymentFilter.Unpaid => fee.IsAwaited,
            PaymentFilter.NotAsked => fee.State == FeeState.NotAsked,
            PaymentFilter.Asked => fee.State == FeeState.Asked,
            PaymentFilter.Overdue => fee.State == FeeState.Overdue,
            PaymentFilter.Partial => fee.IsPartial,
            PaymentFilter.OnHold => fee.State == FeeState.OnHold,
            PaymentFilter.Paid => fee.State == FeeState.Settled,
            PaymentFilter.Overpaid => fee.Excess.Amount > 0,
            PaymentFilter.RefundDue => fee.State == FeeState.RefundDue,
            PaymentFilter.Refunded => RefundedAmount.Amount > 0,
            PaymentFilter.None => fee.State == FeeState.None,
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
        };
    }

    /// <summary>Counted by the database over an index that holds nothing else; the rule itself is asked of each group here.</summary>
    public static IQueryable<ApplicantFacts> Of(IQueryable<Application> applications) => applications
        .GroupBy(a => new { a.Status, a.DueOn, a.Fee, a.ReceivedAmount, a.RefundedAmount })
        .Select(g => new ApplicantFacts(
            g.Key.Status, g.Key.Fee, g.Key.ReceivedAmount, g.Key.RefundedAmount, g.Key.DueOn, g.Count(), g.Min(a => a.ReceivedOn)));
}

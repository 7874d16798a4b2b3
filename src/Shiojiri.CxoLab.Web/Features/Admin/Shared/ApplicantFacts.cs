using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>What counting needs to know of an application.</summary>
internal sealed record ApplicantFacts(
    ApplicationStatus Status, Yen Fee, Yen ReceivedAmount, Yen RefundedAmount, DateOnly? DueOn, DateTime ReceivedUtc, string Residence, HeardFrom? HeardFrom)
{
    /// <summary>What came in, less what was given back.</summary>
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

    public static IQueryable<ApplicantFacts> Of(IQueryable<Application> applications) => applications.Select(a =>
        new ApplicantFacts(a.Status, a.Fee, a.ReceivedAmount, a.RefundedAmount, a.DueOn, a.ReceivedUtc, a.Residence, a.HeardFrom));
}

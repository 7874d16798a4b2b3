using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Payments;

/// <summary>The fee of one application as it stands on a day (参加費のいま): the one answer for lists, filters, pages, mails, exports and jobs.</summary>
/// <param name="State">What it asks of anybody.</param>
/// <param name="Fee">The fee agreed on.</param>
/// <param name="Received">What came in, less what was given back or taken back.</param>
/// <param name="DueOn">The day by which it is to be paid; null where nothing is asked.</param>
public sealed record FeeStatus(FeeState State, Yen Fee, Yen Received, DateOnly? DueOn)
{
    /// <summary>What is still to be paid; nothing where nothing is asked.</summary>
    public Yen Open => State is FeeState.Asked or FeeState.Overdue ? new(Math.Max(0, Fee.Amount - Received.Amount)) : new(0);

    /// <summary>How much more than the fee came in (多く入金された額), while the person is to take part.</summary>
    public Yen Excess => State == FeeState.Settled ? new(Math.Max(0, Received.Amount - Fee.Amount)) : new(0);

    /// <summary>What has to be given back (返す額): everything once the person does not take part, else what came in beyond the fee.</summary>
    public Yen ToGiveBack => State == FeeState.RefundDue ? Received : Excess;

    /// <summary>Something came in, but not the whole fee (一部入金).</summary>
    public bool IsPartial => State is FeeState.NotAsked or FeeState.Asked or FeeState.Overdue && Received.Amount > 0;

    /// <summary>Whether a mail or a page may say 「お支払いください」.</summary>
    public bool IsAwaited => State is FeeState.Asked or FeeState.Overdue;

    /// <summary>The same of the sums of a ledger.</summary>
    public static FeeStatus Of(ApplicationStatus status, Balance balance, DateOnly? dueOn, DateOnly today) =>
        Of(status, balance.Due, balance.Received, dueOn, today);

    /// <param name="status">Where the application stands.</param>
    /// <param name="fee">The fee agreed on; 0 is settled from the first.</param>
    /// <param name="received">What came in, less what was given back.</param>
    /// <param name="dueOn">The day by which the fee was asked; null while it is not asked.</param>
    /// <param name="today">Today in Japan.</param>
    public static FeeStatus Of(ApplicationStatus status, Yen fee, Yen received, DateOnly? dueOn, DateOnly today)
    {
        var state = status switch
        {
            ApplicationStatus.Declined or ApplicationStatus.Withdrawn => received.Amount > 0 ? FeeState.RefundDue : FeeState.None,
            ApplicationStatus.Waitlisted => FeeState.OnHold,
            ApplicationStatus.Received or ApplicationStatus.UnderReview or ApplicationStatus.Accepted =>
                received.Amount >= fee.Amount ? FeeState.Settled
                : dueOn is not { } due ? FeeState.NotAsked
                : due < today ? FeeState.Overdue
                : FeeState.Asked,
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };
        return new FeeStatus(state, fee, received, state is FeeState.Asked or FeeState.Overdue ? dueOn : null);
    }
}

using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Applications;

// What is paid, and what the fee asks.
public sealed partial class Application
{
    /// <summary>Staff ask for the fee by another day (期限を移す). False where no fee is to be paid.</summary>
    public bool MoveDueDate(DateOnly dueOn, DateOnly today)
    {
        if (IsErased || FeeStatusOn(today).State is not (FeeState.NotAsked or FeeState.Asked or FeeState.Overdue))
        {
            return false;
        }

        DueOn = dueOn;
        Version = Guid.NewGuid();
        return true;
    }

    /// <summary>Money came in (入金). Under 先着 a fee that is now whole makes 受付 to 参加確定, where the cohort has it so.</summary>
    /// <returns>Whether taking part was confirmed by it.</returns>
    public bool RecordPayment(MoneyMoved moved, Cohort cohort, Actor by, DateTime nowUtc)
    {
        Enter(LedgerEntry.Of(LedgerEntryKind.Payment, moved, by, nowUtc));
        return ConfirmWhenPaid(cohort, by, nowUtc);
    }

    /// <summary>Whether a payment of that day and amount stands already: the same money may be about to be entered twice.</summary>
    public bool HasPayment(DateOnly on, Yen amount) => _ledger.Any(e =>
        e.Kind == LedgerEntryKind.Payment && e.OccurredOn == on && e.Amount == amount && _ledger.All(r => r.ReversesId != e.Id));

    /// <summary>Money went back (返金). Null when entered; else why not. Who gets the fee back is not asked for it again by itself.</summary>
    public LedgerRefusal? RecordRefund(MoneyMoved moved, Actor by, DateTime nowUtc)
    {
        if (moved.Amount.Amount > Balance.Received.Amount)
        {
            return LedgerRefusal.MoreThanReceived;
        }

        Enter(LedgerEntry.Of(LedgerEntryKind.Refund, moved, by, nowUtc));
        DueOn = Balance.Received.Amount < Fee.Amount ? null : DueOn;
        return null;
    }

    /// <summary>Takes back a line entered by mistake, by a line against it. Null when entered; else why not.</summary>
    /// <param name="entryId">The line.</param>
    /// <param name="key">Drawn when the form was shown.</param>
    /// <param name="remark">Why.</param>
    /// <param name="on">The day of the line against it.</param>
    /// <param name="cohort">Its cohort.</param>
    /// <param name="dueOn">The due day, in case the fee is open again.</param>
    /// <param name="by">Who.</param>
    /// <param name="nowUtc">When.</param>
    public LedgerRefusal? Reverse(int entryId, string key, string? remark, DateOnly on, Cohort cohort, DateOnly dueOn, Actor by, DateTime nowUtc)
    {
        if (_ledger.SingleOrDefault(e => e.Id == entryId) is not { Kind: LedgerEntryKind.Payment or LedgerEntryKind.Refund } entry
            || _ledger.Any(e => e.ReversesId == entryId))
        {
            return LedgerRefusal.NotReversible;
        }

        if (Balance.Received.Amount - entry.Effect < 0)
        {
            return LedgerRefusal.LessThanNothing;
        }

        Enter(LedgerEntry.ReversalOf(entry, key, remark, on, by, nowUtc));
        AskAgain(cohort, dueOn);
        return null;
    }

    private bool ConfirmWhenPaid(Cohort cohort, Actor by, DateTime nowUtc)
    {
        if (cohort.Admission is not { IsFirstCome: true, ConfirmsWhenPaid: true } || !HoldsPlace
            || Status is not (ApplicationStatus.Received or ApplicationStatus.UnderReview) || Balance.Received.Amount < Fee.Amount)
        {
            return false;
        }

        Become(ApplicationStatus.Accepted, cohort, null, by, nowUtc);
        return true;
    }

    /// <summary>
    /// The due day as it would be in a status: null where no fee is asked. A day that is asked already stays, unless taking part was
    /// only now decided; then the person gets all the days there are.
    /// </summary>
    /// <param name="status">A status that it has or may get.</param>
    /// <param name="cohort">Its cohort, which says when the fee is asked.</param>
    /// <param name="dueOn">The due day, in case the fee becomes asked; null: it does not become asked anew.</param>
    public DateOnly? DueOnIn(ApplicationStatus status, Cohort cohort, DateOnly? dueOn)
    {
        var isAsked = status.IsAlive() && status != ApplicationStatus.Waitlisted
            && (cohort.Admission.AsksOnApplying || status == ApplicationStatus.Accepted);
        if (!isAsked)
        {
            return null;
        }

        return dueOn is { } day && Balance.Received.Amount < Fee.Amount && (DueOn is null || (status == ApplicationStatus.Accepted && DueOn < day))
            ? day
            : DueOn;
    }

    private void AskAgain(Cohort cohort, DateOnly? dueOn) => DueOn = DueOnIn(Status, cohort, dueOn);

    private void Enter(LedgerEntry entry)
    {
        ThrowIfErased();
        _ledger.Add(entry);
        switch (entry)
        {
            case { Kind: LedgerEntryKind.Payment } or { Kind: LedgerEntryKind.Reversal, Effect: < 0 }:
                ReceivedAmount = new Yen(ReceivedAmount.Amount + entry.Effect);
                break;
            case { Kind: LedgerEntryKind.Refund } or { Kind: LedgerEntryKind.Reversal, Effect: > 0 }:
                RefundedAmount = new Yen(RefundedAmount.Amount - entry.Effect);
                break;
        }

        Version = Guid.NewGuid();
    }
}

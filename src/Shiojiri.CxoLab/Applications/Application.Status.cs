using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Applications;

// Where it stands: each operation makes every consequence for place and fee.
public sealed partial class Application
{
    /// <summary>The first score of a reviewer takes the application from 受付 to 審査中; later ones change nothing.</summary>
    /// <returns>Whether it moved.</returns>
    public bool BeginReview(Cohort cohort, Actor by, DateTime nowUtc)
    {
        if (Status != ApplicationStatus.Received)
        {
            return false;
        }

        Become(ApplicationStatus.UnderReview, cohort, null, by, nowUtc);
        return true;
    }

    /// <summary>Takes a decision (決定): 参加確定, 補欠, 見送り or 辞退, with what follows for place and fee.</summary>
    /// <param name="to">The decision.</param>
    /// <param name="cohort">Its cohort, tracked: the place is taken or freed there.</param>
    /// <param name="dueOn">The due day, in case the fee becomes asked.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="nowUtc">When.</param>
    /// <param name="batch">What it is carried out together with.</param>
    /// <exception cref="InvalidOperationException">The table does not allow it, or it is no decision.</exception>
    public void Decide(ApplicationStatus to, Cohort cohort, DateOnly dueOn, Actor by, DateTime nowUtc, Guid? batch = null)
    {
        if (!to.IsDecision())
        {
            throw new InvalidOperationException($"{to} is no decision.");
        }

        Become(to, cohort, dueOn, by, nowUtc, batch: batch);
    }

    /// <summary>Whether a place of a 先着 cohort is free for this one of its waiting list.</summary>
    public bool CanBeOfferedPlace(Cohort cohort) =>
        Status == ApplicationStatus.Waitlisted && cohort.Admission.IsFirstCome && cohort.HasFreePlace;

    /// <summary>先着: offers the place that fell free to somebody on the waiting list (席のご案内): from 補欠 back to 受付, and the fee is asked.</summary>
    /// <exception cref="InvalidOperationException">Not on the waiting list of a 先着 cohort, or no place is free.</exception>
    public void TakeOfferedPlace(Cohort cohort, DateOnly dueOn, Actor by, DateTime nowUtc)
    {
        if (!CanBeOfferedPlace(cohort))
        {
            throw new InvalidOperationException("There is no place to be offered.");
        }

        Become(ApplicationStatus.Received, cohort, dueOn, by, nowUtc);
    }

    /// <summary>Takes a decision back (決定を取り消す): the application is under review again, and the reason is kept.</summary>
    /// <exception cref="InvalidOperationException">Nothing was decided.</exception>
    public void TakeBack(Cohort cohort, DateOnly dueOn, string reason, Actor by, DateTime nowUtc)
    {
        if (!Status.IsDecision())
        {
            throw new InvalidOperationException("There is no decision to take back.");
        }

        Become(ApplicationStatus.UnderReview, cohort, dueOn, by, nowUtc, reason);
    }

    /// <summary>First state of a new application: with its place, the fee asked where the cohort asks at applying; 補欠 without a place.</summary>
    internal void Begin(Cohort cohort, bool hasPlace, DateOnly dueOn, Actor by, DateTime nowUtc)
    {
        HoldsPlace = hasPlace && cohort.Admission.IsFirstCome;
        if (!hasPlace)
        {
            Status = ApplicationStatus.Waitlisted;
            return;
        }

        AskAgain(cohort, dueOn);
        ConfirmWhenPaid(cohort, by, nowUtc);
    }

    private void Become(ApplicationStatus to, Cohort cohort, DateOnly? dueOn, Actor by, DateTime nowUtc, string? reason = null, Guid? batch = null)
    {
        ThrowIfErased();
        if (!ApplicationStatusMoves.Allows(Status, to))
        {
            throw new InvalidOperationException($"{Status} does not lead to {to}.");
        }

        var from = Status;
        _statusChanges.Add(new StatusChange(from, to, by, nowUtc, reason, batch));
        Status = to;
        ActiveEmail = to == ApplicationStatus.Withdrawn ? null : from == ApplicationStatus.Withdrawn ? NormalizedEmail : ActiveEmail;
        cohort.Seat(this, from);
        AskAgain(cohort, dueOn);
        Version = Guid.NewGuid();
    }
}

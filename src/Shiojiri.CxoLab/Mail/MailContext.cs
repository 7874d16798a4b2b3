using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Mail;

/// <summary>Whom and what a mail to an applicant is about (メールの対象).</summary>
public sealed record MailContext(Application Application, Cohort Cohort, OfficeDetails Office)
{
    /// <summary>The status that the mail speaks of: of a decision that is about to be carried out, the new one.</summary>
    public ApplicationStatus Status { get; init; } = Application.Status;

    /// <summary>It asks for what has been asked before: a payment may have crossed with it.</summary>
    public bool IsReminder { get; init; }

    /// <summary>The day that was asked for has passed: nothing can be asked for by it any more.</summary>
    public bool IsPastDue { get; init; }

    /// <summary>What is to be said of the fee.</summary>
    public FeeMessage FeeMessage => MailRules.FeeMessageOf(Fee, Application.RefundedAmount.Amount > 0);

    /// <summary>The day that is asked for: of a decision that is about to be carried out, the new one.</summary>
    public DateOnly? DueOn { get; init; } = Application.DueOn;

    /// <summary>The fee in the status that the mail speaks of. Whether it is overdue makes no difference to a mail.</summary>
    public FeeStatus Fee => FeeStatus.Of(Status, Application.Balance, DueOn, DateOnly.MinValue);
}

using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Mail;

/// <summary>Why a mail may not leave (送れない理由).</summary>
public enum MailRefusal
{
    /// <summary>The person has no address and is reached by telephone.</summary>
    NoAddress,

    /// <summary>It tells of a status in which the application is not, or not any more.</summary>
    OtherStatus,

    /// <summary>It asks for a fee that is not asked in this status.</summary>
    FeeNotAsked,

    /// <summary>It asks for the whole fee, of which something has come in.</summary>
    AlreadyPaid,

    /// <summary>It gives thanks for a fee that has not come in whole.</summary>
    NotPaid,

    /// <summary>It asks for a fee that was given back.</summary>
    FeeRefunded,
}

/// <summary>What a mail says of the fee (参加費についての案内).</summary>
public enum FeeMessage
{
    /// <summary>The whole fee is asked.</summary>
    AsksFee,

    /// <summary>What is still open is asked.</summary>
    AsksRest,

    /// <summary>The fee has come in.</summary>
    Confirms,

    /// <summary>More than the fee has come in.</summary>
    NamesSurplus,

    /// <summary>Nothing is to be paid for the time being.</summary>
    AsksToWait,

    /// <summary>Something has come in and is kept for the time being.</summary>
    HoldsMoney,

    /// <summary>Nothing is to be paid.</summary>
    NothingToPay,

    /// <summary>Something has come in that is not asked any more.</summary>
    OffersRefund,

    /// <summary>What had come in was given back.</summary>
    SaysRefunded,
}

/// <summary>Which mail may leave in which status and state of payment, and what it says of the fee. Asked when a mail is queued and again when it leaves.</summary>
public static class MailRules
{
    public static bool MayLeave(MailKind kind, ApplicationStatus status, PaymentStatus payment) => RefusalOf(kind, status, payment) is null;

    /// <summary>Null when it may leave. Mails that are about no application always may.</summary>
    public static MailRefusal? RefusalOf(MailKind kind, ApplicationStatus status, PaymentStatus payment) => kind switch
    {
        MailKind.PaymentInstructions => FeeMessageOf(status, payment) switch
        {
            FeeMessage.AsksFee => null,
            FeeMessage.AsksRest or FeeMessage.Confirms or FeeMessage.NamesSurplus => MailRefusal.AlreadyPaid,
            FeeMessage.SaysRefunded => MailRefusal.FeeRefunded,
            FeeMessage.AsksToWait or FeeMessage.HoldsMoney or FeeMessage.NothingToPay or FeeMessage.OffersRefund => MailRefusal.FeeNotAsked,
            var message => throw new ArgumentOutOfRangeException(nameof(payment), message, "An unknown message on the fee."),
        },
        MailKind.RepeatNotice => status == ApplicationStatus.Withdrawn ? MailRefusal.OtherStatus : null,
        MailKind.PaymentThanks => !status.IsAlive() ? MailRefusal.OtherStatus
            : payment is PaymentStatus.Paid or PaymentStatus.Overpaid ? null : MailRefusal.NotPaid,
        MailKind.Acceptance or MailKind.Waitlist or MailKind.Decline or MailKind.Withdrawal =>
            StatusToldBy(kind) == status ? null : MailRefusal.OtherStatus,
        MailKind.Group or MailKind.Test or MailKind.StaffInvitation or MailKind.StaffPasswordReset or MailKind.UnsentMailAlert or MailKind.AuditHead
            or MailKind.InquiryReceipt or MailKind.InquiryAnswer or MailKind.StatusSummary => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No rule says when this mail may leave."),
    };

    /// <summary>The status that a mail tells of; null when it tells of none.</summary>
    public static ApplicationStatus? StatusToldBy(MailKind kind) =>
        Enum.GetValues<ApplicationStatus>().Where(s => MailKinds.Announcing(s) == kind).Select(s => (ApplicationStatus?)s).FirstOrDefault();

    public static FeeMessage FeeMessageOf(ApplicationStatus status, PaymentStatus payment) => (status, payment) switch
    {
        (_, PaymentStatus.Refunded) => FeeMessage.SaysRefunded,
        (ApplicationStatus.Declined or ApplicationStatus.Withdrawn, PaymentStatus.Unpaid) => FeeMessage.NothingToPay,
        (ApplicationStatus.Declined or ApplicationStatus.Withdrawn, _) => FeeMessage.OffersRefund,
        (ApplicationStatus.Waitlisted, PaymentStatus.Unpaid) => FeeMessage.AsksToWait,
        (ApplicationStatus.Waitlisted, _) => FeeMessage.HoldsMoney,
        (_, PaymentStatus.Unpaid) => FeeMessage.AsksFee,
        (_, PaymentStatus.Partial) => FeeMessage.AsksRest,
        (_, PaymentStatus.Paid) => FeeMessage.Confirms,
        (_, PaymentStatus.Overpaid) => FeeMessage.NamesSurplus,
        _ => throw new ArgumentOutOfRangeException(nameof(payment), payment, "An unknown state of payment."),
    };

    /// <summary>For staff: why it did not leave.</summary>
    public static string Label(this MailRefusal refusal) => refusal switch
    {
        MailRefusal.NoAddress => "メールアドレスがないため、電話で連絡する方です",
        MailRefusal.OtherStatus => "審査の状態が、このメールの内容と合わなくなっています",
        MailRefusal.FeeNotAsked => "いまの審査の状態では、参加費をお願いしません",
        MailRefusal.AlreadyPaid => "ご入金があり、案内の金額と合わなくなっています",
        MailRefusal.NotPaid => "参加費の入金がそろっていません",
        MailRefusal.FeeRefunded => "参加費は返金されています",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "An unknown refusal."),
    };
}

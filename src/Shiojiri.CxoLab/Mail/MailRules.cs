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

    /// <summary>The application was put under another one of the same person, which gets its own mails.</summary>
    Merged,

    /// <summary>The person was erased: nobody is there to write to.</summary>
    Erased,
}

/// <summary>What a mail says of the fee (参加費についての案内).</summary>
public enum FeeMessage
{
    /// <summary>The whole fee is asked.</summary>
    AsksFee,

    /// <summary>The fee will be asked once taking part is decided.</summary>
    AsksLater,

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
    /// <summary>Null when it may leave. Mails that are about no application always may.</summary>
    public static MailRefusal? RefusalOf(MailKind kind, ApplicationStatus status, FeeMessage fee) => kind switch
    {
        MailKind.PaymentInstructions => fee switch
        {
            FeeMessage.AsksFee => null,
            FeeMessage.AsksRest or FeeMessage.Confirms or FeeMessage.NamesSurplus => MailRefusal.AlreadyPaid,
            FeeMessage.SaysRefunded => MailRefusal.FeeRefunded,
            FeeMessage.AsksLater or FeeMessage.AsksToWait or FeeMessage.HoldsMoney or FeeMessage.NothingToPay or FeeMessage.OffersRefund => MailRefusal.FeeNotAsked,
            var message => throw new ArgumentOutOfRangeException(nameof(fee), message, "An unknown message on the fee."),
        },
        // What is open is asked in both, the whole or the rest.
        MailKind.PaymentReminder or MailKind.InstructionsAgain => fee == FeeMessage.AsksRest ? null : RefusalOf(MailKind.PaymentInstructions, status, fee),
        MailKind.ApplicationReceipt => status.IsAlive() ? null : MailRefusal.OtherStatus,
        MailKind.RepeatNotice => status == ApplicationStatus.Withdrawn ? MailRefusal.OtherStatus : null,
        MailKind.PaymentThanks => status is ApplicationStatus.Declined or ApplicationStatus.Withdrawn or ApplicationStatus.Waitlisted ? MailRefusal.OtherStatus
            : fee is FeeMessage.Confirms or FeeMessage.NamesSurplus ? null : MailRefusal.NotPaid,
        MailKind.PlaceOffer => status is ApplicationStatus.Received or ApplicationStatus.Accepted ? null : MailRefusal.OtherStatus,
        MailKind.Correction => status == ApplicationStatus.UnderReview ? null : MailRefusal.OtherStatus,
        MailKind.Acceptance or MailKind.Waitlist or MailKind.Decline or MailKind.Withdrawal =>
            StatusToldBy(kind) == status ? null : MailRefusal.OtherStatus,
        MailKind.Group or MailKind.Test or MailKind.StaffInvitation or MailKind.StaffPasswordReset or MailKind.UnsentMailAlert or MailKind.AuditHead
            or MailKind.OpeningNotice or MailKind.InquiryReceipt or MailKind.InquiryAnswer or MailKind.StatusSummary => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No rule says when this mail may leave."),
    };

    /// <summary>It names the sum that is open and the day by which it is asked: wrong as soon as either changes.</summary>
    public static bool NamesOpenSum(MailKind kind) => kind is MailKind.PaymentReminder or MailKind.InstructionsAgain;

    /// <summary>The mail that answers a new application: how to pay where the fee is asked now, else that it was received.</summary>
    public static MailKind ReceiptFor(Application application, DateOnly today) =>
        application.FeeStatusOn(today).IsAwaited ? MailKind.PaymentInstructions : MailKind.ApplicationReceipt;

    /// <summary>The status that a mail tells of; null when it tells of none.</summary>
    public static ApplicationStatus? StatusToldBy(MailKind kind) =>
        Enum.GetValues<ApplicationStatus>().Where(s => MailKinds.Announcing(s) == kind).Select(s => (ApplicationStatus?)s).FirstOrDefault();

    /// <param name="fee">The fee as it stands.</param>
    /// <param name="wasRefunded">Something was given back.</param>
    public static FeeMessage FeeMessageOf(FeeStatus fee, bool wasRefunded) => fee.State switch
    {
        FeeState.None => wasRefunded ? FeeMessage.SaysRefunded : FeeMessage.NothingToPay,
        FeeState.NotAsked => wasRefunded ? FeeMessage.SaysRefunded : FeeMessage.AsksLater,
        FeeState.Asked or FeeState.Overdue => fee.Received.Amount > 0 ? FeeMessage.AsksRest : FeeMessage.AsksFee,
        FeeState.OnHold => fee.Received.Amount > 0 ? FeeMessage.HoldsMoney : FeeMessage.AsksToWait,
        FeeState.Settled => fee.Fee.Amount == 0 ? FeeMessage.NothingToPay : fee.Excess.Amount > 0 ? FeeMessage.NamesSurplus : FeeMessage.Confirms,
        FeeState.RefundDue => FeeMessage.OffersRefund,
        _ => throw new ArgumentOutOfRangeException(nameof(fee), fee.State, "An unknown state of the fee."),
    };

    /// <summary>What is to be said of an application's fee as it stands. Whether it is overdue makes no difference.</summary>
    public static FeeMessage FeeMessageOf(Application application) =>
        FeeMessageOf(application.FeeStatusOn(DateOnly.MinValue), application.RefundedAmount.Amount > 0);

    /// <summary>For staff: why it did not leave.</summary>
    public static string Label(this MailRefusal refusal) => refusal switch
    {
        MailRefusal.NoAddress => "メールアドレスがないため、電話で連絡する方です",
        MailRefusal.OtherStatus => "審査の状態が、このメールの内容と合わなくなっています",
        MailRefusal.FeeNotAsked => "いまの審査の状態では、参加費をお願いしません",
        MailRefusal.AlreadyPaid => "ご入金があり、案内の金額と合わなくなっています",
        MailRefusal.NotPaid => "参加費の入金がそろっていません",
        MailRefusal.FeeRefunded => "参加費は返金されています",
        MailRefusal.Erased => "個人情報を削除した申し込みのため、送る相手がいません",
        MailRefusal.Merged => "ほかの申し込みとまとめたため、この申し込みには送りません",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "An unknown refusal."),
    };
}

using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Mail;

/// <summary>What a mail is about (メールの種類).</summary>
public enum MailKind
{
    /// <summary>お支払い方法のご案内</summary>
    PaymentInstructions,

    /// <summary>受付のお知らせ, where no fee is asked yet</summary>
    ApplicationReceipt,

    /// <summary>すでに受け付けている方へ</summary>
    RepeatNotice,

    /// <summary>入金のお礼</summary>
    PaymentThanks,

    /// <summary>参加確定</summary>
    Acceptance,

    /// <summary>補欠</summary>
    Waitlist,

    /// <summary>見送り</summary>
    Decline,

    /// <summary>辞退の確認</summary>
    Withdrawal,

    /// <summary>席のご案内, to somebody on the waiting list</summary>
    PlaceOffer,

    /// <summary>お知らせの取り消し, after a decision that was taken back</summary>
    Correction,

    /// <summary>まとめて送るメール</summary>
    Group,

    /// <summary>自分あての試し送り</summary>
    Test,

    /// <summary>職員の招待</summary>
    StaffInvitation,

    /// <summary>職員のパスワードの再設定</summary>
    StaffPasswordReset,

    /// <summary>送信待ちの警告, to administrators</summary>
    UnsentMailAlert,

    /// <summary>操作記録の控え</summary>
    AuditHead,

    /// <summary>お問い合わせの控え</summary>
    InquiryReceipt,

    /// <summary>お問い合わせへのお返事</summary>
    InquiryAnswer,

    /// <summary>受付番号とご案内の再送</summary>
    StatusSummary,

    /// <summary>お支払いのお願い, after the due day has passed</summary>
    PaymentReminder,

    /// <summary>お支払いのご案内 once more, as the fee stands now</summary>
    InstructionsAgain,

    /// <summary>募集の前に足りないもの, to administrators</summary>
    OpeningNotice,
}

public static class MailKinds
{
    /// <summary>The mails whose text can be changed for each cohort.</summary>
    public static readonly IReadOnlyList<MailKind> Editable =
    [
        MailKind.PaymentInstructions, MailKind.InstructionsAgain, MailKind.PaymentReminder, MailKind.ApplicationReceipt, MailKind.RepeatNotice,
        MailKind.PaymentThanks, MailKind.Acceptance, MailKind.Waitlist, MailKind.PlaceOffer, MailKind.Decline, MailKind.Withdrawal, MailKind.Correction,
    ];

    /// <summary>The mail that tells of a decision, or null when none does.</summary>
    public static MailKind? Announcing(ApplicationStatus decision) => decision switch
    {
        ApplicationStatus.Accepted => MailKind.Acceptance,
        ApplicationStatus.Waitlisted => MailKind.Waitlist,
        ApplicationStatus.Declined => MailKind.Decline,
        ApplicationStatus.Withdrawn => MailKind.Withdrawal,
        ApplicationStatus.Received or ApplicationStatus.UnderReview => null,
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, null),
    };

    /// <summary>Its body carries a secret link for a staff member and is shown to nobody else.</summary>
    public static bool IsForStaff(this MailKind kind) => kind is MailKind.StaffInvitation or MailKind.StaffPasswordReset;

    /// <summary>As it stands in an address: payment-instructions.</summary>
    public static string Slug(this MailKind kind) =>
        string.Concat(kind.ToString().Select((c, i) => char.IsAsciiLetterUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : c.ToString()));

    /// <summary>The editable mail that an address names, or null.</summary>
    public static MailKind? EditableOf(string slug) => Editable.Where(k => k.Slug() == slug).Select(k => (MailKind?)k).FirstOrDefault();

    /// <summary>What a list calls a mail: a resent one is of its original's kind.</summary>
    public static string Label(this MailKind kind, bool isResent) => isResent ? $"{kind.Label()}（送り直し）" : kind.Label();

    public static string Label(this MailKind kind) => kind switch
    {
        MailKind.PaymentInstructions => "お支払いのご案内",
        MailKind.RepeatNotice => "受付済みのお知らせ",
        MailKind.PaymentThanks => "入金のお礼",
        MailKind.Acceptance => "参加確定のお知らせ",
        MailKind.Waitlist => "補欠のお知らせ",
        MailKind.Decline => "見送りのお知らせ",
        MailKind.Withdrawal => "辞退の確認",
        MailKind.ApplicationReceipt => "受付のお知らせ",
        MailKind.PlaceOffer => "席のご案内",
        MailKind.Correction => "お知らせの取り消し",
        MailKind.Group => "まとめて送るメール",
        MailKind.Test => "試し送り",
        MailKind.StaffInvitation => "職員の招待",
        MailKind.StaffPasswordReset => "パスワードの再設定",
        MailKind.UnsentMailAlert => "送信待ちの警告",
        MailKind.AuditHead => "操作記録の控え",
        MailKind.InquiryReceipt => "問い合わせの控え",
        MailKind.InquiryAnswer => "問い合わせへの返事",
        MailKind.StatusSummary => "受付番号の再送",
        MailKind.PaymentReminder => "お支払いのお願い",
        MailKind.InstructionsAgain => "お支払いのご案内（再送）",
        MailKind.OpeningNotice => "募集の前の確認",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This mail has no name."),
    };
}

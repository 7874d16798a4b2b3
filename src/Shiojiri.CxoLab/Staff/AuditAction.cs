namespace Shiojiri.CxoLab.Staff;

/// <summary>What the audit log and the access log can tell of (操作の種類); stored by the codes in <see cref="AuditActions"/>.</summary>
public enum AuditAction
{
    SignedIn = 1,
    SignInFailed,
    SignedOut,
    SignedOutEverywhere,
    ConfirmedAgain,
    LockedOut,
    PasswordChanged,
    PasswordResetAsked,
    SecondFactorSet,
    SecondFactorRemoved,
    RecoveryCodesMade,
    PasskeyAdded,
    PasskeyRemoved,
    StaffAdded,
    StaffInvited,
    InvitationTaken,
    StaffChanged,
    ListViewed,
    ApplicantViewed,
    SheetPrinted,
    MailViewed,
    Exported,
    ApplicationEntered,
    ContactCorrected,
    NoteAdded,
    TagAdded,
    TagRemoved,
    Assigned,
    Reviewed,
    CriteriaChanged,
    DecisionPrepared,
    PreparationUndone,
    StatusChanged,
    PaymentRecorded,
    RefundRecorded,
    EntryReversed,
    MailCancelled,
    MailResent,
    GroupMailQueued,
    TestMailQueued,
    TemplateChanged,
    TemplateReset,
    ViewSaved,
    ViewRemoved,
    SamplesAdded,

    /// <summary>The personal details in the lines of one application were blanked (個人情報の消去).</summary>
    DetailsErased,

    /// <summary>The log of an earlier release, which had no key, was sealed with the key (操作記録の封印).</summary>
    LogSealed,

    /// <summary>A question was looked at (問い合わせの閲覧).</summary>
    InquiryViewed,

    /// <summary>State or assignee of a question was changed (問い合わせの状態の変更).</summary>
    InquiryChanged,

    /// <summary>A question was answered by mail (問い合わせへの返事).</summary>
    InquiryAnswered,

    /// <summary>Staff asked for the fee by another day (期限を移す).</summary>
    DueDateMoved,

    /// <summary>How a cohort chooses its members was changed (参加の決め方の変更).</summary>
    AdmissionChanged,

    /// <summary>A section of the settings was saved (設定の変更).</summary>
    SettingChanged,

    /// <summary>A draft of a text of the site was saved (下書きの保存).</summary>
    ContentDrafted,

    /// <summary>A text of the site was published, at once or for later (サイトの文の公開).</summary>
    ContentPublished,

    /// <summary>What was to be published later is a draft again (公開の予約の取り消し).</summary>
    ContentUnscheduled,

    /// <summary>A question or a piece of news was taken off the site (取り下げ).</summary>
    ContentTakenDown,

    /// <summary>A question was put before or behind another (順番の変更).</summary>
    ContentMoved,
}

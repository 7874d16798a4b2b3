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

    /// <summary>Two applications of one person were put together (同じ人としてまとめる).</summary>
    ApplicationMerged,

    /// <summary>Two applications that had been put together were parted (分ける).</summary>
    ApplicationSplit,

    /// <summary>The account to which money goes back was entered (お返し先の口座の入力); of the account itself the log says nothing.</summary>
    RefundAccountEntered,

    /// <summary>The fee was asked for by mail: after the due day, or the way to pay once more (お支払いのお願い).</summary>
    PaymentAsked,

    /// <summary>A section of the settings was saved (設定の変更).</summary>
    SettingChanged,

    /// <summary>Name, term, fee, places or days of recruitment of a cohort were changed (期の変更).</summary>
    CohortChanged,

    /// <summary>A cohort was shown to visitors, or will be from an instant on (期の公開).</summary>
    CohortPublished,

    /// <summary>A cohort was taken from the site (公開の取りやめ).</summary>
    CohortWithdrawn,

    /// <summary>The next cohort was made from one (次の期の作成).</summary>
    CohortCopied,

    /// <summary>Content and settings came in from another site (内容と設定の読み込み).</summary>
    SiteImported,

    /// <summary>A date of the curriculum was added (日程の追加).</summary>
    SessionAdded,

    /// <summary>A date of the curriculum was changed but for its days (日程の変更).</summary>
    SessionChanged,

    /// <summary>A date of the curriculum was moved (日程の移動).</summary>
    SessionMoved,

    /// <summary>A date of the curriculum was cancelled (日程の中止).</summary>
    SessionCancelled,

    /// <summary>A date that visitors had not seen was removed (日程の削除).</summary>
    SessionRemoved,

    /// <summary>A briefing was added (説明会の追加).</summary>
    BriefingAdded,

    /// <summary>A briefing was changed (説明会の変更).</summary>
    BriefingChanged,

    /// <summary>A briefing was cancelled (説明会の中止).</summary>
    BriefingCancelled,

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

    /// <summary>A picture was put in (画像の追加).</summary>
    PictureAdded,

    /// <summary>What is said of a picture was changed (画像の変更).</summary>
    PictureChanged,

    /// <summary>A picture was taken away with its files (画像の削除).</summary>
    PictureRemoved,

    /// <summary>A theme was added to a cohort (テーマの追加).</summary>
    ThemeAdded,

    /// <summary>What a theme says was changed (テーマの変更).</summary>
    ThemeChanged,

    /// <summary>It was noted that the owner of a theme agrees (テーマを本人に確認).</summary>
    ThemeConfirmed,

    /// <summary>That note was taken back, or fell because the words changed (テーマの本人確認の取り消し).</summary>
    ThemeUnconfirmed,

    /// <summary>A theme was shown to visitors (テーマの公開).</summary>
    ThemePublished,

    /// <summary>A theme was taken from the site (テーマの取り下げ).</summary>
    ThemeWithdrawn,

    /// <summary>A theme was put before or behind another (テーマの並べ替え).</summary>
    ThemeMoved,

    /// <summary>A theme that nobody chose was removed (テーマの削除).</summary>
    ThemeRemoved,

    /// <summary>An own question of the application form was added (質問の追加).</summary>
    QuestionAdded,

    /// <summary>An own question of the form was changed (質問の変更).</summary>
    QuestionChanged,

    /// <summary>A draft of a question was put into the form (質問の公開).</summary>
    QuestionPublished,

    /// <summary>A question of the form was put before or behind another (質問の順番の変更).</summary>
    QuestionMoved,

    /// <summary>A question was taken from the form (質問を外す).</summary>
    QuestionRemoved,

    /// <summary>Everything personal of an application was erased (個人情報の削除).</summary>
    PersonErased,

    /// <summary>Staff keep an application back from being erased by itself (削除の保留).</summary>
    ErasureHeld,

    /// <summary>An application that was kept back may be erased by itself again (削除の保留の取りやめ).</summary>
    ErasureReleased,
}

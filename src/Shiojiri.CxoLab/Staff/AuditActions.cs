namespace Shiojiri.CxoLab.Staff;

/// <summary>What an action has to do with: the filters of the log (操作記録の絞り込み).</summary>
public enum AuditGroup
{
    Decision,
    Payment,
    Applicant,
    Mail,
    Settings,
    Staff,
    SignIn,

    /// <summary>Somebody looked at something and changed nothing.</summary>
    View,
}

/// <summary>The one table of actions: the code that the database and the chain keep, and the group. A code never changes, whatever the member is called.</summary>
public static class AuditActions
{
    /// <summary>Longer than any code.</summary>
    public const int MaxCode = 40;

    private static readonly Row[] Table =
    [
        new(AuditAction.SignedIn, "signed-in", AuditGroup.SignIn),
        new(AuditAction.SignInFailed, "sign-in-failed", AuditGroup.SignIn),
        new(AuditAction.SignedOut, "signed-out", AuditGroup.SignIn),
        new(AuditAction.SignedOutEverywhere, "signed-out-everywhere", AuditGroup.SignIn),
        new(AuditAction.ConfirmedAgain, "confirmed-again", AuditGroup.SignIn),
        new(AuditAction.LockedOut, "locked-out", AuditGroup.SignIn),
        new(AuditAction.PasswordChanged, "password-changed", AuditGroup.Staff),
        new(AuditAction.PasswordResetAsked, "password-reset-asked", AuditGroup.Staff),
        new(AuditAction.SecondFactorSet, "second-factor-set", AuditGroup.Staff),
        new(AuditAction.SecondFactorRemoved, "second-factor-removed", AuditGroup.Staff),
        new(AuditAction.RecoveryCodesMade, "recovery-codes-made", AuditGroup.Staff),
        new(AuditAction.PasskeyAdded, "passkey-added", AuditGroup.Staff),
        new(AuditAction.PasskeyRemoved, "passkey-removed", AuditGroup.Staff),
        new(AuditAction.StaffAdded, "staff-added", AuditGroup.Staff),
        new(AuditAction.StaffInvited, "staff-invited", AuditGroup.Staff),
        new(AuditAction.InvitationTaken, "invitation-taken", AuditGroup.Staff),
        new(AuditAction.StaffChanged, "staff-changed", AuditGroup.Staff),
        new(AuditAction.ListViewed, "list-viewed", AuditGroup.View),
        new(AuditAction.ApplicantViewed, "applicant-viewed", AuditGroup.View),
        new(AuditAction.SheetPrinted, "sheet-printed", AuditGroup.View),
        new(AuditAction.MailViewed, "mail-viewed", AuditGroup.View),
        new(AuditAction.Exported, "exported", AuditGroup.Applicant),
        new(AuditAction.ApplicationEntered, "application-entered", AuditGroup.Applicant),
        new(AuditAction.ContactCorrected, "contact-corrected", AuditGroup.Applicant),
        new(AuditAction.NoteAdded, "note-added", AuditGroup.Applicant),
        new(AuditAction.TagAdded, "tag-added", AuditGroup.Applicant),
        new(AuditAction.TagRemoved, "tag-removed", AuditGroup.Applicant),
        new(AuditAction.Assigned, "assigned", AuditGroup.Applicant),
        new(AuditAction.Reviewed, "reviewed", AuditGroup.Decision),
        new(AuditAction.CriteriaChanged, "criteria-changed", AuditGroup.Settings),
        new(AuditAction.AdmissionChanged, "admission-changed", AuditGroup.Settings),
        new(AuditAction.SettingChanged, "setting-changed", AuditGroup.Settings),
        new(AuditAction.CohortChanged, "cohort-changed", AuditGroup.Settings),
        new(AuditAction.CohortPublished, "cohort-published", AuditGroup.Settings),
        new(AuditAction.CohortWithdrawn, "cohort-withdrawn", AuditGroup.Settings),
        new(AuditAction.CohortCopied, "cohort-copied", AuditGroup.Settings),
        new(AuditAction.SiteImported, "site-imported", AuditGroup.Settings),
        new(AuditAction.SessionAdded, "session-added", AuditGroup.Settings),
        new(AuditAction.SessionChanged, "session-changed", AuditGroup.Settings),
        new(AuditAction.SessionMoved, "session-moved", AuditGroup.Settings),
        new(AuditAction.SessionCancelled, "session-cancelled", AuditGroup.Settings),
        new(AuditAction.SessionRemoved, "session-removed", AuditGroup.Settings),
        new(AuditAction.BriefingAdded, "briefing-added", AuditGroup.Settings),
        new(AuditAction.BriefingChanged, "briefing-changed", AuditGroup.Settings),
        new(AuditAction.BriefingCancelled, "briefing-cancelled", AuditGroup.Settings),
        new(AuditAction.ContentDrafted, "content-drafted", AuditGroup.Settings),
        new(AuditAction.ContentPublished, "content-published", AuditGroup.Settings),
        new(AuditAction.ContentUnscheduled, "content-unscheduled", AuditGroup.Settings),
        new(AuditAction.ContentTakenDown, "content-taken-down", AuditGroup.Settings),
        new(AuditAction.ContentMoved, "content-moved", AuditGroup.Settings),
        new(AuditAction.PictureAdded, "picture-added", AuditGroup.Settings),
        new(AuditAction.PictureChanged, "picture-changed", AuditGroup.Settings),
        new(AuditAction.PictureRemoved, "picture-removed", AuditGroup.Settings),
        new(AuditAction.QuestionAdded, "question-added", AuditGroup.Settings),
        new(AuditAction.QuestionChanged, "question-changed", AuditGroup.Settings),
        new(AuditAction.QuestionPublished, "question-published", AuditGroup.Settings),
        new(AuditAction.QuestionMoved, "question-moved", AuditGroup.Settings),
        new(AuditAction.QuestionRemoved, "question-removed", AuditGroup.Settings),
        new(AuditAction.DecisionPrepared, "decision-prepared", AuditGroup.Decision),
        new(AuditAction.PreparationUndone, "preparation-undone", AuditGroup.Decision),
        new(AuditAction.StatusChanged, "status-changed", AuditGroup.Decision),
        new(AuditAction.PaymentRecorded, "payment-recorded", AuditGroup.Payment),
        new(AuditAction.RefundRecorded, "refund-recorded", AuditGroup.Payment),
        new(AuditAction.EntryReversed, "entry-reversed", AuditGroup.Payment),
        new(AuditAction.DueDateMoved, "due-date-moved", AuditGroup.Payment),
        new(AuditAction.RefundAccountEntered, "refund-account-entered", AuditGroup.Payment),
        new(AuditAction.PaymentAsked, "payment-asked", AuditGroup.Payment),
        new(AuditAction.MailCancelled, "mail-cancelled", AuditGroup.Mail),
        new(AuditAction.MailResent, "mail-resent", AuditGroup.Mail),
        new(AuditAction.GroupMailQueued, "group-mail-queued", AuditGroup.Mail),
        new(AuditAction.TestMailQueued, "test-mail-queued", AuditGroup.Mail),
        new(AuditAction.TemplateChanged, "template-changed", AuditGroup.Settings),
        new(AuditAction.TemplateReset, "template-reset", AuditGroup.Settings),
        new(AuditAction.ViewSaved, "view-saved", AuditGroup.Settings),
        new(AuditAction.ViewRemoved, "view-removed", AuditGroup.Settings),
        new(AuditAction.SamplesAdded, "samples-added", AuditGroup.Settings),
        new(AuditAction.DetailsErased, "details-erased", AuditGroup.Applicant),
        new(AuditAction.PersonErased, "person-erased", AuditGroup.Applicant),
        new(AuditAction.ErasureHeld, "erasure-held", AuditGroup.Applicant),
        new(AuditAction.ErasureReleased, "erasure-released", AuditGroup.Applicant),
        new(AuditAction.LogSealed, "log-sealed", AuditGroup.Settings),
        new(AuditAction.InquiryViewed, "inquiry-viewed", AuditGroup.View),
        new(AuditAction.InquiryChanged, "inquiry-changed", AuditGroup.Mail),
        new(AuditAction.InquiryAnswered, "inquiry-answered", AuditGroup.Mail),
        new(AuditAction.ApplicationMerged, "application-merged", AuditGroup.Applicant),
        new(AuditAction.ApplicationSplit, "application-split", AuditGroup.Applicant),
        new(AuditAction.ThemeAdded, "theme-added", AuditGroup.Settings),
        new(AuditAction.ThemeChanged, "theme-changed", AuditGroup.Settings),
        new(AuditAction.ThemeConfirmed, "theme-confirmed", AuditGroup.Settings),
        new(AuditAction.ThemeUnconfirmed, "theme-unconfirmed", AuditGroup.Settings),
        new(AuditAction.ThemePublished, "theme-published", AuditGroup.Settings),
        new(AuditAction.ThemeWithdrawn, "theme-withdrawn", AuditGroup.Settings),
        new(AuditAction.ThemeMoved, "theme-moved", AuditGroup.Settings),
        new(AuditAction.ThemeRemoved, "theme-removed", AuditGroup.Settings),
    ];

    private static readonly Dictionary<AuditAction, Row> ByAction = Table.ToDictionary(r => r.Action);
    private static readonly Dictionary<string, AuditAction> ByCode = Table.ToDictionary(r => r.Code, r => r.Action, StringComparer.Ordinal);

    /// <summary>Throws on an action that is not in the table.</summary>
    public static string Code(this AuditAction action) => ByAction[action].Code;

    /// <summary>The action that a code stands for; an undefined one when no release of ours wrote that code.</summary>
    public static AuditAction Of(string code) => ByCode.GetValueOrDefault(code);

    public static bool IsKnown(this AuditAction action) => ByAction.ContainsKey(action);

    public static AuditGroup Group(this AuditAction action) => ByAction[action].Group;

    /// <summary>Whether it belongs into the access log, which has neither numbers nor a chain.</summary>
    public static bool IsView(this AuditAction action) => ByAction[action].Group == AuditGroup.View;

    public static IReadOnlyList<AuditAction> In(params AuditGroup[] groups) => [.. Table.Where(r => groups.Contains(r.Group)).Select(r => r.Action)];

    private sealed record Row(AuditAction Action, string Code, AuditGroup Group);
}

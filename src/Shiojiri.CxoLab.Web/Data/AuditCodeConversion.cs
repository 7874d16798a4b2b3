namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// For the migration that keeps actions by code: the names of an earlier release become codes, and its lines about looking at pages
/// are copied to the access log (they stay in the chain, too). Both engines understand it.
/// </summary>
internal static class AuditCodeConversion
{
    public static readonly string ToCodes =
        $"""UPDATE "AuditEntries" SET "Action" = CASE "Action" {Cases(names => $"WHEN '{names.Name}' THEN '{names.Code}'")} ELSE "Action" END""";

    public static readonly string ToNames =
        $"""UPDATE "AuditEntries" SET "Action" = CASE "Action" {Cases(names => $"WHEN '{names.Code}' THEN '{names.Name}'")} ELSE "Action" END""";

    public const string CopyViews =
        """
        INSERT INTO "AccessEntries" ("AtUtc", "ActorId", "ActorName", "Action", "Subject", "Details", "From")
        SELECT "AtUtc", "ActorId", "ActorName", "Action", "Subject", SUBSTRING("After", 1, 4000), "From" FROM "AuditEntries"
        WHERE "Action" IN ('list-viewed', 'applicant-viewed', 'sheet-printed', 'mail-viewed')
        """;

    // As they were called when the database kept names. Never to be changed: what is called otherwise today was not stored by name.
    private const string Names =
        """
        SignedIn=signed-in,SignInFailed=sign-in-failed,SignedOut=signed-out,SignedOutEverywhere=signed-out-everywhere,
        ConfirmedAgain=confirmed-again,LockedOut=locked-out,PasswordChanged=password-changed,PasswordResetAsked=password-reset-asked,
        SecondFactorSet=second-factor-set,SecondFactorRemoved=second-factor-removed,RecoveryCodesMade=recovery-codes-made,
        PasskeyAdded=passkey-added,PasskeyRemoved=passkey-removed,StaffAdded=staff-added,StaffInvited=staff-invited,
        InvitationTaken=invitation-taken,StaffChanged=staff-changed,ListViewed=list-viewed,ApplicantViewed=applicant-viewed,
        SheetPrinted=sheet-printed,MailViewed=mail-viewed,Exported=exported,ApplicationEntered=application-entered,
        ContactCorrected=contact-corrected,NoteAdded=note-added,TagAdded=tag-added,TagRemoved=tag-removed,Assigned=assigned,
        Reviewed=reviewed,CriteriaChanged=criteria-changed,DecisionPrepared=decision-prepared,PreparationUndone=preparation-undone,
        StatusChanged=status-changed,DecisionApplied=status-changed,PaymentRecorded=payment-recorded,RefundRecorded=refund-recorded,
        EntryReversed=entry-reversed,MailCancelled=mail-cancelled,MailResent=mail-resent,GroupMailQueued=group-mail-queued,
        TestMailQueued=test-mail-queued,TemplateChanged=template-changed,TemplateReset=template-reset,ViewSaved=view-saved,
        ViewRemoved=view-removed,SamplesAdded=samples-added
        """;

    private static string Cases(Func<(string Name, string Code), string> part) => string.Join(' ', Names
        .Split([',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split('='))
        .Select(pair => part((pair[0], pair[1]))));
}

using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Audit;

/// <summary>What a line of the log tells of.</summary>
/// <param name="Subject">Whom or what it was done to, as people call it.</param>
/// <param name="IsOwn">The person did it to their own account.</param>
internal sealed record AuditFacts(AuditAction Action, string Subject, bool IsOwn, AuditDetails Before, AuditDetails After);

/// <summary>A line of the log in words (操作記録の文).</summary>
/// <param name="IsAboutSubject">The words go on after whom it was done to: 「の入金…」.</param>
/// <param name="Words">The rest of the sentence, or all of it.</param>
internal sealed record AuditSentence(bool IsAboutSubject, string Words)
{
    /// <summary>Throws on an action that no sentence was written for; details of an older shape fall back to the action's name.</summary>
    public static AuditSentence Of(AuditFacts facts) =>
        (facts.Action.Group() switch
        {
            AuditGroup.SignIn or AuditGroup.Staff => StaffSentences.Of(facts),
            AuditGroup.View => ViewSentences.Of(facts),
            AuditGroup.Mail or AuditGroup.Settings => SiteSentences.Of(facts),
            AuditGroup.Applicant or AuditGroup.Decision or AuditGroup.Payment => ApplicantSentences.Of(facts),
            _ => throw new ArgumentOutOfRangeException(nameof(facts)),
        }) ?? Bare(facts.Action, facts.Subject);

    /// <summary>The action's name alone: for details that were erased, may not be seen or have another shape.</summary>
    public static AuditSentence Bare(AuditAction action, string subject, string remark = "") =>
        new(subject.Length > 0, $"{(subject.Length > 0 ? "：" : "")}{action.Label()}{remark}");

    public static AuditSentence About(string words) => new(true, words);

    public static AuditSentence Whole(string words) => new(false, words);

    /// <summary>6月9日</summary>
    public static string? Day(DateOnly? day) => day is { } d ? $"{d.Month}月{d.Day}日" : null;
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Audit;

/// <summary>Turns stored lines into sentences, with applicants named for whoever may see them. Only 管理 reads the log, from whom no scores are hidden.</summary>
internal sealed class AuditLineBuilder(CxoLabDb db, StaffScope scope)
{
    public async Task<IReadOnlyList<AuditLine>> OfAsync(IReadOnlyList<AuditRow> rows, CancellationToken ct)
    {
        var subjects = rows.Select(r => r.Subject).Distinct().ToList();
        var applicants = await scope.AllApplications.Where(a => subjects.Contains(a.Number)).Select(a => new { a.Number, Called = a.ErasedUtc == null ? a.Name + "さん" : a.Name }).ToDictionaryAsync(a => a.Number, a => a.Called, ct);
        var accounts = await db.StaffAccounts.Where(a => subjects.Contains(a.Email!)).Select(a => new { Email = a.Email!, a.DisplayName, a.Id }).ToDictionaryAsync(a => a.Email, ct);
        return [.. rows.Select(row =>
        {
            var applicant = applicants.GetValueOrDefault(row.Subject);
            var account = accounts.GetValueOrDefault(row.Subject);
            var called = applicant is not null ? applicant : account is not null ? $"{account.DisplayName}さん" : Called(row.Subject);
            var isOwn = account is not null && account.Id == row.ActorId;
            var sentence = Sentence(row, called, isOwn);
            return new AuditLine(
                row.AtUtc, Kind(row.Action), sentence.IsAboutSubject ? called : null,
                applicant is null ? null : $"/admin/applications/{row.Subject}", sentence.Words, row.ActorName);
        })];
    }

    private static AuditSentence Sentence(AuditRow row, string called, bool isOwn) => row switch
    {
        _ when !row.Action.IsKnown() => AuditSentence.Whole("この版では読めない記録"),
        { IsErased: true } => AuditSentence.Bare(row.Action, called, "（内容は消去済み）"),
        _ => AuditSentence.Of(new AuditFacts(row.Action, called, isOwn, new AuditDetails(row.Before), new AuditDetails(row.After))),
    };

    private static string Called(string subject) => ApplicationNumber.IsValid(subject) ? $"受付番号 {ApplicationNumber.Grouped(subject)}" : subject;

    private static string Kind(AuditAction action) => !action.IsKnown() ? "" : action.Group() switch
    {
        AuditGroup.Decision => action == AuditAction.Reviewed ? "審査" : "決定",
        AuditGroup.Payment => "入金",
        AuditGroup.Applicant => action == AuditAction.Exported ? "書き出し" : "申込者",
        AuditGroup.Mail => "メール",
        AuditGroup.Settings => "設定",
        AuditGroup.Staff => "職員",
        AuditGroup.SignIn => "サインイン",
        AuditGroup.View => "閲覧",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}

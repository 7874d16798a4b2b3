using Shiojiri.CxoLab.Staff;
using static Shiojiri.CxoLab.Web.Features.Admin.Audit.AuditSentence;

namespace Shiojiri.CxoLab.Web.Features.Admin.Audit;

/// <summary>What was done to a cohort, its dates and its briefings. The subject names the cohort, and behind it what of it: 第三期「研修」.</summary>
internal static class CohortSentences
{
    public static AuditSentence? Of(AuditFacts facts) => facts.Action switch
    {
        AuditAction.CohortChanged => Changed(facts, "を変更"),
        AuditAction.CohortPublished => facts.After.Text("From") is { } from ? Whole($"{facts.Subject}を公開。{from}から") : null,
        AuditAction.CohortWithdrawn => Whole($"{facts.Subject}の公開を取りやめ"),
        AuditAction.CohortCopied => facts.After.Text("From") is { } from ? Whole($"{from}を写して{facts.Subject}を作成") : null,
        AuditAction.SessionAdded => Whole($"日程{facts.Subject}を追加{Days(facts.After)}"),
        AuditAction.SessionChanged => Changed(facts, "を変更", "日程"),
        AuditAction.SessionMoved => facts.Before.Text("When") is { } from && facts.After.Text("When") is { } to ? Whole($"日程{facts.Subject}を移動: {from} から {to}") : null,
        AuditAction.SessionCancelled => Whole($"日程{facts.Subject}を中止{Days(facts.After)}"),
        AuditAction.SessionRemoved => Whole($"日程{facts.Subject}を削除{Days(facts.Before)}"),
        AuditAction.BriefingAdded => Whole($"説明会{facts.Subject}を追加{Days(facts.After)}"),
        AuditAction.BriefingChanged => Changed(facts, "を変更", "説明会"),
        AuditAction.BriefingCancelled => Whole($"説明会{facts.Subject}を中止{Days(facts.After)}"),
        AuditAction.QuestionAdded => Whole($"申込フォームの質問{facts.Subject}を追加{(facts.After.Text("State") is { } state ? $"（{state}）" : "")}"),
        AuditAction.QuestionChanged => Changed(facts, "を変更", "申込フォームの質問"),
        AuditAction.QuestionPublished => Whole($"申込フォームの質問{facts.Subject}を公開"),
        AuditAction.QuestionMoved => Whole($"申込フォームの質問{facts.Subject}の順番を変更"),
        AuditAction.QuestionRemoved => Whole($"申込フォームの質問{facts.Subject}を外した{(facts.Before.Number("Answers") is > 0 and var answers ? $"（答え{answers}件は残る）" : "")}"),
        _ => throw new ArgumentOutOfRangeException(nameof(facts)),
    };

    // Each field by its Japanese name, with what stood there and what stands there now; names of another shape are no words for people.
    private static AuditSentence? Changed(AuditFacts facts, string words, string kind = "")
    {
        var changes = facts.After.Names.Where(n => !n.Any(char.IsAscii)).Where(n => facts.After.Text(n) is not null || facts.Before.Text(n) is not null)
            .Select(n => $"{n} {facts.Before.Text(n) ?? "なし"} から {facts.After.Text(n) ?? "なし"}").ToList();
        return changes.Count == 0 ? null : Whole($"{kind}{facts.Subject}{words}: {string.Join("、", changes)}");
    }

    private static string Days(AuditDetails details) => details.Text("When") is { } when ? $"（{when}）" : "";
}

using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Staff;
using static Shiojiri.CxoLab.Web.Features.Admin.Audit.AuditSentence;

namespace Shiojiri.CxoLab.Web.Features.Admin.Audit;

/// <summary>Mails, their texts, and what belongs to the site as a whole.</summary>
internal static class SiteSentences
{
    public static AuditSentence? Of(AuditFacts facts) => facts.Action switch
    {
        AuditAction.MailCancelled => Guid.TryParse(facts.Subject, out _) ? Whole("問い合わせなどへのメール1通を、送る前に止めた") : About("へのメール1通を、送る前に止めた"),
        AuditAction.MailResent => About("へメールを送り直し"),
        AuditAction.GroupMailQueued => facts.After.Text("Subject") is { } subject
            ? Whole($"{facts.Subject}の{Count(facts.After, "Addresses", "名")}へメール「{subject}」をまとめて送信")
            : null,
        AuditAction.TestMailQueued => Whole($"「{facts.Subject}」を自分あてに試し送り"),
        AuditAction.TemplateChanged => Whole($"メール「{facts.Subject}」の文面を変更"),
        AuditAction.TemplateReset => Whole($"メール「{facts.Subject}」の文面を元に戻した"),
        AuditAction.CriteriaChanged => Criteria(facts),
        AuditAction.AdmissionChanged => Chosen(facts),
        AuditAction.SettingChanged => Setting(facts),
        AuditAction.ContentDrafted => Whole($"{facts.Subject}の下書きを保存"),
        AuditAction.ContentPublished => Whole(facts.After.Text("From") is { } from ? $"{facts.Subject}を{from}に公開するよう予約" : $"{facts.Subject}を公開"),
        AuditAction.ContentUnscheduled => Whole($"{facts.Subject}の公開の予約を取り消し"),
        AuditAction.ContentTakenDown => Whole($"{facts.Subject}をサイトから取り下げ"),
        AuditAction.ContentMoved => Whole($"{facts.Subject}の順番を変更"),
        AuditAction.PictureAdded => Whole($"画像「{facts.Subject}」を追加"),
        AuditAction.PictureChanged => Whole($"画像「{facts.Subject}」の説明や許しを変更"),
        AuditAction.PictureRemoved => Whole($"画像「{facts.Subject}」を削除"),
        AuditAction.CohortChanged or AuditAction.CohortPublished or AuditAction.CohortWithdrawn or AuditAction.CohortCopied
            or AuditAction.SessionAdded or AuditAction.SessionChanged or AuditAction.SessionMoved or AuditAction.SessionCancelled or AuditAction.SessionRemoved
            or AuditAction.BriefingAdded or AuditAction.BriefingChanged or AuditAction.BriefingCancelled
            or AuditAction.QuestionAdded or AuditAction.QuestionChanged or AuditAction.QuestionPublished or AuditAction.QuestionMoved or AuditAction.QuestionRemoved
            => CohortSentences.Of(facts),
        AuditAction.SiteImported => Whole($"内容と設定を読み込み（追加{Count(facts.After, "Added", "件")}、変更{Count(facts.After, "Changed", "件")}）"),
        AuditAction.ThemeAdded or AuditAction.ThemeChanged or AuditAction.ThemeConfirmed or AuditAction.ThemeUnconfirmed or AuditAction.ThemePublished
            or AuditAction.ThemeWithdrawn or AuditAction.ThemeMoved or AuditAction.ThemeRemoved => ThemeSentences.Of(facts),
        AuditAction.ViewSaved => facts.After.Text("name") is { } name ? Whole($"条件「{name}」を保存") : null,
        AuditAction.ViewRemoved => facts.Before.Text("name") is { } name ? Whole($"条件「{name}」を外した") : null,
        AuditAction.SamplesAdded => Whole($"見本の申込者{Count(facts.After, "count", "名")}を追加"),
        AuditAction.LogSealed => Sealed(facts.After),
        AuditAction.InquiryAnswered => Inquiry(facts, "に返事を送信"),
        AuditAction.InquiryChanged => facts.After.Member<InquiryStatus>("Status") is { } status
            ? Inquiry(facts, $"を「{status.Label()}」、担当を{(facts.After.Text("Assignee") is { } name ? $"{name}さん" : "なし")}に変更")
            : null,
        _ => throw new ArgumentOutOfRangeException(nameof(facts)),
    };

    // Anybody can type a number: whose it is does not say who asked.
    private static AuditSentence Inquiry(AuditFacts facts, string words) =>
        facts.Subject.Length > 0 ? About($"の受付番号が書かれた問い合わせ{words}") : Whole($"問い合わせ{words}");

    private static AuditSentence? Chosen(AuditFacts facts) =>
        facts.After.Member<AdmissionMode>("Mode") is { } mode && facts.After.Member<FeeTiming>("FeeTiming") is { } timing
            ? Whole($"{facts.Subject}の参加の決め方を「{mode.Label()}」、費用のお願いを「{timing.Label()}」に変更")
            : null;

    // The names of fields are as the page shows them.
    private static AuditSentence Setting(AuditFacts facts)
    {
        var fields = string.Join("、", facts.After.Names.Where(name => !char.IsAscii(name[0])));
        return Whole($"設定「{facts.Subject}」{(fields.Length == 0 ? "を保存" : $"の{fields}を変更")}");
    }

    private static AuditSentence? Criteria(AuditFacts facts)
    {
        var now = string.Join("、", facts.After.Items.Select(c => $"{c.Text("Name")}（重み {c.Number("Weight")}）"));
        return now.Length == 0 ? null : Whole($"{facts.Subject}の審査の観点を変更: {now}");
    }

    private static AuditSentence Sealed(AuditDetails after) => Whole(
        $"前の版の操作記録{Count(after, "Lines", "行")}に封をした{(after.Number("BrokenAt") is { } line ? $"。{line}行目でつながりが切れていた" : "")}");

    private static string Count(AuditDetails details, string name, string unit) => details.Number(name) is { } count ? $"{count}{unit}" : "";
}

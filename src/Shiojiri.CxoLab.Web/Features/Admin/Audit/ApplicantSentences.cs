using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using static Shiojiri.CxoLab.Web.Features.Admin.Audit.AuditSentence;

namespace Shiojiri.CxoLab.Web.Features.Admin.Audit;

/// <summary>What was done with an application: 「見本 三郎さん」 stands before these words.</summary>
internal static class ApplicantSentences
{
    private static readonly (string Field, string Label)[] ContactFields =
        [("Name", "お名前"), ("Kana", "フリガナ"), ("Email", "メールアドレス"), ("Phone", "電話番号"), ("Residence", "お住まい")];

    /// <summary>Null when the details have another shape than today's.</summary>
    public static AuditSentence? Of(AuditFacts facts) => facts.Action switch
    {
        AuditAction.Exported => Exported(facts.After),
        AuditAction.ApplicationEntered => Entered(facts.After),
        AuditAction.ContactCorrected => Corrected(facts.Before, facts.After),
        AuditAction.NoteAdded => facts.After.Text("Note") is { } note ? About($"にメモを追加「{note.ReplaceLineEndings(" ")}」") : null,
        AuditAction.TagAdded => facts.After.Text("Tag") is { } tag ? About($"にタグ「{tag}」を追加") : null,
        AuditAction.TagRemoved => facts.Before.Text("Tag") is { } tag ? About($"のタグ「{tag}」を外した") : null,
        AuditAction.Assigned => facts.After.Has("Assignee") ? About(facts.After.Text("Assignee") is { } name ? $"の担当を{name}さんに変更" : "の担当を外した") : null,
        AuditAction.DetailsErased => About($"の記録から個人の情報を消去{(facts.After.Number("Lines") is { } lines ? $"（{lines}行）" : "")}"),
        AuditAction.PersonErased => facts.After.Member<ErasureCause>("Cause") is { } cause ? About($"の{cause.Label()}{Went(facts.After)}") : null,
        AuditAction.ErasureHeld => facts.After.Text("Reason") is { } reason ? About($"を自動で削除しないことにした（保留）。理由「{reason}」") : null,
        AuditAction.ErasureReleased => About("の削除の保留をやめた"),
        AuditAction.Reviewed => Reviewed(facts),
        AuditAction.DecisionPrepared => facts.After.Member<ApplicationStatus>("Prepared") is { } to ? About($"を「{to.Label()}」とする準備") : null,
        AuditAction.PreparationUndone => facts.Before.Member<ApplicationStatus>("To") is { } to ? About($"を「{to.Label()}」とする準備を取り消し") : null,
        AuditAction.StatusChanged => StatusChanged(facts),
        AuditAction.PaymentRecorded => Money(facts.After, amount => $"の入金 {amount}を記録"),
        AuditAction.RefundRecorded => Money(facts.After, amount => $"への返金 {amount}を記録"),
        AuditAction.DueDateMoved => Day(facts.After.Day("DueOn")) is { } day ? About($"のお支払いの期限を{day}に移した{Reason(facts)}") : null,
        AuditAction.RefundAccountEntered => About(facts.Before.Has("Known") ? "のお返し先の口座を訂正" : "のお返し先の口座を入力"),
        AuditAction.PaymentAsked => About(facts.After.Member<MailKind>("Kind") == MailKind.InstructionsAgain ? "にお支払いのご案内を再送" : "にお支払いのお願いを送信"),
        AuditAction.EntryReversed => Money(facts.After, amount => $"の入金の記録 {amount}を取り消し"),
        AuditAction.ApplicationMerged => Other(facts.After, "Merged", other => $"に受付番号 {other} の申し込みをまとめた{Cancelled(facts)}")
            ?? Other(facts.After, "Into", other => $"の申し込みを受付番号 {other} にまとめた"),
        AuditAction.ApplicationSplit => Other(facts.Before, "Merged", other => $"から受付番号 {other} の申し込みを分けた")
            ?? Other(facts.Before, "Into", other => $"の申し込みを受付番号 {other} から分けた"),
        _ => throw new ArgumentOutOfRangeException(nameof(facts)),
    };

    private static AuditSentence? Other(AuditDetails details, string field, Func<string, string> words) =>
        details.Text(field) is { } number ? About(words(ApplicationNumber.Grouped(number))) : null;

    private static string Went(AuditDetails after) => Joined(
        "、",
        after.Count("Merged") is > 0 and var merged ? $"まとめた申し込み{merged}件も" : null,
        after.Number("Stopped") is > 0 and var stopped ? $"送信待ちのメール{stopped}通を止めた" : null,
        after.Number("Inquiries") is > 0 and var inquiries ? $"問い合わせ{inquiries}件も" : null) is { Length: > 0 } words ? $"（{words}）" : "";

    private static string Cancelled(AuditFacts facts) =>
        facts.After.Count("CancelledMails") is > 0 and var count ? $"。送信待ちのメール{count}通を取り消し" : "";

    private static AuditSentence? Exported(AuditDetails after) => after.Number("count") is { } count
        ? Whole($"{after.Text("cohort")}の申込者 {count}名を{after.Text("format")?.TrimStart('.').ToUpperInvariant()}に書き出し{(after.Count("columns") is > 0 and var columns ? $"（{columns}項目）" : "")}")
        : null;

    private static AuditSentence? Entered(AuditDetails after) => after.Member<Channel>("Channel") is { } channel
        ? About($"の申し込みを入力（{Joined("・", channel.Label(), Day(after.Day("ArrivedOn")) is { } day ? $"{day}着" : null)}）")
        : null;

    private static AuditSentence? Corrected(AuditDetails before, AuditDetails after)
    {
        var changes = ContactFields.Where(f => after.Has(f.Field))
            .Select(f => $"{f.Label}を変更: {before.Text(f.Field) ?? "（なし）"} から {after.Text(f.Field) ?? "（なし）"}").ToList();
        return changes.Count == 0 ? null : About($"の{string.Join("、", changes)}{(after.Number("ReaddressedMails") is { } mails ? $"。送信待ちのメール{mails}通の宛先も変更" : "")}");
    }

    private static AuditSentence? Reviewed(AuditFacts facts)
    {
        if (!facts.After.Has("Scores"))
        {
            return null;
        }

        var scores = facts.After.Inner("Scores");
        var given = string.Join("、", scores.Names.Select(name => $"{name} {scores.Number(name)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "採点しない"}"));
        return About($"{(facts.Before.Has("Scores") ? "の採点を変更" : "を採点")}{(given.Length > 0 ? $"（{given}）" : "")}");
    }

    private static AuditSentence? StatusChanged(AuditFacts facts)
    {
        if ((facts.After.Member<ApplicationStatus>("Status") ?? facts.After.Member<ApplicationStatus>("Decision")) is not { } to)
        {
            return null;
        }

        var from = facts.Before.Member<ApplicationStatus>("Status") ?? facts.Before.Member<ApplicationStatus>("Decision");
        var mail = facts.After.Has("Mail") && facts.After.Text("Mail") is not null ? $"。お知らせのメール1通を{(facts.After.Number("HeldMinutes") is > 0 and var minutes ? $"{minutes}分後に" : "")}送信" : "";
        var others = facts.After.Text("PreparedBy") is { } maker ? $"（{maker}さんの準備）" : "";
        return About($"を{(from is { } was ? $"「{was.Label()}」から" : "")}「{to.Label()}」に変更{others}{Reason(facts)}{mail}{Cancelled(facts)}");
    }

    private static string Reason(AuditFacts facts) => facts.After.Text("Reason") is { } reason ? $"。理由「{reason}」" : "";

    private static AuditSentence? Money(AuditDetails after, Func<string, string> words)
    {
        if (after.Money("Amount") is not { } amount)
        {
            return null;
        }

        var facts = Joined("・", Day(after.Day("OccurredOn")), after.Member<PaymentWay>("Way") is { } way ? way.Label() : null);
        var remark = after.Text("Remark") is { } text ? $"。備考「{text}」" : "";
        var total = after.Money("Received") is { } received ? $"。合計 {received}" : "";
        return About($"{words($"{amount}{(facts.Length > 0 ? $"（{facts}）" : "")}")}{remark}{total}");
    }

    private static string Joined(string between, params string?[] parts) => string.Join(between, parts.Where(p => p is not null));
}

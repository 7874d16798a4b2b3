using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using static Shiojiri.CxoLab.Web.Features.Admin.Audit.AuditSentence;

namespace Shiojiri.CxoLab.Web.Features.Admin.Audit;

/// <summary>Who looked at what.</summary>
internal static class ViewSentences
{
    public static AuditSentence? Of(AuditFacts facts) => facts.Action switch
    {
        AuditAction.ListViewed => Whole($"{List(facts)}を閲覧"),
        AuditAction.ApplicantViewed => About($"{Page(facts.After)}を閲覧"),
        AuditAction.SheetPrinted => About("の面談シートを閲覧"),
        AuditAction.MailViewed => About($"へのメール{(facts.After.Member<MailKind>("Kind") is { } kind ? $"「{kind.Label()}」" : "")}を閲覧"),
        AuditAction.InquiryViewed => facts.Subject.Length > 0 ? About("の受付番号が書かれた問い合わせを閲覧") : Whole("問い合わせを閲覧"),
        _ => throw new ArgumentOutOfRangeException(nameof(facts)),
    };

    private static string List(AuditFacts facts)
    {
        var count = (facts.After.Number("shown") ?? facts.After.Number("Rows")) is { } shown ? $"（{shown}件）" : "";
        return (facts.Subject == "mail" ? "mail" : facts.After.Text("page")) switch
        {
            "audit" => $"操作記録{count}",
            "dashboard" => "ダッシュボード",
            "list" => $"申込者の一覧{count}",
            "reviews" => $"審査の一覧{count}",
            "ranking" => $"審査の順位{(facts.After.Text("Scores") == "all" ? "と全員の点" : "")}{count}",
            "decisions" => "決定の一覧",
            "decision-check" => $"決定する前の確認{count}",
            "decided" => $"決定した人の一覧{count}",
            "templates" => $"文面の見え方の候補{count}",
            "group-mail" => $"まとめて送る相手の一覧{count}",
            "mail" => "メールの一覧",
            "retention" => $"個人情報の保管の一覧{count}",
            "inquiries" => $"問い合わせの一覧{count}",
            _ => "一覧",
        };
    }

    private static string Page(AuditDetails after) => after.Text("Page") switch
    {
        "payments" => "の入金",
        "review" => after.Text("Scores") == "all" ? "の審査の画面と全員の点" : "の審査の画面",
        "contact" => "の連絡先",
        "erasure" => "の個人情報を削除する画面",
        "taking-back" => "の決定を取り消す画面",
        _ when after.Text("Place") is { } place => $"の{place}",
        _ => "",
    };
}

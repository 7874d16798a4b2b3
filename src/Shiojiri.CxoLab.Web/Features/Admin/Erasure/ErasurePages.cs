using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Erasure;

/// <summary>The last look before a person is erased: what goes, what stays, and whether it may be done.</summary>
/// <param name="Refusal">Why it can't be done; null when it can.</param>
/// <param name="Others">Other applications at the same address.</param>
/// <param name="DueOn">When it is erased by itself; null: never.</param>
internal sealed record ErasurePage(
    PersonTraces Person, ErasureRefusal? Refusal, IReadOnlyList<(string Number, string Cohort, ApplicationStatus Status)> Others, DateOnly? DueOn)
{
    public Application Application => Person.Main;

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>Whether and when it is erased by itself.</summary>
    public string Automatic => DueOn is not { } due ? "自動で削除しない設定になっています。"
        : Refusal is ErasureRefusal.HoldsMoney or ErasureRefusal.AwaitsFee ? "手続きが残っているあいだは、自動では削除しません。"
        : Person.HasOpenInquiry ? "未対応のお問い合わせがあるあいだは、自動では削除しません。"
        : $"{JapanTime.FullDate(due)}に、自動で削除する予定です。";

    public string? TypedNumber { get; init; }

    public string? TypedReason { get; init; }

    /// <summary>What happens first: nothing was done.</summary>
    public string? Trouble { get; init; }

    /// <summary>What is lost for good, with how much of it there is.</summary>
    public IEnumerable<(string What, string? Much)> Going =>
    [
        ("氏名、フリガナ、連絡先、お住まい、職業", null),
        ("申込フォームの答え", null),
        ("メールの宛先、件名、本文", Count(Person.Mails.Count + Person.OtherMails.Count, "通")),
        ("メモ、タグ、採点", Count(Person.Notes.Count + Person.TagLinks.Count + Person.Reviews.Count, "件")),
        ("お問い合わせと返事", Count(Person.Inquiries.Count, "件")),
        ("お返し先の口座", Count(Person.RefundAccounts.Count, "件")),
        ("入金や状態に職員がつけた備考と理由", null),
        ("この方を探すために保存した条件", Count(Person.Views.Count, "件")),
        ("操作記録のうち、変える前と後の内容", null),
    ];

    /// <summary>What follows at once and can't be taken back.</summary>
    public IEnumerable<string> Notices =>
    [
        .. Application.Status.IsOpen()
            ? new[] { $"結果を決めないまま「{ApplicationStatus.Declined.Label()}」として閉じます。{(Application.HoldsPlace ? "取ってある席は空きます。" : "")}" }
            : [],
        .. Person.Waiting > 0 ? new[] { $"送信待ちのメール{Person.Waiting}通を、送らずに止めます。" } : [],
        .. Person.Inquiries.Count(i => i.Status == InquiryStatus.Open) is > 0 and var open ? new[] { $"未対応のお問い合わせ{open}件も、返事をしないまま消えます。" } : [],
        .. Person.Prepared.Count > 0 ? new[] { "準備した決定を取りやめます。" } : [],
        .. Person.Merged.Count > 0 ? new[] { $"まとめてある申し込み{Person.Merged.Count}件（{string.Join("、", Person.Merged.Select(m => ApplicationNumber.Grouped(m.Number)))}）も、同じように削除します。" } : [],
        .. Application.KeptBecause is { } because ? new[] { $"{Application.KeptBy}さんが保留にしています。理由「{because}」" } : [],
    ];

    /// <summary>Whether what was typed is the number, in whatever width and grouping.</summary>
    public static bool IsNumber(string? typed, string number) =>
        string.Concat(Folding.HalfWidth(Folding.Line(typed)).Where(char.IsAsciiDigit)) == number;

    private static string? Count(int count, string unit) => count == 0 ? "ありません" : $"{count}{unit}";
}

/// <summary>Who will be erased by itself soon, who is kept back, and who can't be erased (個人情報の保管).</summary>
internal sealed record RetentionPage(Retention Rule, IReadOnlyList<RetentionRow> Rows, int Count, string? Contradiction)
{
    /// <summary>How many of them nothing holds: as many as the dashboard tells of and the job will erase.</summary>
    public int ToErase { get; init; }
}

/// <param name="DueOn">The day on which it is erased, if nothing keeps it.</param>
/// <param name="Refusal">Why the site won't do it by itself.</param>
internal sealed record RetentionRow(Application Application, Cohort Cohort, DateOnly DueOn, ErasureRefusal? Refusal);

using System.Globalization;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>What the rules' values are called on the staff area's pages.</summary>
internal static class Labels
{
    public static string Of(AttendanceAnswer answer) => ApplyChoices.Attendance.Values.First(a => a.Answer == answer).Label;

    public static string Of(HeardFrom heard) => ApplyChoices.HeardFrom.Values.First(h => h.Answer == heard).Label;

    public static string Of(Channel channel) => channel switch
    {
        Channel.Web => "ウェブ",
        Channel.Paper => "紙",
        _ => "電話",
    };

    public static string Of(LedgerEntryKind kind) => kind switch
    {
        LedgerEntryKind.FeeDue => "参加費の請求",
        LedgerEntryKind.Payment => "入金",
        LedgerEntryKind.Refund => "返金",
        _ => "取り消し",
    };

    public static string Of(PaymentWay way) => way switch
    {
        PaymentWay.BankTransfer => "銀行振込",
        PaymentWay.Cash => "現金",
        _ => "そのほか",
    };

    /// <summary>A score of hundredths as people read it: 3.85.</summary>
    public static string Score(double hundredths) => (hundredths / 100).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>＋20,000円 or −20,000円.</summary>
    public static string Signed(int effect) => $"{(effect < 0 ? "−" : "+")}{new Yen(Math.Abs(effect))}";

    public static string Of(AuditAction action) => action switch
    {
        AuditAction.SignedIn => "サインイン",
        AuditAction.SignInFailed => "サインインの失敗",
        AuditAction.SignedOut => "サインアウト",
        AuditAction.SignedOutEverywhere => "すべての端末からサインアウト",
        AuditAction.ConfirmedAgain => "本人の再確認",
        AuditAction.LockedOut => "アカウントの一時停止",
        AuditAction.PasswordChanged => "パスワードの変更",
        AuditAction.PasswordResetAsked => "パスワード再設定の申し出",
        AuditAction.SecondFactorSet => "2段階認証の設定",
        AuditAction.SecondFactorRemoved => "2段階認証の解除",
        AuditAction.RecoveryCodesMade => "回復コードの発行",
        AuditAction.PasskeyAdded => "パスキーの追加",
        AuditAction.PasskeyRemoved => "パスキーの削除",
        AuditAction.StaffAdded => "職員の追加",
        AuditAction.StaffInvited => "職員の招待",
        AuditAction.InvitationTaken => "招待の受け取り",
        AuditAction.StaffChanged => "職員の変更",
        AuditAction.ListViewed => "一覧の閲覧",
        AuditAction.ApplicantViewed => "申込者の閲覧",
        AuditAction.SheetPrinted => "面談シートの閲覧",
        AuditAction.MailViewed => "メールの閲覧",
        AuditAction.Exported => "書き出し",
        AuditAction.ApplicationEntered => "申し込みの入力",
        AuditAction.ContactCorrected => "連絡先の訂正",
        AuditAction.NoteAdded => "メモの追加",
        AuditAction.TagAdded => "タグの追加",
        AuditAction.TagRemoved => "タグの削除",
        AuditAction.Assigned => "担当者の変更",
        AuditAction.Reviewed => "採点",
        AuditAction.CriteriaChanged => "審査の観点の変更",
        AuditAction.DecisionPrepared => "採否の準備",
        AuditAction.PreparationUndone => "準備の取り消し",
        AuditAction.StatusChanged => "状態の変更",
        AuditAction.PaymentRecorded => "入金の記録",
        AuditAction.RefundRecorded => "返金の記録",
        AuditAction.EntryReversed => "入出金の取り消し",
        AuditAction.MailCancelled => "メールの取り消し",
        AuditAction.MailResent => "メールの送り直し",
        AuditAction.GroupMailQueued => "まとめて送信",
        AuditAction.TestMailQueued => "試し送り",
        AuditAction.TemplateChanged => "文面の変更",
        AuditAction.TemplateReset => "文面を元に戻す",
        AuditAction.ViewSaved => "絞り込みの保存",
        AuditAction.ViewRemoved => "絞り込みの削除",
        AuditAction.SamplesAdded => "見本データの追加",
        AuditAction.DetailsErased => "個人情報の消去",
        AuditAction.LogSealed => "操作記録の封印",
        AuditAction.InquiryViewed => "問い合わせの閲覧",
        AuditAction.InquiryChanged => "問い合わせの状態の変更",
        AuditAction.InquiryAnswered => "問い合わせへの返事",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}

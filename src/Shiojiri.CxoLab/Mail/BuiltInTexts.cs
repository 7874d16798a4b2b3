namespace Shiojiri.CxoLab.Mail;

/// <summary>The texts that hold as long as staff have not written their own.</summary>
public static class BuiltInTexts
{
    public static MailText Of(MailKind kind) => kind switch
    {
        MailKind.PaymentInstructions => PaymentInstructions.BuiltIn,
        MailKind.InstructionsAgain => PaymentInstructions.Again,
        MailKind.PaymentReminder => PaymentReminder.BuiltIn,
        MailKind.ApplicationReceipt => ApplicationReceipt.BuiltIn,
        MailKind.RepeatNotice => RepeatNotice.BuiltIn,
        MailKind.PaymentThanks => PaymentThanks.BuiltIn,
        MailKind.Acceptance => DecisionNotice.Acceptance,
        MailKind.Waitlist => DecisionNotice.Waitlist,
        MailKind.PlaceOffer => DecisionNotice.PlaceOffer,
        MailKind.Correction => DecisionNotice.Correction,
        MailKind.Decline => DecisionNotice.Decline,
        MailKind.Withdrawal => DecisionNotice.Withdrawal,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This mail has no text of its own."),
    };

    /// <summary>What mail programs show beside the subject: facts only, the same whatever staff write.</summary>
    public static string PreheaderOf(MailKind kind) => kind switch
    {
        MailKind.PaymentInstructions => "受付番号 {受付番号}。参加費{参加費}を{お支払い期限}までにお振り込みください。",
        MailKind.InstructionsAgain or MailKind.PaymentReminder => "受付番号 {受付番号}。参加費のお支払い方法のご案内です。",
        MailKind.RepeatNotice => "受付番号 {受付番号}。新しい申し込みは作られていません。",
        MailKind.PaymentThanks => "受付番号 {受付番号}。確認した入金は{入金額}です。",
        MailKind.Acceptance or MailKind.Waitlist or MailKind.Decline or MailKind.Withdrawal or MailKind.Group
            or MailKind.ApplicationReceipt or MailKind.PlaceOffer or MailKind.Correction =>
            "受付番号 {受付番号}。{プログラム名} {期}のお申し込みについてのお知らせです。",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This mail has no line beside the subject."),
    };
}

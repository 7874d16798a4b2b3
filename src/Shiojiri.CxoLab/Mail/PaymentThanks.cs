namespace Shiojiri.CxoLab.Mail;

/// <summary>The mail that says a fee has come in whole (入金のお礼).</summary>
public static class PaymentThanks
{
    public static readonly MailText BuiltIn = new(
        "【{プログラムの略称}】ご入金を確認しました（{受付番号}）",
        "ご入金を確認しました",
        """
        {氏名} 様

        {プログラム名} {期}の参加費をお振り込みいただき、ありがとうございました。

        {参加費について}

        {いまの状態}

        {受付番号の枠}

        これからの日程は、サイトのスケジュールでご確認いただけます。

        {日程へのリンク}

        {辞退の方法}
        """);

    /// <param name="about">Whom it is for, with the payment in the ledger.</param>
    /// <param name="entryKey">The ledger line that completed the fee.</param>
    /// <param name="text">The cohort's own text, or null.</param>
    public static OutgoingMail For(MailContext about, string entryKey, MailText? text = null) =>
        ApplicantMail.For(MailKind.PaymentThanks, ApplicantMail.OccasionOf(MailKind.PaymentThanks, about.Application, entryKey), about, text);
}

namespace Shiojiri.CxoLab.Mail;

/// <summary>The mail that answers an application and says how to pay (お支払い方法のご案内).</summary>
public static class PaymentInstructions
{
    public static readonly MailText BuiltIn = new(
        "【{プログラムの略称}】お申し込みの受付とお支払い方法のご案内（{受付番号}）",
        "お申し込みを受け付けました",
        """
        {氏名} 様

        {プログラム名} {期}へのお申し込みを受け付けました。下のご案内に沿って、参加費をお振り込みください。

        {受付番号の枠}

        {お支払い方法}

        ■ このあとの流れ
        {このあとの流れ}

        {日程へのリンク}

        {辞退の方法}

        このメールに心当たりがないときは、お手数ですが事務局までお知らせください。
        """);

    /// <summary>For people who were told before and can't find it.</summary>
    public static readonly MailText Again = new(
        "【{プログラムの略称}】お支払い方法のご案内（{受付番号}）",
        "お支払い方法のご案内",
        """
        {氏名} 様

        {プログラム名} {期}の参加費のお支払い方法を、あらためてご案内します。

        {お支払い方法}

        ご不明なことがあれば、{問い合わせ先} までお気軽にお尋ねください。

        {辞退の方法}
        """);

    public static OutgoingMail For(MailContext about, MailText? text = null) =>
        ApplicantMail.For(MailKind.PaymentInstructions, ApplicantMail.OccasionOf(MailKind.PaymentInstructions, about.Application, ""), about, text);
}

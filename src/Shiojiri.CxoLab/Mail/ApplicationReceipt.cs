namespace Shiojiri.CxoLab.Mail;

/// <summary>The mail that answers an application while no fee is asked (受付のお知らせ): on the waiting list, before the choice, or where there is none.</summary>
public static class ApplicationReceipt
{
    public static readonly MailText BuiltIn = new(
        "【{プログラムの略称}】お申し込みを受け付けました（{受付番号}）",
        "お申し込みを受け付けました",
        """
        {氏名} 様

        {プログラム名} {期}へのお申し込みを受け付けました。

        {受付番号の枠}

        {いまの状態}

        {参加費について}

        {日程へのリンク}

        {辞退の方法}

        このメールに心当たりがないときは、お手数ですが事務局までお知らせください。
        """);
}

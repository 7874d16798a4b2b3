using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Mail;

/// <summary>
/// The mail to the owner of an address that was entered again (すでに受け付けている方へ). Only this mail tells that there is an
/// application; at most one a day, so that nobody's mailbox can be filled.
/// </summary>
public static class RepeatNotice
{
    public static readonly MailText BuiltIn = new(
        "【{プログラムの略称}】お申し込みはすでに受け付けています（{受付番号}）",
        "すでにお申し込みを受け付けています",
        """
        {氏名} 様

        {プログラム名} {期}の申込フォームに、このメールアドレスがもう一度入力されました。このアドレスのお申し込みはすでに受け付けているため、新しい申し込みは作られていません。送信後の画面に別の受付番号が出ていても、下の受付番号のお申し込みとして扱います。内容を直したいときは、受付番号を添えて事務局までご連絡ください。

        {受付番号の枠}

        {お支払い方法}

        {辞退の方法}

        入力に心当たりがないときは、このメールを削除してください。
        """);

    /// <summary>At most one a day.</summary>
    public static string CauseOn(DateOnly day) => $"{day:yyyy-MM-dd}";

    public static string OccasionOn(Application application, DateOnly day) =>
        ApplicantMail.OccasionOf(MailKind.RepeatNotice, application, CauseOn(day));

    public static OutgoingMail For(MailContext about, DateOnly today, MailText? text = null) =>
        ApplicantMail.For(MailKind.RepeatNotice, OccasionOn(about.Application, today), about, text);
}

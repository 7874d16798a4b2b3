using System.Globalization;

namespace Shiojiri.CxoLab.Mail;

/// <summary>The mails that have waited too long (送信待ちの滞り).</summary>
public sealed record UnsentMails(int Count, DateTime OldestQueuedUtc, DateTime NowUtc);

/// <summary>The mail that tells administrators that mails do not leave (送信待ちの警告). It is a mail itself, and says so.</summary>
public static class UnsentMailAlert
{
    /// <summary>How long a mail may wait before anybody is told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The least time between two alerts.</summary>
    public static readonly TimeSpan AtMostEvery = TimeSpan.FromHours(1);

    /// <param name="accountId">The account: nobody gets two in the same hour.</param>
    public static OutgoingMail For(string email, int accountId, UnsentMails mails, OfficeDetails office) => new(
        MailKind.UnsentMailAlert,
        string.Create(CultureInfo.InvariantCulture, $"unsent-mail-alert:{accountId}:{mails.NowUtc:yyyyMMddHH}"),
        email,
        $"【{office.Programme.ShortTitle}】送信待ちのメールが滞っています",
        new Letter("送信待ちのメールが滞っています", "メールサーバーの状態をお確かめください")
            .Paragraph($"{JapanTime.Moment(mails.NowUtc)} の時点で、10分を過ぎても送れていないメールが {mails.Count}件あります。")
            .Facts(("送れていないメール", $"{mails.Count}件"), ("いちばん古いもの", $"{JapanTime.Moment(mails.OldestQueuedUtc)} から"))
            .Paragraph("メールは自動で何度も送り直され、72時間のあいだは失われません。管理画面の「メール」で、送れなかった理由をご確認ください。")
            .Link("送信待ちのメールを見る", $"{office.PublicBaseUrl}/admin/mail?state=queued")
            .Paragraph("このお知らせもメールでお送りしています。メールサーバーが止まっているあいだは届かず、復旧したあとに届きます。届いたときには解消していることがあります。")
            .Signed(office));
}

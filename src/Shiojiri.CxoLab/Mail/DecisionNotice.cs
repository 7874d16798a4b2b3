using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Mail;

/// <summary>The mails that tell of a decision (採否のお知らせ).</summary>
public static class DecisionNotice
{
    public static readonly MailText Acceptance = new(
        "【塩尻CxO Lab】{期}メンバーとしてお迎えします（{受付番号}）",
        "{期}メンバーとしてお迎えします",
        """
        {氏名} 様

        塩尻CxO Lab {期}へのお申し込みをありがとうございました。お送りいただいた内容を拝見し、{期}メンバーとしてお迎えすることになりました。ご一緒できることを楽しみにしています。

        {受付番号の枠}

        ■ これからの日程
        集まりの日時は、サイトのスケジュールでご確認いただけます。

        {日程へのリンク}

        ■ 参加費について
        {参加費について}

        {取りやめ方}
        """);

    public static readonly MailText Waitlist = new(
        "【塩尻CxO Lab】{期}のお申し込みについてのお知らせ（{受付番号}）",
        "補欠としてのお知らせ",
        """
        {氏名} 様

        塩尻CxO Lab {期}へのお申し込みをありがとうございました。検討の結果、補欠としてお待ちいただきたく、ご連絡しました。ご参加いただけることになりましたら、あらためてメールでお知らせします。

        {受付番号の枠}

        {参加費について}

        {取りやめ方}
        """);

    public static readonly MailText Decline = new(
        "【塩尻CxO Lab】{期}のお申し込みについてのお知らせ（{受付番号}）",
        "{期}のお申し込みについて",
        """
        {氏名} 様

        塩尻CxO Lab {期}へのお申し込みをありがとうございました。検討の結果、今回はご参加を見送らせていただくことになりました。ご希望に添えず、申し訳ありません。塩尻に関心を寄せてくださったことに、心からお礼を申し上げます。

        {受付番号の枠}

        {参加費について}
        """);

    public static readonly MailText Withdrawal = new(
        "【塩尻CxO Lab】参加の取りやめを承りました（{受付番号}）",
        "参加の取りやめを承りました",
        """
        {氏名} 様

        塩尻CxO Lab {期}への参加の取りやめを承りました。お申し込みいただいたことに、あらためてお礼を申し上げます。

        {受付番号の枠}

        {参加費について}

        お心当たりがないときは、{問い合わせ先} までご連絡ください。
        """);

    /// <summary>Null when the decision is not announced.</summary>
    /// <param name="preparation">Tells this announcement from an earlier one of the same decision.</param>
    /// <param name="text">The cohort's own text, or null.</param>
    public static OutgoingMail? For(MailContext about, ApplicationStatus decision, Guid preparation, MailText? text = null) =>
        MailKinds.Announcing(decision) is { } kind
            ? ApplicantMail.For(kind, ApplicantMail.OccasionOf(kind, about.Application, $"{preparation:N}"), about, text)
            : null;
}

using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Mail;

/// <summary>The mails that tell of a decision (決定のお知らせ).</summary>
public static class DecisionNotice
{
    public static readonly MailText Acceptance = new(
        "【{プログラムの略称}】{期}への参加が確定しました（{受付番号}）",
        "参加が確定しました",
        """
        {氏名} 様

        {プログラム名} {期}への参加が確定しました。ご一緒できることを楽しみにしています。

        {受付番号の枠}

        {お支払い方法}

        {最初の集まり}

        {日程へのリンク}

        {辞退の方法}
        """);

    public static readonly MailText Waitlist = new(
        "【{プログラムの略称}】{期}のお申し込みについてのお知らせ（{受付番号}）",
        "補欠のお知らせ",
        """
        {氏名} 様

        {プログラム名} {期}にお申し込みいただき、ありがとうございました。

        {いまの状態}

        {受付番号の枠}

        {参加費について}

        {辞退の方法}
        """);

    public static readonly MailText PlaceOffer = new(
        "【{プログラムの略称}】{期}の席が空きました（{受付番号}）",
        "席が空きました",
        """
        {氏名} 様

        補欠としてお待ちいただいていた{プログラム名} {期}に席が空き、あなたのお席をお取りしました。お待ちいただき、ありがとうございました。

        {受付番号の枠}

        {お支払い方法}

        {最初の集まり}

        {辞退の方法}
        """);

    public static readonly MailText Decline = new(
        "【{プログラムの略称}】{期}のお申し込みについてのお知らせ（{受付番号}）",
        "{期}のお申し込みについて",
        """
        {氏名} 様

        {プログラム名} {期}にお申し込みいただき、ありがとうございました。検討の結果、今回は参加を見送らせていただくことになりました。ご希望に添えず、申し訳ありません。この地域に関心を寄せてくださったことに、心からお礼を申し上げます。

        {受付番号の枠}

        {参加費について}
        """);

    public static readonly MailText Withdrawal = new(
        "【{プログラムの略称}】辞退を承りました（{受付番号}）",
        "辞退を承りました",
        """
        {氏名} 様

        {プログラム名} {期}の辞退を承りました。お申し込みいただいたことに、あらためてお礼を申し上げます。

        {受付番号の枠}

        {参加費について}

        お心当たりがないときは、{問い合わせ先} までご連絡ください。
        """);

    public static readonly MailText Correction = new(
        "【{プログラムの略称}】先のお知らせの取り消しについて（{受付番号}）",
        "先のお知らせを取り消します",
        """
        {氏名} 様

        {プログラム名} {期}について、先にお送りしたお知らせに誤りがありました。おわびして取り消します。お申し込みは、引き続きお預かりしています。結果は、あらためてメールでお知らせします。

        {受付番号の枠}

        {参加費について}
        """);

    /// <summary>Null when the decision is not announced.</summary>
    /// <param name="preparation">Tells this announcement from an earlier one of the same decision.</param>
    /// <param name="text">The cohort's own text, or null.</param>
    public static OutgoingMail? For(MailContext about, ApplicationStatus decision, Guid preparation, MailText? text = null) =>
        MailKinds.Announcing(decision) is { } kind
            ? ApplicantMail.For(kind, ApplicantMail.OccasionOf(kind, about.Application, $"{preparation:N}"), about, text)
            : null;
}

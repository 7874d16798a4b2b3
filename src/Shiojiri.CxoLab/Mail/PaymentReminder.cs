using System.Globalization;

namespace Shiojiri.CxoLab.Mail;

/// <summary>The mail that asks again for a fee whose due day has passed (期限を過ぎた方へのお支払いのお願い).</summary>
public static class PaymentReminder
{
    public static readonly MailText BuiltIn = new(
        "【{プログラムの略称}】参加費のお支払いについて（{受付番号}）",
        "参加費のお支払いについて",
        """
        {氏名} 様

        {プログラム名} {期}の参加費について、お知らせしていた期限を過ぎましたが、ご入金をまだ確認できていません。お手数ですが、下のご案内に沿ってお振り込みくださいますようお願いします。

        {お支払い方法}

        お支払いがむずかしいときや、もう少し日にちが必要なときは、{問い合わせ先} までお知らせください。ご事情をうかがって、一緒に考えます。

        {辞退の方法}
        """);

    /// <summary>What tells one day's reminder from another's: nobody gets two on one day.</summary>
    /// <param name="today">Today in Japan.</param>
    public static string CauseOn(DateOnly today) => today.ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>The day of the reminder with that occasion; null of one that was sent again by hand.</summary>
    public static DateOnly? DayOf(string occasion) =>
        DateOnly.TryParseExact(occasion[(occasion.LastIndexOf(':') + 1)..], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private const string Day = "yyyyMMdd";
}

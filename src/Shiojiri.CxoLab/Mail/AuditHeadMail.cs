using System.Globalization;

namespace Shiojiri.CxoLab.Mail;

/// <summary>The last line of the audit log, for keeping outside the site (操作記録の控え); to administrators, once a month.</summary>
public static class AuditHeadMail
{
    /// <summary>One a month and administrator.</summary>
    public static string OccasionOf(int accountId, DateTime nowUtc) =>
        string.Create(CultureInfo.InvariantCulture, $"audit-head:{JapanTime.DayOf(nowUtc):yyyy-MM}:{accountId}");

    public static OutgoingMail For(string email, string name, string occasion, (int Sequence, string Hash) head, DateTime nowUtc, OfficeDetails office) => new(
        MailKind.AuditHead,
        occasion,
        email,
        $"【{office.Programme.ShortTitle}】操作記録の控え",
        new Letter("操作記録の控え", "このメールは消さずに残しておいてください")
            .Paragraph($"{name} 様")
            .Paragraph("管理画面の操作記録の、いまの最後の行をお知らせします。あとから記録の終わりが切り取られていないかを、このメールと照らして確かめられます。")
            .Facts(
                ("日時", JapanTime.Moment(nowUtc)),
                ("行の数", head.Sequence.ToString("#,0", CultureInfo.InvariantCulture)),
                ("控え", string.Create(CultureInfo.InvariantCulture, $"{head.Sequence}:{head.Hash}")))
            .Paragraph("確かめるときは、サイトが動いている機械で verify-audit --head のあとに「控え」の値をつけて実行します。ふだんは、何もしなくてかまいません。")
            .Signed(office));
}

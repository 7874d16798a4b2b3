namespace Shiojiri.CxoLab.Mail;

/// <summary>Mails to staff with a link that sets a password (職員へのメール). Their texts are not for editing.</summary>
public static class StaffMail
{
    /// <param name="untilUtc">Until when it is good.</param>
    public static OutgoingMail Invitation(string email, string name, string key, DateTime untilUtc, OfficeDetails office) => new(
        MailKind.StaffInvitation,
        $"staff-invitation:{Guid.NewGuid():N}",
        email,
        $"【{office.Programme.ShortTitle}】管理画面へのご招待",
        new Letter("管理画面へのご招待", "リンクを開いて、パスワードを決めてください")
            .Paragraph($"{name} 様")
            .Paragraph($"{office.Programme.Title} の管理画面へ招待されました。下のリンクを開いて、ご自分のパスワードを決めてください。続けて、スマートフォンの認証アプリを登録します。")
            .Link("パスワードを決める", $"{office.PublicBaseUrl}/admin/invitations/{key}")
            .Facts(("リンクの期限", JapanTime.Moment(untilUtc)), ("使える回数", "1回"))
            .Paragraph("期限が過ぎたときは、招待した管理者に送り直しを頼んでください。心当たりがないときは、このメールを消してください。リンクをほかの人に渡さないでください。")
            .Signed(office));

    /// <param name="untilUtc">Until when it is good.</param>
    public static OutgoingMail PasswordReset(string email, string name, string key, DateTime untilUtc, OfficeDetails office) => new(
        MailKind.StaffPasswordReset,
        $"staff-password-reset:{Guid.NewGuid():N}",
        email,
        $"【{office.Programme.ShortTitle}】パスワードの再設定",
        new Letter("パスワードの再設定", "リンクを開いて、新しいパスワードを決めてください")
            .Paragraph($"{name} 様")
            .Paragraph("管理画面のパスワードを決め直すためのリンクです。開いて、新しいパスワードを入力してください。")
            .Link("新しいパスワードを決める", $"{office.PublicBaseUrl}/admin/password/{key}")
            .Facts(("リンクの期限", JapanTime.Moment(untilUtc)), ("使える回数", "1回"))
            .Paragraph("心当たりがないときは、このままにしておいてください。パスワードは変わりません。リンクをほかの人に渡さないでください。")
            .Signed(office));
}

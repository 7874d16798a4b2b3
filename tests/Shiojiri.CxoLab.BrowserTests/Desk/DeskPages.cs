namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>Every page of the desk that an address leads to, as an administrator sees it with the samples on it.</summary>
internal static class DeskPages
{
    public static readonly string[] All =
    [
        "/admin", "/admin/applications", "/admin/applications?page=2", "/admin/applications?q=みほん&status=underreview",
        "/admin/applications?onSite=field-work:yes&assignee=none&sort=score", "/admin/applications?q=だれもいない", "/admin/applications/{受付}",
        "/admin/applications/{参加確定}?status=accepted", "/admin/applications/{辞退}", "/admin/applications/{受付}/contact", "/admin/applications/{受付}/sheet",
        "/admin/applications/{受付}/sheet?blind=true", "/admin/applications/{参加確定}/payments", "/admin/applications/{審査中}/review",
        "/admin/applications/new", "/admin/applications/export", "/admin/applications/export?q=だれもいない", "/admin/reviews", "/admin/reviews/criteria", "/admin/admission",
        "/admin/decisions", "/admin/mail", "/admin/mail?state=failed", "/admin/mail?q=だれもいない", "/admin/mail/{送信済み}", "/admin/mail/{送信失敗}",
        "/admin/mail/group", "/admin/mail/group?status=accepted", "/admin/inquiries", "/admin/inquiries?state=closed", "/admin/inquiries/{問い合わせ}", "/admin/pages",
        "/admin/pages/faq-experience", "/admin/pages/program-what/history", "/admin/templates", "/admin/templates/acceptance", "/admin/staff", "/admin/staff/new",
        "/admin/staff/{職員}", "/admin/audit", "/admin/audit?subject=だれもいない", "/admin/account", "/admin/account/passkeys/new",
        "/admin/account/second-factor",
    ];
}

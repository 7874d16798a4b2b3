namespace Shiojiri.CxoLab.BrowserTests.Desk;

/// <summary>Every page of the desk that an address leads to, as an administrator sees it with the samples on it.</summary>
internal static class DeskPages
{
    public static readonly string[] All =
    [
        "/admin", "/admin/applications", "/admin/applications?page=2", "/admin/applications?q=みほん&status=underreview",
        "/admin/applications?onSite=field-work:yes&assignee=none&sort=score", "/admin/applications?q=だれもいない", "/admin/applications/{受付}",
        "/admin/applications/{参加確定}?status=accepted", "/admin/applications/{辞退}", "/admin/applications/{受付}/contact", "/admin/applications/{受付}/sheet",
        "/admin/applications/{受付}/sheet?blind=true", "/admin/applications/{参加確定}/payments", "/admin/applications/{審査中}/review", "/admin/applications/{受付}/merging?with={審査中}",
        "/admin/applications/new", "/admin/applications/export", "/admin/applications/export?q=だれもいない", "/admin/reviews", "/admin/reviews/ranking", "/admin/reviews/ranking?status=all&sort=fewest", "/admin/reviews/criteria", "/admin/admission", "/admin/settings", "/admin/settings/account", "/admin/settings/programme", "/admin/settings/fee?cohort=3", "/admin/settings/seller/history",
        "/admin/applications/{受付}/erasure", "/admin/applications/{辞退}/erasure", "/admin/retention",
        "/admin/decisions", "/admin/payments/overdue", "/admin/payments/reminders", "/admin/payments/refunds",
        "/admin/mail", "/admin/mail?state=failed", "/admin/mail?q=だれもいない", "/admin/mail/{送信済み}", "/admin/mail/{送信失敗}",
        "/admin/mail/group", "/admin/mail/group?status=accepted", "/admin/inquiries", "/admin/inquiries?state=closed", "/admin/inquiries/{問い合わせ}", "/admin/pages",
        "/admin/pages/faq-experience", "/admin/pages/import", "/admin/cohorts/3/sessions/import", "/admin/pictures", "/admin/pictures/new",
        "/admin/pages/program-what/history", "/admin/templates", "/admin/templates/acceptance", "/admin/staff", "/admin/staff/new",
        "/admin/cohorts", "/admin/cohorts/3", "/admin/cohorts/3/details", "/admin/cohorts/3/publication", "/admin/cohorts/3/sessions", "/admin/cohorts/3/sessions/new",
        "/admin/cohorts/3/sessions/orientation/edit", "/admin/cohorts/3/sessions/orientation/move", "/admin/cohorts/3/sessions/orientation/cancellation",
        "/admin/cohorts/3/briefings", "/admin/cohorts/3/briefings/new", "/admin/cohorts/3/briefings/20220629/edit", "/admin/cohorts/3/briefings/20220629/cancellation",
        "/admin/cohorts/3/themes", "/admin/cohorts/3/themes/new", "/admin/cohorts/3/questions", "/admin/cohorts/3/questions/new", "/admin/cohorts/3/clone",
        "/admin/staff/{職員}", "/admin/audit", "/admin/audit?subject=だれもいない", "/admin/account", "/admin/account/passkeys/new",
        "/admin/account/second-factor",
    ];
}

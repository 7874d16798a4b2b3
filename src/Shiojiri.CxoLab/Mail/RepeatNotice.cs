using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Mail;

/// <summary>
/// The mail to the owner of an address that was entered again (すでに受け付けている方へ). Only this mail tells that there is an
/// application; at most one a day, so that nobody's mailbox can be filled.
/// </summary>
public static class RepeatNotice
{
    public static string OccasionOn(Application application, DateOnly day) =>
        $"repeat-notice:{application.Key}:{day:yyyy-MM-dd}";

    public static OutgoingMail For(Application application, Cohort cohort, Office office, DateOnly today)
    {
        var number = ApplicationNumber.Grouped(application.Number);
        var (text, html) = new Letter(
                "すでにお申し込みを受け付けています",
                $"受付番号 {number}。新しい申し込みは作られていません。")
            .Paragraph($"{application.Name} 様")
            .Paragraph(
                $"塩尻CxO Lab {cohort.Name}の申込フォームに、このメールアドレスがもう一度入力されました。"
                + "このアドレスでは前に送っていただいたお申し込みを受け付けていますので、新しい申し込みは作られていません。"
                + "内容を直したいときは、受付番号を添えて事務局までご連絡ください。")
            .Emphasis("受付番号", number)
            .PaymentInstructionsFor(application, office)
            .WithdrawalFor(application, office)
            .Paragraph("すでにお振り込みのときは、このメールでなさることはありません。入力に心当たりがないときも、そのままでかまいません。")
            .Signed(office);

        return new OutgoingMail(
            OccasionOn(application, today),
            application.Email,
            $"【塩尻CxO Lab】お申し込みはすでに受け付けています（{number}）",
            text,
            html);
    }
}

using System.Globalization;
using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Mail;

/// <summary>
/// Numbers, states and accounts once more, to an address that has applied (受付番号とご案内の再送). It tells of every application at the
/// address; only its owner reads it, and its text is removed once it has been sent.
/// </summary>
public static class StatusSummary
{
    /// <summary>The newest ones.</summary>
    public const int MostApplications = 5;

    /// <summary>Nobody's mailbox can be filled.</summary>
    public static readonly TimeSpan AtMostEvery = TimeSpan.FromMinutes(10);

    /// <summary>Two that are asked for at the same moment are one.</summary>
    /// <param name="newest">The newest application at the address.</param>
    /// <param name="nowUtc">Real time, UTC.</param>
    public static string OccasionOf(Application newest, DateTime nowUtc) => string.Create(
        CultureInfo.InvariantCulture, $"status-summary:{newest.Key}:{nowUtc.Ticks / AtMostEvery.Ticks}");

    /// <param name="newestFirst">At least one, all at the same address.</param>
    /// <param name="occasion">What calls for it; unique.</param>
    /// <param name="today">The programme's day.</param>
    public static OutgoingMail For(IReadOnlyList<MailContext> newestFirst, string occasion, DateOnly today)
    {
        var (newest, office) = (newestFirst[0].Application, newestFirst[0].Office);
        var letter = new Letter("お申し込みの状況", "受付番号と、いまの状態をお知らせします。")
            .Paragraph("このメールアドレスのお申し込みについて、受付番号といまの状態をお知らせします。");
        foreach (var about in newestFirst.Take(MostApplications))
        {
            AddOne(letter, about with { IsReminder = true }, today);
        }

        return new OutgoingMail(
            MailKind.StatusSummary, occasion, newest.Email!, $"【{office.Programme.ShortTitle}】受付番号とお申し込みの状況",
            letter
                .Paragraph($"ご不明なことや、参加を辞退したいときは、受付番号を添えて {office.ContactEmail} までお知らせください。心当たりがないときは、このメールを削除してください。")
                .Signed(office));
    }

    private static void AddOne(Letter letter, MailContext about, DateOnly today)
    {
        var application = about.Application;
        letter.Heading($"{about.Cohort.Name}のお申し込み")
            .Emphasis("受付番号", ApplicationNumber.Grouped(application.Number))
            .Facts(("お名前", QuotedText.WithoutLinks(application.Name)), ("いまの状態", StatusOf(about.Status)));

        // Nobody pays for a term that is over; what was paid for it is a matter for the office.
        if (about.Cohort.TermEndsOn >= today)
        {
            letter.PaymentInstructionsFor(about);
        }

        letter.Link("受付の画面を開く", $"{about.Office.PublicBaseUrl}/apply/complete/{application.Key}");
    }

    private static string StatusOf(ApplicationStatus status) => status switch
    {
        ApplicationStatus.Received => "受け付けました",
        ApplicationStatus.UnderReview => "審査中です",
        ApplicationStatus.Accepted => "参加確定です",
        ApplicationStatus.Waitlisted => "補欠です",
        ApplicationStatus.Declined => "見送りです",
        ApplicationStatus.Withdrawn => "辞退を受け付けました",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "An unknown status."),
    };
}

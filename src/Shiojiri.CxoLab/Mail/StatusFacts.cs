using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Mail;

/// <summary>Where an application stands, and the first meeting, as mails tell them (いまの状態).</summary>
internal static class StatusFacts
{
    public static Letter StatusFor(this Letter letter, MailContext about) => letter.Paragraph(Sentence(about.Status, about.Cohort.Admission));

    /// <summary>The next meeting with its day and place; nothing when there is none to come.</summary>
    public static Letter FirstMeetingFor(this Letter letter, MailContext about) =>
        about.Cohort.NextSessionAt(about.Application.ReceivedUtc) is not { } first
            ? letter
            : letter
                .Heading("最初の集まり")
                .Facts(
                    ("日時", $"{first.Days} {first.Hours}".Trim()),
                    ("内容", $"{first.Title}（{first.Place.Label()}）"))
                .Link("カレンダーに入れる", $"{about.Office.PublicBaseUrl}/schedule/{first.Slug}.ics");

    private static string Sentence(ApplicationStatus status, Admission admission) => status switch
    {
        ApplicationStatus.Received or ApplicationStatus.UnderReview => admission.IsFirstCome
            ? "お申し込みの順に、あなたのお席をお取りしています。"
            : admission.AnswersOn is { } day
                ? $"参加していただけるかどうかは、{JapanTime.MonthDay(day)}までにメールでお知らせします。"
                : "参加していただけるかどうかは、あらためてメールでお知らせします。",
        ApplicationStatus.Waitlisted => admission.IsFirstCome
            ? "定員に達しているため、補欠としてお待ちいただいています。席が空いたときは、お申し込みの順にメールでご案内します。"
            : "補欠としてお待ちいただいています。参加していただけるようになったときは、メールでお知らせします。",
        ApplicationStatus.Accepted => "参加が確定しています。",
        ApplicationStatus.Declined => "今回は参加を見送らせていただきました。",
        ApplicationStatus.Withdrawn => "辞退を承っています。",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Nothing is said of this status."),
    };
}

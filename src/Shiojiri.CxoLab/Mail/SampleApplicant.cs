using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Mail;

/// <summary>An applicant who is obviously made up (見本の申込者), to show a text with while there is no real one. Never stored.</summary>
public static class SampleApplicant
{
    public const string Name = "見本 太郎";

    public static Application Of(Cohort cohort, DateTime nowUtc, int paymentDays)
    {
        var application = new Application(
            cohort,
            new Applicant(
                RandomToken.Draw(), Name, "ミホン タロウ", "mihon@example.jp", null, "長野県", null,
                new Dictionary<int, AttendanceAnswer>(), [], "見本です。", null, null, null),
            nowUtc, Channel.Web);
        application.MoveDueDate(DueDate.After(nowUtc, paymentDays), JapanTime.DayOf(nowUtc));
        return application;
    }
}

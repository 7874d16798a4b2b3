using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Web.Tests.Testing;

/// <summary>Brings an application into a state by the operations that there are, where a test is not about them.</summary>
internal static class Moved
{
    // Without a capacity a cohort counts nothing, so any will do.
    private static readonly Cohort AnyCohort = new(3, "第三期", new(2022, 7, 20), new(2023, 1, 31), new Yen(20_000), new RecruitmentPeriod(null, new(2022, 7, 30)), [], []);

    public static void MoveTo(this Application application, ApplicationStatus to, Actor by, DateTime utc)
    {
        var dueOn = JapanTime.DayOf(application.ReceivedUtc).AddDays(7);
        if (to != ApplicationStatus.UnderReview)
        {
            application.Decide(to, AnyCohort, dueOn, by, utc);
        }
        else if (!application.BeginReview(AnyCohort, by, utc))
        {
            application.TakeBack(AnyCohort, dueOn, "見本", by, utc);
        }
    }

    public static void RecordPayment(this Application application, MoneyMoved moved, Actor by, DateTime utc) =>
        application.RecordPayment(moved, AnyCohort, by, utc);
}

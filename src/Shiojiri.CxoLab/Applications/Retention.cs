using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Settings;

namespace Shiojiri.CxoLab.Applications;

/// <summary>
/// How long applications are kept (保管する期間), counted from the end of the cohort's term: it is the one day that members, whoever was
/// declined and whoever waited to the last know alike. Null months: nothing is erased by itself.
/// </summary>
/// <param name="MemberMonths">Of those who took part (参加確定).</param>
/// <param name="OtherMonths">Of all others.</param>
public sealed record Retention(int? MemberMonths, int? OtherMonths)
{
    /// <summary>How many days before it happens the desk begins to tell; and the least for which it has told.</summary>
    public const int NoticeDays = 30;

    public bool IsOff => MemberMonths is null && OtherMonths is null;

    public static Retention Of(PrivacyValues values) => new(
        values.MemberMonths > 0 ? values.MemberMonths : null,
        values.NotAcceptedMonths > 0 ? values.NotAcceptedMonths : null);

    /// <summary>The first day on which an application is erased by itself; null: never.</summary>
    public DateOnly? DayOf(ApplicationStatus status, Cohort cohort) =>
        (status == ApplicationStatus.Accepted ? MemberMonths : OtherMonths) is { } months ? cohort.TermEndsOn.AddMonths(months).AddDays(1) : null;

    /// <summary>
    /// The day that an application's notice allows: nobody is erased before the desk has told of it for <see cref="NoticeDays"/>, whatever was
    /// set, switched on or updated yesterday.
    /// </summary>
    public DateOnly? DayOf(Application application, Cohort cohort, DateOnly today) =>
        DayOf(application.Status, cohort) is not { } day ? null
        : (application.ErasureNoticedOn ?? today).AddDays(NoticeDays) is var told && told > day ? told : day;
}

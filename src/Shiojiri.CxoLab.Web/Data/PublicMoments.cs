using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>
/// The moments at which the clock alone changes what visitors see: midnight in Japan (days left, opening, deadline), the end of a session or a
/// briefing, the second at which a cohort or a text is published or taken down. Between two of them a page stays as it is unless somebody saves.
/// </summary>
internal sealed class PublicMoments(PublishedCohorts cohorts, SiteContent content, ProgrammeClock clock)
{
    /// <summary>The first of them after an instant.</summary>
    public DateTime NextAfter(DateTime nowUtc)
    {
        DateTime[] next =
        [
            clock.IsDemo ? NextMinute(nowUtc) : JapanTime.EndOf(JapanTime.DayOf(nowUtc)),
            Next(cohorts.Moments, nowUtc),
            Next(content.Moments, nowUtc),
        ];
        return next.Min();
    }

    private static DateTime Next(DateTime[] moments, DateTime nowUtc)
    {
        var index = Array.BinarySearch(moments, nowUtc);
        var next = index < 0 ? ~index : index + 1;
        return next < moments.Length ? moments[next] : DateTime.MaxValue;
    }

    // Under a demo clock every page shows the time.
    private static DateTime NextMinute(DateTime nowUtc) => nowUtc.AddTicks(TimeSpan.TicksPerMinute - (nowUtc.Ticks % TimeSpan.TicksPerMinute));
}

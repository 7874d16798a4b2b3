using Cronos;

namespace Shiojiri.CxoLab.Web.Jobs;

/// <summary>When a job runs: a cron expression of five fields (minute, hour, day, month, weekday) in Japan's time, whatever zone the machine is in.</summary>
internal sealed class JobSchedule(string cron)
{
    private static readonly TimeZoneInfo Japan = TimeZoneInfo.CreateCustomTimeZone("Japan", JapanTime.Offset, "Japan", "Japan");

    private readonly CronExpression _times = CronExpression.Parse(cron);

    public static JobSchedule EveryMinute { get; } = new("* * * * *");

    /// <summary>The first time after an instant; both UTC.</summary>
    public DateTime NextAfter(DateTime utc) =>
        _times.GetNextOccurrence(utc, Japan) ?? throw new InvalidOperationException($"{cron} never comes.");
}

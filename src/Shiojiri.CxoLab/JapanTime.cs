namespace Shiojiri.CxoLab;

/// <summary>Days and clock times in Japan (日本時間): a fixed +09:00, without summer time since 1951, whatever zone the machine is in.</summary>
public static class JapanTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    private const string Weekdays = "日月火水木金土";

    /// <summary>The day in Japan at an instant given in UTC.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    /// <summary>The instant in UTC of a clock time in Japan.</summary>
    public static DateTime ToUtc(DateOnly day, TimeOnly time) =>
        DateTime.SpecifyKind(day.ToDateTime(time) - Offset, DateTimeKind.Utc);

    /// <summary>The first instant after a day in Japan, in UTC: a deadline on that day holds until just before it.</summary>
    public static DateTime EndOf(DateOnly day) => ToUtc(day.AddDays(1), TimeOnly.MinValue);

    public static char Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    /// <summary>7月30日(土)</summary>
    public static string MonthDay(DateOnly day) => $"{day.Month}月{day.Day}日({Weekday(day)})";

    /// <summary>2022年7月30日(土)</summary>
    public static string FullDate(DateOnly day) => $"{day.Year}年{MonthDay(day)}";

    /// <summary>2022年6月20日(月) 14:32, of an instant in UTC.</summary>
    public static string Moment(DateTime utc) => $"{FullDate(DayOf(utc))} {Clock(utc)}";

    /// <summary>6/20 14:32, of an instant in UTC.</summary>
    public static string ShortMoment(DateTime utc) => $"{DayOf(utc).Month}/{DayOf(utc).Day} {Clock(utc)}";

    /// <summary>14:32, of an instant in UTC.</summary>
    public static string Clock(DateTime utc) => (utc + Offset).ToString("HH\\:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>20:30〜21:30</summary>
    public static string Hours(TimeOnly from, TimeOnly until) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{from:HH\\:mm}〜{until:HH\\:mm}");
}

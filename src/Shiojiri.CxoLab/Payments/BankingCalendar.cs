namespace Shiojiri.CxoLab.Payments;

/// <summary>The days on which banks in Japan work (銀行営業日).</summary>
public static class BankingCalendar
{
    /// <summary>Not on weekends, national holidays and from 12/31 to 1/3 (銀行法15条, 銀行法施行令5条).</summary>
    public static bool IsBankingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !(day is { Month: 12, Day: 31 } or { Month: 1, Day: <= 3 })
        && !NationalHolidays.IsHoliday(day);
}

namespace Shiojiri.CxoLab.Payments;

/// <summary>
/// The national holidays of Japan (国民の祝日に関する法律, as it has stood since 2020, with the moves of 2020 and 2021 by the
/// Olympics act). Right for the years 2020 to 2099; the equinoxes beyond the next year are the observatory's forecast formula.
/// </summary>
public static class NationalHolidays
{
    /// <summary>A named holiday, a substitute (振替休日, 3条2項) or a day between two holidays (3条3項).</summary>
    public static bool IsHoliday(DateOnly day) =>
        IsNamed(day) || IsSubstitute(day) || (IsNamed(day.AddDays(-1)) && IsNamed(day.AddDays(1)) && day.DayOfWeek != DayOfWeek.Sunday);

    // A holiday on a Sunday is made up for on the next day that is none.
    private static bool IsSubstitute(DateOnly day)
    {
        for (var before = day.AddDays(-1); IsNamed(before); before = before.AddDays(-1))
        {
            if (before.DayOfWeek == DayOfWeek.Sunday)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (2, 11) or (2, 23) or (4, 29) or (5, 3) or (5, 4) or (5, 5) or (11, 3) or (11, 23) => true,
        (1, _) => IsMonday(day, 2),
        (3, _) => day.Day == Equinox(20.8431, day.Year),
        (7, _) => day.Year switch
        {
            2020 => day.Day is 23 or 24,
            2021 => day.Day is 22 or 23,
            _ => IsMonday(day, 3),
        },
        (8, _) => day.Day == day.Year switch { 2020 => 10, 2021 => 8, _ => 11 },
        (9, _) => IsMonday(day, 3) || day.Day == Equinox(23.2488, day.Year),
        (10, _) => day.Year is not (2020 or 2021) && IsMonday(day, 2),
        _ => false,
    };

    private static bool IsMonday(DateOnly day, int nth) =>
        day.DayOfWeek == DayOfWeek.Monday && (day.Day - 1) / 7 + 1 == nth;

    // The usual approximation (valid 1980 to 2099) of the days that the National Astronomical Observatory announces.
    private static int Equinox(double in1980, int year) =>
        (int)(in1980 + 0.242194 * (year - 1980)) - (year - 1980) / 4;
}

namespace Shiojiri.CxoLab.Payments;

/// <summary>The day by which the fee is to be paid (お支払い期限).</summary>
public static class DueDate
{
    /// <summary>Stands in place of the day while the fee is not asked.</summary>
    public const string NotYet = "あらためてご案内します";

    /// <summary>
    /// So many days after the day of receipt in Japan, moved on to the next day on which banks work
    /// (民法142条: a period that ends on a holiday ends on the day after it).
    /// </summary>
    /// <param name="receivedUtc">The instant of receipt, UTC.</param>
    /// <param name="days">1 or more.</param>
    public static DateOnly After(DateTime receivedUtc, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);

        var due = JapanTime.DayOf(receivedUtc).AddDays(days);
        while (!BankingCalendar.IsBankingDay(due))
        {
            due = due.AddDays(1);
        }

        return due;
    }
}

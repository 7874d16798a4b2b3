using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Tests.Payments;

public sealed class BankingCalendarTests
{
    // As published by the Cabinet Office (内閣府「国民の祝日について」).
    private static readonly Dictionary<int, string> Published = new()
    {
        [2019 + 1] = "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23",
        [2021] = "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23",
        [2022] = "1/1 1/10 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/23 10/10 11/3 11/23",
        [2023] = "1/1 1/2 1/9 2/11 2/23 3/21 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/23 10/9 11/3 11/23",
        [2024] = "1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 11/23",
        [2025] = "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23 11/24",
        [2026] = "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23",
        [2027] = "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23",
    };

    public static TheoryData<int> Years => [.. Published.Keys];

    [Theory]
    [MemberData(nameof(Years))]
    public void The_holidays_of_a_year_are_those_published(int year)
    {
        var days = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(d => d.Year == year);

        Assert.Equal(Published[year], string.Join(' ', days.Where(NationalHolidays.IsHoliday).Select(d => $"{d.Month}/{d.Day}")));
    }

    [Theory]
    [InlineData("2022-06-10", "2022-06-17")]
    [InlineData("2022-06-11", "2022-06-20")]
    [InlineData("2022-07-11", "2022-07-19")]
    [InlineData("2022-12-24", "2023-01-04")]
    [InlineData("2023-12-24", "2024-01-04")]
    [InlineData("2026-09-14", "2026-09-24")]
    [InlineData("2022-04-26", "2022-05-06")]
    public void Seven_days_later_moves_on_to_a_day_on_which_banks_work(string received, string due) =>
        Assert.Equal(DateOnly.Parse(due), DueDate.After(JapanTime.ToUtc(DateOnly.Parse(received), new(12, 0)), 7));

    [Fact]
    public void The_day_of_receipt_is_the_day_in_Japan() =>
        Assert.Equal(new DateOnly(2022, 6, 20), DueDate.After(new(2022, 6, 10, 15, 0, 0, DateTimeKind.Utc), 7));

    [Fact]
    public void No_days_at_all_is_an_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DueDate.After(DateTime.UnixEpoch, 0));
}

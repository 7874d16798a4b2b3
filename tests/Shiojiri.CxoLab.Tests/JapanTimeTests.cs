namespace Shiojiri.CxoLab.Tests;

public sealed class JapanTimeTests
{
    [Theory]
    [InlineData("2022-07-30T14:59:59Z", "2022-07-30")]
    [InlineData("2022-07-30T15:00:00Z", "2022-07-31")]
    [InlineData("2022-12-31T15:00:00Z", "2023-01-01")]
    public void The_day_turns_at_15_00_UTC(string utc, string day) =>
        Assert.Equal(DateOnly.Parse(day), JapanTime.DayOf(DateTimeOffset.Parse(utc).UtcDateTime));

    [Fact]
    public void The_first_of_August_2022_is_a_Monday() =>
        Assert.Equal("8月1日(月)", JapanTime.MonthDay(new(2022, 8, 1)));

    [Fact]
    public void A_full_date_names_year_and_weekday() =>
        Assert.Equal("2022年7月30日(土)", JapanTime.FullDate(new(2022, 7, 30)));

    [Fact]
    public void A_clock_time_in_Japan_is_nine_hours_ahead_of_UTC()
    {
        var utc = JapanTime.ToUtc(new(2022, 6, 10), new(9, 0));

        Assert.Equal((new DateTime(2022, 6, 10, 0, 0, 0), DateTimeKind.Utc), (utc, utc.Kind));
    }
}

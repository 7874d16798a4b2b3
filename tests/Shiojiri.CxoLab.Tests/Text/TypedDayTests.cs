using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Tests.Text;

public sealed class TypedDayTests
{
    private static readonly DateOnly Today = new(2022, 6, 10);

    [Theory]
    [InlineData("2022-06-09")]
    [InlineData("2022/6/9")]
    [InlineData("2022.6.9")]
    [InlineData("２０２２－６－９")]
    [InlineData("2022年6月9日")]
    [InlineData("２０２２年　６月 ９日（木）")]
    [InlineData("2022年6月9日(木曜日)")]
    [InlineData("令和4年6月9日")]
    [InlineData("令和４年６月９日")]
    [InlineData("㋿4年6月9日")]
    [InlineData("R4.6.9")]
    [InlineData("r4/6/9")]
    [InlineData("20220609")]
    [InlineData("\u202a2022-06-09\u202c")]
    [InlineData("6/9")]
    [InlineData("6月9日")]
    [InlineData("６月９日（木）")]
    public void A_day_is_read_however_it_is_written(string typed) => Assert.Equal(new DateOnly(2022, 6, 9), TypedDay.Parse(typed, Today));

    [Theory]
    [InlineData("令和元年5月1日", "2019-05-01")]
    [InlineData("R元.12.31", "2019-12-31")]
    [InlineData("平成31年4月30日", "2019-04-30")]
    [InlineData("H1.1.8", "1989-01-08")]
    [InlineData("昭和64年1月7日", "1989-01-07")]
    [InlineData("S39.10.10", "1964-10-10")]
    [InlineData("2024-02-29", "2024-02-29")]
    public void Years_of_an_era_are_counted_from_its_first(string typed, string day) => Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), TypedDay.Parse(typed));

    [Theory]
    [InlineData("2022-02-29")]
    [InlineData("2022-06-31")]
    [InlineData("2022-13-01")]
    [InlineData("2022-00-10")]
    [InlineData("1899-12-31")]
    [InlineData("2101-01-01")]
    [InlineData("0022-06-09")]
    [InlineData("22/6/9")]
    [InlineData("令和0年6月9日")]
    [InlineData("平成31年5月1日")]
    [InlineData("令和元年4月30日")]
    [InlineData("昭和元年12月24日")]
    [InlineData("2022-6.9")]
    [InlineData("2022年6月9日(金)")]
    [InlineData("6月")]
    [InlineData("きのう")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_day_is_none(string? typed) => Assert.Null(TypedDay.Parse(typed, Today));

    [Theory]
    [InlineData("12月28日", "2023-01-05", "2022-12-28")]
    [InlineData("1/4", "2022-12-28", "2023-01-04")]
    [InlineData("6/11", "2022-06-10", "2022-06-11")]
    public void A_day_without_a_year_is_the_nearest(string typed, string today, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), TypedDay.Parse(typed, DateOnly.ParseExact(today, "yyyy-MM-dd")));

    [Fact]
    public void Half_a_year_away_nobody_knows_which_year_is_meant()
    {
        Assert.Null(TypedDay.Parse("12/10", Today));
        Assert.Null(TypedDay.Parse("6/9"));
    }
}

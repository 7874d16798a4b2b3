using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Tests.Text;

public sealed class TypedTimeTests
{
    [Theory]
    [InlineData("20:30", 20, 30)]
    [InlineData(" ２０：３０ ", 20, 30)]
    [InlineData("9:00", 9, 0)]
    [InlineData("2030", 20, 30)]
    [InlineData("20時30分", 20, 30)]
    [InlineData("20時半", 20, 30)]
    [InlineData("20時", 20, 0)]
    [InlineData("午後8時30分", 20, 30)]
    [InlineData("午前9:05", 9, 5)]
    [InlineData("午後0時", 12, 0)]
    [InlineData("0:00", 0, 0)]
    public void A_time_is_read_however_people_write_it(string typed, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), TypedTime.Parse(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("20:60")]
    [InlineData("午後12時")]
    [InlineData("午後13時")]
    [InlineData("よる")]
    [InlineData("830")]
    public void What_is_no_time_of_a_day_is_none(string? typed) => Assert.Null(TypedTime.Parse(typed));
}

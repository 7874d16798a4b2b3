using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Tests.Text;

public sealed class TypedYenTests
{
    [Theory]
    [InlineData("20000", 20000)]
    [InlineData("20,000", 20000)]
    [InlineData("20,000円", 20000)]
    [InlineData("￥20,000", 20000)]
    [InlineData("\u00a520,000", 20000)]
    [InlineData("\\20000", 20000)]
    [InlineData("２０，０００円", 20000)]
    [InlineData("２０、０００", 20000)]
    [InlineData(" ￥ 20,000 ", 20000)]
    [InlineData("\u202a20,000\u202c", 20000)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1234", 1234)]
    [InlineData("000000020000", 20000)]
    [InlineData("0", 0)]
    public void An_amount_is_read_however_it_is_written(string typed, int yen) => Assert.Equal(yen, TypedYen.Parse(typed));

    [Theory]
    [InlineData("20,00")]
    [InlineData("1,23")]
    [InlineData("2,0000")]
    [InlineData("20,,000")]
    [InlineData("1234,567")]
    [InlineData(",200")]
    [InlineData("20,000,")]
    [InlineData("20.000")]
    [InlineData("-20000")]
    [InlineData("二万")]
    [InlineData("2万円")]
    [InlineData("99999999999")]
    [InlineData("")]
    [InlineData(null)]
    public void What_leaves_a_doubt_is_no_amount(string? typed) => Assert.Null(TypedYen.Parse(typed));
}

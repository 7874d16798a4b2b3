using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Tests.Text;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("090-1234-5678", "09012345678")]
    [InlineData("０９０－１２３４－５６７８", "09012345678")]
    [InlineData("090ー1234ー5678", "09012345678")]
    [InlineData("090−1234−5678", "09012345678")]
    [InlineData("(0263) 52 0280", "0263520280")]
    [InlineData("０２６３‐５２‐０２８０", "0263520280")]
    [InlineData("+81 90 1234 5678", "+819012345678")]
    [InlineData("＋８１９０１２３４５６７８", "+819012345678")]
    public void Numbers_are_folded_not_refused(string typed, string number) => Assert.Equal(number, PhoneNumber.Parse(typed));

    [Theory]
    [InlineData("1234")]
    [InlineData("0901234567890")]
    [InlineData("電話なし")]
    [InlineData("090-1234-5678 内線12")]
    [InlineData("９０１２３４５６７８９")]
    [InlineData("")]
    public void What_is_no_number_is_none(string typed) => Assert.Null(PhoneNumber.Parse(typed));
}

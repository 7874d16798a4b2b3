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
    [InlineData("\u202a090-1234-5678\u202c", "09012345678")]
    [InlineData("\u2066070\u20111234\u20115678\u2069", "07012345678")]
    [InlineData("090\u200b1234\u200b5678", "09012345678")]
    [InlineData("+81 (0)90-1234-5678", "+819012345678")]
    [InlineData("+81 090-1234-5678", "+819012345678")]
    [InlineData("+81（０）263-52-0280", "+81263520280")]
    [InlineData("(+81) 263 52 0280", "+81263520280")]
    [InlineData("+44 (0)20 7946 0018", "+442079460018")]
    [InlineData("tel:+81-3-1234-5678", "+81312345678")]
    [InlineData("0120-123-456", "0120123456")]
    [InlineData("0800-123-4567", "08001234567")]
    [InlineData("050-1234-5678", "05012345678")]
    [InlineData("03/1234/5678", "0312345678")]
    public void Numbers_are_folded_not_refused(string typed, string number) => Assert.Equal(number, PhoneNumber.Parse(typed));

    [Theory]
    [InlineData("1234")]
    [InlineData("0901234567890")]
    [InlineData("電話なし")]
    [InlineData("090-1234-5678 内線12")]
    [InlineData("９０１２３４５６７８９")]
    [InlineData("")]
    public void What_is_no_number_is_none(string typed) => Assert.Null(PhoneNumber.Parse(typed));

    [Theory]
    [InlineData("090-1234-567", PhoneFault.TooShort)]
    [InlineData("050-1234-567", PhoneFault.TooShort)]
    [InlineData("070 1234 567", PhoneFault.TooShort)]
    [InlineData("0800-123-456", PhoneFault.TooShort)]
    [InlineData("0263-52-028", PhoneFault.TooShort)]
    [InlineData("+81 90 1234 567", PhoneFault.TooShort)]
    [InlineData("+1 234", PhoneFault.TooShort)]
    [InlineData("0263-52-02800", PhoneFault.TooLong)]
    [InlineData("0120-1234-567", PhoneFault.TooLong)]
    [InlineData("090-1234-56789", PhoneFault.TooLong)]
    [InlineData("+81 3 1234 56789", PhoneFault.TooLong)]
    [InlineData("+12345678901234567", PhoneFault.TooLong)]
    [InlineData("9012345678", PhoneFault.NotANumber)]
    [InlineData("090+1234-5678", PhoneFault.NotANumber)]
    public void What_is_wrong_with_a_number_is_named(string typed, PhoneFault fault) => Assert.Equal(fault, PhoneNumber.TryParse(typed, out _));
}

using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Tests.Staff;

public sealed class TotpTests
{
    // RFC 6238, appendix B: the key is "12345678901234567890"; of its eight digits the last six.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var secret = Totp.Base32("12345678901234567890"u8);

        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", secret);
        Assert.Equal(code, Totp.Code(secret, Totp.StepAt(DateTime.UnixEpoch.AddSeconds(seconds))));
    }

    [Theory]
    [InlineData("287082", true)]
    [InlineData("287 082", true)]
    [InlineData("２８７０８２", true)]
    [InlineData("2870820", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Blanks_and_wide_digits_do_not_matter(string? typed, bool isGood) =>
        Assert.Equal(isGood, Totp.StepOf("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", typed, DateTime.UnixEpoch.AddSeconds(59)) is not null);
}

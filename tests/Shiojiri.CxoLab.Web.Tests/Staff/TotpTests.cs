using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Tests.Staff;

public sealed class TotpTests
{
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    // RFC 6238, appendix B: the key is "12345678901234567890"; of its eight digits the last six.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(seconds / 30, Totp.StepOf(Secret, code, DateTime.UnixEpoch.AddSeconds(seconds)));

    // The code belongs to step 1 (seconds 30 to 59), whenever it is typed: that is what keeps it from being used twice.
    [Theory]
    [InlineData(0, 1L)]
    [InlineData(29, 1L)]
    [InlineData(30, 1L)]
    [InlineData(59, 1L)]
    [InlineData(60, 1L)]
    [InlineData(89, 1L)]
    [InlineData(90, null)]
    public void A_code_is_known_in_its_step_and_the_ones_beside_it(int seconds, long? step) =>
        Assert.Equal(step, Totp.StepOf(Secret, "287082", DateTime.UnixEpoch.AddSeconds(seconds)));

    [Theory]
    [InlineData("287082", true)]
    [InlineData("287 082", true)]
    [InlineData("２８７　０８２", true)]
    [InlineData("2870820", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Blanks_and_wide_digits_do_not_matter(string? typed, bool isGood) =>
        Assert.Equal(isGood, Totp.StepOf(Secret, typed, DateTime.UnixEpoch.AddSeconds(59)) is not null);

    [Fact]
    public void A_secret_has_160_bits_and_is_drawn_anew()
    {
        var secrets = Enumerable.Range(0, 100).Select(_ => Totp.DrawSecret()).ToList();

        Assert.All(secrets, secret => Assert.Matches("^[A-Z2-7]{32}$", secret));
        Assert.Equal(100, secrets.Distinct().Count());
    }

    [Fact]
    public void The_address_names_the_site_and_the_account() => Assert.Equal(
        "otpauth://totp/%E5%A1%A9%E5%B0%BBCxO%20Lab:hanako%40example.jp?secret=" + Secret + "&issuer=%E5%A1%A9%E5%B0%BBCxO%20Lab&algorithm=SHA1&digits=6&period=30",
        Totp.Address(Secret, "hanako@example.jp", "塩尻CxO Lab"));
}

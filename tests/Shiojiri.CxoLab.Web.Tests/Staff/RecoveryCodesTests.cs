using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Tests.Staff;

public sealed class RecoveryCodesTests
{
    [Fact]
    public void Ten_codes_of_80_bits_are_drawn_and_none_is_kept_readable()
    {
        var (codes, kept) = RecoveryCodes.Draw();

        Assert.Equal((10, 10), (codes.Distinct().Count(), RecoveryCodes.Left(kept)));
        Assert.All(codes, code => Assert.Matches("^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$", code));
        Assert.All(codes, code => Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), kept, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_works_once_in_whatever_order_and_however_it_is_typed()
    {
        var (codes, kept) = RecoveryCodes.Draw();

        var left = codes.Reverse().Aggregate(kept, (rest, code) =>
        {
            var next = RecoveryCodes.Without(rest, $" {code.ToLowerInvariant().Replace('-', '　')}")!;
            Assert.Null(RecoveryCodes.Without(next, code));
            return next;
        });

        Assert.Equal(0, RecoveryCodes.Left(left));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA-AAAA-AAAA-AAAA")]
    [InlineData("hmac")]
    public void Anything_else_is_no_code(string? typed) => Assert.Null(RecoveryCodes.Without(RecoveryCodes.Draw().Kept, typed));

    // Two codes, kept as they were before: PBKDF2 with SHA-512 and 210,000 rounds, salt 0 to 15.
    [Fact]
    public void Codes_kept_under_the_slow_hash_of_before_still_work_once()
    {
        const string Kept = "AAECAwQFBgcICQoLDA0ODw==.oWhkmksZOV7dkPj59I1rCQ==,7nCr4DQg+c6rHN4A2vastA==";

        var rest = RecoveryCodes.Without(Kept, "ABCDE-FGH23");

        Assert.Equal("AAECAwQFBgcICQoLDA0ODw==.7nCr4DQg+c6rHN4A2vastA==", rest);
        Assert.Equal((2, 1), (RecoveryCodes.Left(Kept), RecoveryCodes.Left(rest)));
        Assert.Null(RecoveryCodes.Without(rest!, "ABCDE-FGH23"));
    }
}

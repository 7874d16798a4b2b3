using Shiojiri.CxoLab.Applications;

namespace Shiojiri.CxoLab.Tests.Applications;

public sealed class ApplicationNumberTests
{
    private static readonly Random Random = new(20220610);

    [Fact]
    public void A_number_has_ten_digits_and_begins_with_its_cohort()
    {
        var number = ApplicationNumber.Draw(3);

        Assert.Matches("^03[0-9]{8}$", number);
        Assert.True(ApplicationNumber.IsValid(number));
    }

    [Fact]
    public void Every_serial_has_a_number_of_its_own() =>
        Assert.Equal(1_000_000, Enumerable.Range(0, 1_000_000).Select(n => ApplicationNumber.Compose(3, n)).Distinct().Count());

    [Fact]
    public void No_single_wrong_digit_gives_another_valid_number() =>
        Assert.DoesNotContain(Numbers(2_000).SelectMany(WithOneDigitWrong), ApplicationNumber.IsValid);

    [Fact]
    public void No_swap_of_neighbours_gives_another_valid_number() =>
        Assert.DoesNotContain(Numbers(10_000).SelectMany(WithNeighboursSwapped), ApplicationNumber.IsValid);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("031234567")]
    [InlineData("０３１２３４５６７８")]
    [InlineData("03123456789")]
    public void What_is_not_ten_digits_is_no_number(string? text) => Assert.False(ApplicationNumber.IsValid(text));

    [Fact]
    public void Numbers_are_read_in_groups() => Assert.Equal("0312-345-678", ApplicationNumber.Grouped("0312345678"));

    [Fact]
    public void Keys_are_22_characters_for_an_address()
    {
        var key = RandomToken.Draw();

        Assert.True(RandomToken.IsWellFormed(key));
        Assert.False(RandomToken.IsWellFormed(key[1..]));
        Assert.False(RandomToken.IsWellFormed("../../../../etc/passwd"));
    }

    private static IEnumerable<string> Numbers(int count) =>
        Enumerable.Range(0, count).Select(_ => ApplicationNumber.Compose(Random.Next(1, 100), Random.Next(10_000_000)));

    private static IEnumerable<string> WithOneDigitWrong(string number) =>
        from i in Enumerable.Range(0, number.Length)
        from digit in "0123456789"
        where digit != number[i]
        select $"{number[..i]}{digit}{number[(i + 1)..]}";

    private static IEnumerable<string> WithNeighboursSwapped(string number) =>
        from i in Enumerable.Range(0, number.Length - 1)
        where number[i] != number[i + 1]
        select $"{number[..i]}{number[i + 1]}{number[i]}{number[(i + 2)..]}";
}

namespace Shiojiri.CxoLab.Tests;

public sealed class YenTests
{
    [Fact]
    public void A_price_is_shown_with_tax_included() => Assert.Equal("20,000円（税込）", new Yen(20_000).WithTax);
}

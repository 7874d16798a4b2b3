using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Tests.Text;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("taro@example.jp", "taro@example.jp")]
    [InlineData("  taro@example.jp\u3000", "taro@example.jp")]
    [InlineData("ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ", "hanako@example.jp")]
    [InlineData("taro @ example.jp", "taro@example.jp")]
    [InlineData("taro@example。jp", "taro@example.jp")]
    [InlineData("a.b+c-d_e/f=g@sub.example.co.jp", "a.b+c-d_e/f=g@sub.example.co.jp")]
    [InlineData("O'Neil@example.com", "O'Neil@example.com")]
    [InlineData("taro..x@docomo.ne.jp", "taro..x@docomo.ne.jp")]
    [InlineData("taro.@ezweb.ne.jp", "taro.@ezweb.ne.jp")]
    [InlineData("taro@日本語.jp", "taro@xn--wgv71a119e.jp")]
    [InlineData("taro@example.jp\r\n", "taro@example.jp")]
    public void Addresses_are_folded(string typed, string address)
    {
        Assert.Null(EmailAddress.TryParse(typed, out var parsed));
        Assert.Equal(address, parsed);
    }

    [Theory]
    [InlineData("", EmailFault.Empty)]
    [InlineData("taro.example.jp", EmailFault.NoAtSign)]
    [InlineData("taro@example.jp, hanako@example.jp", EmailFault.SeveralAddresses)]
    [InlineData("taro@example.jp;hanako@example.jp", EmailFault.SeveralAddresses)]
    [InlineData("taro@example.jp hanako@example.jp", EmailFault.SeveralAddresses)]
    [InlineData("塩尻 <taro@example.jp>", EmailFault.SeveralAddresses)]
    [InlineData("太郎@example.jp", EmailFault.NotAscii)]
    [InlineData("@example.jp", EmailFault.BadLocalPart)]
    [InlineData(".taro@example.jp", EmailFault.BadLocalPart)]
    [InlineData("\"ta ro\"@example.jp", EmailFault.BadLocalPart)]
    [InlineData("taro\r\nBcc:x@example.jp", EmailFault.BadLocalPart)]
    [InlineData("taro@[127.0.0.1]", EmailFault.BadDomain)]
    [InlineData("taro@127.0.0.1", EmailFault.BadDomain)]
    [InlineData("taro@localhost", EmailFault.BadDomain)]
    [InlineData("taro@example..jp", EmailFault.BadDomain)]
    [InlineData("taro@-example.jp", EmailFault.BadDomain)]
    [InlineData("taro@example.jp.", EmailFault.BadDomain)]
    [InlineData("taro@exa\0mple.jp", EmailFault.BadDomain)]
    public void What_is_no_single_address_is_named(string typed, EmailFault fault) =>
        Assert.Equal(fault, EmailAddress.TryParse(typed, out _));

    [Theory]
    [InlineData("taro@gmail.co", "taro@gmail.com")]
    [InlineData("taro@docomo.co.jp", "taro@docomo.ne.jp")]
    [InlineData("taro@gmail.com", null)]
    [InlineData("taro@example.jp", null)]
    public void A_likely_slip_gives_a_question(string typed, string? meant) => Assert.Equal(meant, EmailAddress.LikelyMeant(typed));
}

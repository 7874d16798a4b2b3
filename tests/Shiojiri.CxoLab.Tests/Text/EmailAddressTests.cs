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
    [InlineData("mailto:taro@example.jp", "taro@example.jp")]
    [InlineData("taro@サーバー.jp", "taro@xn--vckucxgb.jp")]
    public void Addresses_are_folded(string typed, string address)
    {
        Assert.Null(EmailAddress.TryParse(typed, out var parsed));
        Assert.Equal(address, parsed);
    }

    [Theory]
    [InlineData("", EmailFault.Empty)]
    [InlineData("taro.example.jp", EmailFault.NoAtSign)]
    [InlineData("taro@example.jp, hanako@example.jp", EmailFault.SeveralAddresses)]
    [InlineData("taro@example,jp", EmailFault.CommaForDot)]
    [InlineData("hanako@gmail,com", EmailFault.CommaForDot)]
    [InlineData("hanako@example、co.jp", EmailFault.CommaForDot)]
    [InlineData("hana,ko@example.jp", EmailFault.CommaForDot)]
    [InlineData("taro@example・co.jp", EmailFault.BadDomain)]
    [InlineData("taro@exam★ple.jp", EmailFault.BadDomain)]
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
    [InlineData("\u202ahanako@example.jp\u202c")]
    [InlineData("\u2066hanako@example.jp\u2069")]
    [InlineData("hana\u200bko@exam\u00adple.jp")]
    [InlineData("\ufeffhanako@example.jp\u200e")]
    public void Marks_that_nobody_sees_are_dropped_from_an_address(string typed)
    {
        Assert.Null(EmailAddress.TryParse(typed, out var address));
        Assert.Equal("hanako@example.jp", address);
    }

    [Theory]
    [InlineData("hanako@my\u2010company.example.jp", "hanako@my-company.example.jp")]
    [InlineData("hanako@myーcompany.example.jp", "hanako@my-company.example.jp")]
    [InlineData("hanako@ｍｙ－ｃｏｍｐａｎｙ.example.jp", "hanako@my-company.example.jp")]
    [InlineData("hanako@my–company.example.jp", "hanako@my-company.example.jp")]
    [InlineData("hanako@my−company.example.jp", "hanako@my-company.example.jp")]
    [InlineData("hanaーko@so‐net.example.jp", "hana-ko@so-net.example.jp")]
    public void Whatever_looks_like_a_hyphen_becomes_one(string typed, string address)
    {
        Assert.Null(EmailAddress.TryParse(typed, out var parsed));
        Assert.Equal(address, parsed);
    }

    [Theory]
    [InlineData("taro@gmail.co", "taro@gmail.com")]
    [InlineData("taro@gmail.con", "taro@gmail.com")]
    [InlineData("hanako@icloud.con", "hanako@icloud.com")]
    [InlineData("hanako@gmail.cm", "hanako@gmail.com")]
    [InlineData("hanako@gmali.com", "hanako@gmail.com")]
    [InlineData("hanako@gmial.con", "hanako@gmail.com")]
    [InlineData("hanako@Yaho.co.jp", "hanako@yahoo.co.jp")]
    [InlineData("hanako@yahoo.co.jo", "hanako@yahoo.co.jp")]
    [InlineData("hanako@hotmial.com", "hanako@hotmail.com")]
    [InlineData("hanako@outlok.jp", "hanako@outlook.jp")]
    [InlineData("hanako@docomo.nr.jp", "hanako@docomo.ne.jp")]
    [InlineData("hanako@ezewb.ne.jp", "hanako@ezweb.ne.jp")]
    [InlineData("hanako@shop.con", "hanako@shop.com")]
    [InlineData("taro@docomo.co.jp", "taro@docomo.ne.jp")]
    [InlineData("taro@gmail.com", null)]
    [InlineData("taro@ymail.com", null)]
    [InlineData("taro@mail.com", null)]
    [InlineData("taro@yahoo.co.uk", null)]
    [InlineData("taro@hotmail.co.jp", null)]
    [InlineData("taro@me.com", null)]
    [InlineData("taro@he.com", null)]
    [InlineData("taro@bcn.ne.jp", null)]
    [InlineData("taro@example.jp", null)]
    public void A_likely_slip_gives_a_question(string typed, string? meant) => Assert.Equal(meant, EmailAddress.LikelyMeant(typed));
}

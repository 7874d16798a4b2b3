using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Tests.Text;

public sealed class SearchKeyTests
{
    private static readonly string Stored = SearchKey.Of("山田 髙子", "ヤマダ タカコ", "Yamada.T+lab@Example.jp", "0312345678", "090-1234-5678", "長野県");

    [Theory]
    [InlineData("ヤマダ")]
    [InlineData("やまだ")]
    [InlineData("ﾔﾏﾀﾞ")]
    [InlineData("山田")]
    [InlineData("山田高子")]
    [InlineData("髙子")]
    [InlineData("山田　髙子")]
    [InlineData("やまだ たか")]
    [InlineData("ＹＡＭＡＤＡ．Ｔ")]
    [InlineData("t+lab@ex")]
    [InlineData("0312-345-678")]
    [InlineData("２３４５６")]
    [InlineData("09012345678")]
    [InlineData("長野")]
    public void It_is_found_however_it_is_typed(string typed) =>
        Assert.All(SearchKey.Terms(typed), term => Assert.Contains(term, Stored, StringComparison.Ordinal));

    [Theory]
    [InlineData("田中")]
    [InlineData("やまだ はなこ")]
    [InlineData("タカコyamada")]
    public void What_is_not_there_is_not_found(string typed) =>
        Assert.Contains(SearchKey.Terms(typed), term => !Stored.Contains(term, StringComparison.Ordinal));

    [Theory]
    [InlineData("神\uFA19", "神")]
    [InlineData("葛\U000E0100", "葛")]
    [InlineData("𠮷野", "吉野")]
    [InlineData("渡邉", "渡辺")]
    public void Variants_are_found_by_the_usual_ideograph(string name, string typed) =>
        Assert.Contains(SearchKey.Terms(typed).Single(), SearchKey.Of(name), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("　 -")]
    [InlineData(null)]
    public void Nothing_typed_is_nothing_asked(string? typed) => Assert.Empty(SearchKey.Terms(typed));
}

using Shiojiri.CxoLab.Web.Spreadsheets;

namespace Shiojiri.CxoLab.Web.Tests.Spreadsheets;

public sealed class InertCellTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+81-90-1234-5678")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\rabc")]
    [InlineData("\nabc")]
    [InlineData("＝1+1")]
    [InlineData("＋81")]
    [InlineData("－1")]
    [InlineData("＠SUM(A1)")]
    [InlineData(" =1")]
    [InlineData("\u3000\u3000＝1")]
    [InlineData("\u00a0@x")]
    [InlineData("\u200b=1")]
    [InlineData("\ufeff=1")]
    [InlineData("\0=1")]
    [InlineData("=")]
    public void A_formula_is_inert_and_whole(string text) => Assert.Equal("'" + text, InertCell.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0312345678")]
    [InlineData("090-1234-5678")]
    [InlineData("1+1=2")]
    [InlineData("a@example.jp")]
    [InlineData("'=1")]
    [InlineData("\"=1\"")]
    [InlineData("\u3000髙﨑")]
    [InlineData("𠮷野家=牛丼")]
    [InlineData("👨‍👩‍👧‍👦")]
    public void Any_other_text_stays_as_it_is(string text) => Assert.Equal(text, InertCell.Of(text));
}

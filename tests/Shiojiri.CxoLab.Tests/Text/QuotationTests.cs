using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Tests.Text;

public sealed class QuotationTests
{
    [Theory]
    [InlineData("オリエンテーション", "「オリエンテーション」")]
    [InlineData("「仕様書」作成研修", "「『仕様書』作成研修」")]
    [InlineData("", "「」")]
    public void Brackets_within_brackets_are_double(string words, string quoted) => Assert.Equal(quoted, Quotation.Of(words));
}

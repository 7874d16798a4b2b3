using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Tests.Text;

public sealed class KanaSortKeyTests
{
    [Theory]
    [InlineData("カモ イチ", "ガモウ ジロウ", "カワイ タロウ")]
    [InlineData("カワ タロウ", "カワイ アイ")]
    [InlineData("ハンダ", "バンダ", "パンダ", "ハンドウ")]
    [InlineData("オオノ", "オーノ", "オオバ")]
    [InlineData("シオジリ ハナコ", "シオジリ ハナゴ", "シオタ アイ")]
    [InlineData("キャマ", "キヤマ", "キユウ")]
    [InlineData("アンドウ", "イトウ", "ウエダ", "ヴェルヌ", "エンドウ")]
    public void Readings_stand_as_in_a_Japanese_list(params string[] inOrder) =>
        Assert.Equal(inOrder, inOrder.Reverse().OrderBy(KanaSortKey.Of, StringComparer.Ordinal));

    [Fact]
    public void The_key_never_outgrows_its_column() => Assert.True(KanaSortKey.Of(new string('カ', 500)).Length <= KanaSortKey.Limit);
}

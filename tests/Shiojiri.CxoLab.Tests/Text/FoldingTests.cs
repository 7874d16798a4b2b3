using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Tests.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("髙橋 﨑子")]
    [InlineData("𠮷田 太郎")]
    [InlineData("\ufa19谷 \ufa1b子 \uf9dc")]
    [InlineData("葛󠄀城 花子")]
    [InlineData("𠀋 一郎")]
    [InlineData("O'Neil")]
    [InlineData("Nguyễn Thị Hương")]
    [InlineData("김민준")]
    [InlineData("محمد")]
    [InlineData("ﾔﾏﾀﾞ ﾊﾅｺ")]
    [InlineData("ジョン・スミス")]
    public void A_real_name_is_never_altered(string name)
    {
        Assert.Equal(name, Folding.Line($" 　{name}\u200b\n"));
        Assert.Null(TextCheck.OfLine(name));
    }

    [Theory]
    [InlineData("⼈⽉⻑", "人月長")]
    [InlineData("⼭⽥ ⼀郎", "山田 一郎")]
    [InlineData("か\u3099き\u3099", "がぎ")]
    [InlineData("ハ\u309a", "パ")]
    public void What_a_PDF_or_a_file_name_broke_is_mended(string broken, string mended) => Assert.Equal(mended, Folding.Line(broken));

    [Theory]
    [InlineData("しおじり　たろう", "シオジリ タロウ")]
    [InlineData("ｼｵｼﾞﾘ ﾀﾛｳ", "シオジリ タロウ")]
    [InlineData(" シオジリ  タロウ ", "シオジリ タロウ")]
    [InlineData("シオシ\u3099リ タロウ", "シオジリ タロウ")]
    [InlineData("ジョ－ジ", "ジョージ")]
    [InlineData("ジョ−ジ・スミス", "ジョージ・スミス")]
    [InlineData("ｼﾞｮｰｼﾞ･ｽﾐｽ", "ジョージ・スミス")]
    [InlineData("ゔぃくとりあ", "ヴィクトリア")]
    public void A_reading_becomes_full_width_katakana(string typed, string katakana)
    {
        Assert.Equal(katakana, Folding.Katakana(typed));
        Assert.True(KanaName.IsKatakana(katakana));
    }

    [Theory]
    [InlineData("𠮷", 1)]
    [InlineData("👨‍👩‍👧‍👦", 1)]
    [InlineData("葛󠄀", 1)]
    [InlineData("がぎ", 2)]
    [InlineData("a\nb", 3)]
    public void Characters_are_counted_as_a_reader_counts(string text, int length) => Assert.Equal(length, Folding.Length(text));

    [Theory]
    [InlineData("a\0b", TextFault.Control)]
    [InlineData("a\r\nBcc: x", TextFault.Control)]
    [InlineData("a\u007fb", TextFault.Control)]
    [InlineData("a\u0085b", TextFault.Control)]
    [InlineData("a\u2028b", TextFault.Control)]
    [InlineData("a\u202eb", TextFault.Direction)]
    [InlineData("a\u2066b", TextFault.Direction)]
    [InlineData("a\ufffeb", TextFault.Noncharacter)]
    [InlineData("a\ufdd0b", TextFault.Noncharacter)]
    [InlineData("\u2060\u200b", TextFault.Invisible)]
    [InlineData("\u3164\u115f", TextFault.Invisible)]
    public void Unreadable_characters_are_named(string text, TextFault fault) => Assert.Equal(fault, TextCheck.OfLine(text));

    [Fact]
    public void A_lone_surrogate_is_named_and_never_thrown_at()
    {
        var broken = "a" + '\ud842' + "b";

        Assert.Equal(TextFault.IllFormed, TextCheck.OfLine(Folding.Line(broken)));
        Assert.Equal(broken, Folding.Line(broken));
        Assert.Equal(broken, Folding.Katakana(broken));
    }

    [Fact]
    public void Paragraphs_keep_their_lines()
    {
        Assert.Equal("一\n二\n三", Folding.Paragraph("一\r\n二\r三\r\n"));
        Assert.Null(TextCheck.OfParagraph("一\n二"));
    }
}

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
    [InlineData("シオジリ\u200bハナコ", "シオジリハナコ")]
    [InlineData("シオ\u2060ジリ ハナコ\u202c", "シオジリ ハナコ")]
    [InlineData("シオジリ\nハナコ", "シオジリ ハナコ")]
    [InlineData("ジャン＝リュック マルタン", "ジャン＝リュック マルタン")]
    [InlineData("マリ゠アンヌ", "マリ＝アンヌ")]
    [InlineData("じゃん=りゅっく", "ジャン＝リュック")]
    [InlineData("シオシ\u309bリ ハナコ", "シオジリ ハナコ")]
    [InlineData("ハ\u309cク ハナコ", "パク ハナコ")]
    [InlineData("シオシ \u3099リ ハナコ", "シオジリ ハナコ")]
    [InlineData("シオシﾞリ ハナコ", "シオジリ ハナコ")]
    [InlineData("イシㇼ", "イシㇼ")]
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
    [InlineData("塩尻\u202a花子", TextFault.Direction)]
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

    [Theory]
    [InlineData("\u202a塩尻 花子\u202c")]
    [InlineData("\u2067塩尻 花子\u2069")]
    [InlineData("\u200f塩尻 花子\u061c")]
    public void Marks_of_direction_at_the_edges_of_a_name_are_dropped(string copied) => Assert.Equal("塩尻 花子", Folding.Line(copied));

    [Theory]
    [InlineData("一行目\u000b二行目です。")]
    [InlineData("一行目\u2028二行目です。")]
    [InlineData("一行目\u2029二行目です。")]
    [InlineData("一行目\u000c二行目です。")]
    [InlineData("一行目\u0085二行目です。")]
    [InlineData("\u202a一行目\u202c\r\n\u202a二行目です。\u202c")]
    public void Every_kind_of_line_break_shows_two_lines(string pasted)
    {
        var folded = Folding.Paragraph(pasted);

        Assert.Equal("一行目\n二行目です。", folded);
        Assert.Null(TextCheck.OfParagraph(folded));
    }

    [Theory]
    [InlineData("山", '\uff9e', 700)]
    [InlineData("山", '\u0301', 9)]
    [InlineData("ｶ", '\uff9e', 9)]
    [InlineData("a", '\u20dd', 50)]
    [InlineData("山", '\u200d', 30)]
    [InlineData("山", '\ufe0f', 30)]
    [InlineData("\u1100", '\u1161', 30)]
    public void Marks_heaped_on_one_character_are_refused(string first, char mark, int count) =>
        Assert.Equal(TextFault.Stacked, TextCheck.OfParagraph($"{first}{new string(mark, count)}です"));

    [Theory]
    [InlineData("Nguyễn Thị Hương")]
    [InlineData("Nguye\u0302\u0303n")]
    [InlineData("ที่นี่ ก็ น้ำ")]
    [InlineData("בְּרֵאשִׁ֖ית")]
    [InlineData("مُحَمَّدٌ")]
    [InlineData("👨‍👩‍👧‍👦 👩🏻‍❤️‍💋‍👨🏽 🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    [InlineData("ﾔﾏﾀﾞ ﾊﾟﾝ")]
    [InlineData("가나다 한국어")]
    public void What_a_script_asks_for_is_never_too_much(string name) => Assert.Null(TextCheck.OfLine(name));
}

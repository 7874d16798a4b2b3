using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Tests.Staff;

/// <summary>A text that tells of a person is found however it is written, and a word that stands for others too only as the whole of a text.</summary>
public sealed class TellingWordsTests
{
    private static readonly TellingWords Words = new(["見本 三郎", "ミホン サブロウ", "森 学", "saburo@example.jp", "09012345678"], ["面談済み"]);

    [Theory]
    [InlineData("見本三郎さんへ", true)]
    [InlineData("みほん　さぶろうさん", true)]
    [InlineData("ﾐﾎﾝ ｻﾌﾞﾛｳ", true)]
    [InlineData("ＳＡＢＵＲＯ＠example.jp", true)]
    [InlineData("090-1234-5678へお電話", true)]
    [InlineData("０９０１２３４５６７８", true)]
    [InlineData("森 学さん", true)]
    [InlineData("森学園の方", false)]
    [InlineData("面談済み", true)]
    [InlineData("面談済みの人", false)]
    [InlineData("見本のみなさま", false)]
    public void A_text_is_found_as_people_would_look_for_it(string text, bool found) => Assert.Equal(found, Words.AreIn(text));
}

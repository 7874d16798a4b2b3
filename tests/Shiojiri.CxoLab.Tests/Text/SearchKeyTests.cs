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

    [Theory]
    [InlineData("ショウジ ケイコ", "ｼﾖｳｼﾞ ｹｲｺ")]
    [InlineData("ショウジ ケイコ", "シヨウシ\u309b ケイコ")]
    [InlineData("キャップ ジュン", "ｷﾔﾂﾌﾟ ｼﾞﾕﾝ")]
    [InlineData("ナカヅ ヒヂリ", "ナカズ")]
    [InlineData("ナカヅ ヒヂリ", "ひじり")]
    [InlineData("ヴィクトリア", "ビクトリア")]
    [InlineData("ビクトリア", "ゔぃくとりあ")]
    [InlineData("ルヴー", "ルブ")]
    [InlineData("カヲル", "カオル")]
    [InlineData("グローバル", "ｸﾞﾛ-ﾊﾞﾙ")]
    [InlineData("オーノ", "オオノ")]
    [InlineData("オオノ", "オーノ")]
    [InlineData("コーチ", "コウチ")]
    [InlineData("コウチ", "コーチ")]
    [InlineData("イノウエ", "ウエ")]
    [InlineData("ジャン＝リュック", "ジャンリュック")]
    public void A_reading_is_found_in_each_way_of_writing_it(string kana, string typed) =>
        Assert.All(SearchKey.Terms(typed), term => Assert.Contains(term, SearchKey.OfPerson("名", kana, null), StringComparison.Ordinal));

    [Theory]
    [InlineData("+819011112222", "090-1111-2222")]
    [InlineData("+819011112222", "０９０ー１１１１ー２２２２")]
    [InlineData("09011112222", "+81 90 1111 2222")]
    [InlineData("09011112222", "+81(0)90-1111-2222")]
    [InlineData("0263520280", "+81 263 52 0280")]
    [InlineData("+442079460018", "+44 20 7946 0018")]
    public void A_number_is_found_from_inside_and_outside_the_country(string stored, string typed) =>
        Assert.All(SearchKey.Terms(typed), term => Assert.Contains(term, SearchKey.OfPerson("名", "カナ", stored), StringComparison.Ordinal));

    [Theory]
    [InlineData("塩尻\u200b花子", "塩尻花子")]
    [InlineData("塩尻花子", "塩\u200d尻\u2060花子")]
    [InlineData("栁 一", "柳")]
    [InlineData("三ケ島 二", "三ヶ島")]
    [InlineData("三ヶ島 二", "三ケ島")]
    [InlineData("髙𣘺", "高")]
    [InlineData("渡邊", "渡邉")]
    [InlineData("齋藤", "斉藤")]
    [InlineData("斉藤", "齊藤")]
    [InlineData("濱田", "濵田")]
    [InlineData("澤田 廣", "沢田広")]
    [InlineData("國嶋", "国島")]
    [InlineData("德永 眞", "徳永真")]
    [InlineData("黑瀨", "黒瀬")]
    [InlineData("學", "学")]
    public void A_name_is_found_whatever_form_its_characters_have(string name, string typed) =>
        Assert.All(SearchKey.Terms(typed), term => Assert.Contains(term, SearchKey.OfPerson(name, "カナ", null), StringComparison.Ordinal));

    [Fact]
    public void The_longest_person_fits_the_column() =>
        Assert.InRange(SearchKey.OfPerson(new string('名', 720), new string('ー', 60), "+819012345678", new string('a', 254), "0312345678", new string('県', 480)).Length, 1, 4000);
}

using System.Diagnostics;
using Shiojiri.CxoLab.Content.Hints;
using Shiojiri.CxoLab.Pictures;

namespace Shiojiri.CxoLab.Tests.Content;

/// <summary>What is noticed in a text, and how it is mended.</summary>
public sealed class TextHintsTests
{
    private static readonly HintContext Third = new(new(2022, 6, 20), new(2022, 7, 20), new(2023, 1, 31));

    [Theory]
    [InlineData("2022年8月1日(日)から", "2022年8月1日は月曜日です（「2022年8月1日(日)」）", "2022年8月1日(月)から")]
    [InlineData("2022年8月1日（日曜日）から", "2022年8月1日は月曜日です（「2022年8月1日（日曜日）」）", "2022年8月1日（月曜日）から")]
    [InlineData("2023/1/15(月)", "2023年1月15日は日曜日です（「2023/1/15(月)」）", "2023/1/15(日)")]
    [InlineData("2022年2月30日まで", "「2022年2月30日」という日はありません", null)]
    [InlineData("⾃分の⽇", "漢字によく似た別の文字があります（「⾃」）", "自分の⽇")]
    [InlineData("ﾌﾟﾚｲ中", "半角のカナがあります（「ﾌﾟﾚｲ」）", "プレイ中")]
    [InlineData("地域プレーヤーと", "「プレーヤー」とあります。サイトでは「プレイヤー」です", "地域プレイヤーと")]
    [InlineData("見る[](/recruit)", "リンクに言葉がありません", null)]
    [InlineData("見る https://onexxxx.com/a?b=1 です", "アドレスがそのまま書かれています（「https://onexxxx.com/a?b=1」）", "見る [onexxxx.com](https://onexxxx.com/a?b=1) です")]
    [InlineData("8月1日から", "日にちに年がありません（「8月1日」）", "2022年8月1日から")]
    [InlineData("1月15日まで", "日にちに年がありません（「1月15日」）", "2023年1月15日まで")]
    [InlineData("これから2022年6月1日に", "「これから」とありますが、2022年6月1日(水)は過ぎています", null)]
    public void A_text_is_looked_at_and_mended_where_a_machine_can(string text, string words, string? mended)
    {
        var hint = TextHints.Of(text, Third)[0];

        Assert.Equal((words, mended ?? text), (hint.Words, hint.MendIn(text)));
    }

    [Theory]
    [InlineData("![](picture:AAAAAAAAAAAAAAAAAAAAAA)", "画像の説明がありません", "![奈良井宿](picture:AAAAAAAAAAAAAAAAAAAAAA)")]
    [InlineData("![駅](picture:BBBBBBBBBBBBBBBBBBBBBB)", "この画像は、まだ使えないか、もうありません。ここには何も出ません", null)]
    [InlineData("![駅](https://example.jp/eki.jpg)", "画像は、サイトに入れたものだけが出ます。ここには何も出ません", null)]
    public void A_picture_without_a_description_or_that_nobody_will_see_is_noticed(string text, string words, string? mended)
    {
        var pictures = new Dictionary<string, ShownPicture> { ["AAAAAAAAAAAAAAAAAAAAAA"] = new("AAAAAAAAAAAAAAAAAAAAAA", "奈良井宿", null, 800, 600) };

        var hint = Assert.Single(TextHints.Of(text, Third with { Pictures = pictures }));

        Assert.Equal((words, mended ?? text), (hint.Words, hint.MendIn(text)));
        Assert.Empty(TextHints.Of("![駅](picture:AAAAAAAAAAAAAAAAAAAAAA)", Third with { Pictures = pictures }));
    }

    [Theory]
    [InlineData("2022年8月1日(月)から")]
    [InlineData("これから2022年8月1日(月)に")]
    [InlineData("地域プレイヤーと[要項](https://example.jp/8/1)を見る")]
    [InlineData("<https://example.jp/>")]
    [InlineData("24/7で、1/2の人が")]
    [InlineData("カナと漢字と半角 abc 123")]
    [InlineData("")]
    public void What_is_right_is_left_in_peace(string text) => Assert.Empty(TextHints.Of(text, Third));

    [Fact]
    public void A_weekday_without_a_year_goes_by_the_cohort()
    {
        var hints = TextHints.Of("8月1日(日)\n12月4日(日)", Third);

        Assert.Equal(["日にちに年がありません（「8月1日(日)」）", "8月1日は月曜日です（「8月1日(日)」）", "日にちに年がありません（「12月4日(日)」）"], hints.Select(h => h.Words));
        Assert.Equal([1, 1, 2], hints.Select(h => h.LineIn("8月1日(日)\n12月4日(日)")));
    }

    [Fact]
    public void Without_a_cohort_nobody_guesses_the_year()
    {
        var hint = Assert.Single(TextHints.Of("8月1日(日)", new HintContext(new(2022, 6, 20))));

        Assert.Equal(("日にちに年がありません（「8月1日(日)」）", null), (hint.Words, hint.Mended));
    }

    [Fact]
    public void A_long_text_is_looked_through_at_once()
    {
        var begun = Stopwatch.GetTimestamp();

        var hints = TextHints.Of(string.Concat(Enumerable.Repeat("8月1日(日)ﾌﾟﾚ[](https://", 3_000)), Third);

        Assert.Equal(TextHints.Most, hints.Count);
        Assert.InRange(Stopwatch.GetElapsedTime(begun).TotalSeconds, 0, 5);
    }
}

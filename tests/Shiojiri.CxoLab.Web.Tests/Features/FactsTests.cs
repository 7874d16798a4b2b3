using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features;

/// <summary>Each fact of the programme, on the page that carries it.</summary>
public sealed class FactsTests : IClassFixture<SharedSite>
{
    private readonly HttpClient _visitor;

    public FactsTests(SharedSite shared) => _visitor = shared.Visitor;

    [Theory]
    [InlineData("/program", "塩尻CxO Lab（Shiojiri CxO Lab）")]
    [InlineData("/program", "超実践型のオンラインコミュニティ")]
    [InlineData("/program", "関係人口")]
    [InlineData("/", "2020年に始まり、これまでに50名を超えるメンバー")]
    [InlineData("/program", "NPO法人MEGURU（本部 長野県塩尻市）")]
    [InlineData("/program", "一般社団法人ONE X（本部 東京都大田区）")]
    [InlineData("/recruit", "塩尻市に関心がある方")]
    [InlineData("/recruit", "第二の故郷")]
    [InlineData("/recruit", "2022年7月20日(水)〜2023年1月31日(火)")]
    [InlineData("/recruit", "20,000円（税込）")]
    [InlineData("/recruit", "応募締切2022年7月30日(土) 23:59まで（日本時間）")]
    [InlineData("/recruit", "1. 地域課題顕在化研修")]
    [InlineData("/recruit", "7月20日(水) 20:30〜21:30 オリエンテーション オンライン")]
    [InlineData("/recruit", "7月30日(土) 11:00〜17:00 「仕様書」作成研修 現地")]
    [InlineData("/recruit", "8月24日(水) 21:00〜22:30 「仕様書」作成中間発表会 オンライン")]
    [InlineData("/recruit", "2. 副業による地域・社会課題解決への伴走")]
    [InlineData("/recruit", "8月1日(月)〜9月4日(日)")]
    [InlineData("/recruit", "3. 現地フィールドワーク")]
    [InlineData("/recruit", "10月1日(土)・10月2日(日)")]
    [InlineData("/recruit", "4. メンバー交流会・限定イベント")]
    [InlineData("/recruit", "月に1〜2回オンライン")]
    [InlineData("/briefings", "塩尻市特任CxO トークセッション〜なぜ私たちは地域に関わるのか?〜")]
    [InlineData("/briefings", "地域プレーヤー×初代メンバー パネルディスカッション〜塩尻CxO Labで起きた共創による化学変化とは〜")]
    [InlineData("/briefings", "地域プレイヤーと過去のメンバーの対話")]
    [InlineData("/program", "全国で選ばれた25団体の一つ")]
    [InlineData("/program", "「Work Story Award 2020」で2つの賞")]
    [InlineData("/program", "『2023年までに副業等により課題解決事業に関わった関係人口数45人』")]
    [InlineData("/program", "「塩尻市の人事部」")]
    [InlineData("/program", "「人と地域の持続的成長循環モデル」")]
    [InlineData("/program", "2021年11月に設立")]
    [InlineData("/program", "「すべての人がコトを興せる社会」")]
    [InlineData("/legal", "20,000円（税込）")]
    public async Task A_fact_stands_on_its_page(string path, string words) =>
        Assert.Contains(words, (await _visitor.OpenAsync(path)).Words, StringComparison.Ordinal);

    [Theory]
    [InlineData("/briefings", "https://20220617-cxolab-event.peatix.com")]
    [InlineData("/briefings", "https://20220629-cxolab-event.peatix.com")]
    [InlineData("/program", "https://shiojiricxolab.onexxxx.com/")]
    [InlineData("/program", "https://www.soumu.go.jp/kankeijinkou/model_detail/r02_24_shiojirishi.html")]
    [InlineData("/program", "https://award.atwill.work/stories2020/120/")]
    [InlineData("/program", "https://shiojiri-city.note.jp/n/n800db98b9e33")]
    [InlineData("/program", "https://meguru-shiojiri.studio.site/")]
    [InlineData("/program", "https://onexxxx.com/")]
    [InlineData("/projects", "https://shigoto100.com/2020/10/meguru.html")]
    [InlineData("/projects", "https://shigoto100.com/2021/09/meguru.html")]
    [InlineData("/projects/wainari", "https://shigoto100.com/2020/10/meguru.html")]
    [InlineData("/projects/shiojiri-now", "https://shigoto100.com/2021/09/meguru.html")]
    public async Task A_link_leads_to_where_it_should(string path, string href) =>
        Assert.NotEmpty((await _visitor.OpenAsync(path)).Html.QuerySelectorAll($"main a[href='{href}']"));

    [Fact]
    public async Task The_archive_holds_all_projects_under_their_years()
    {
        var page = await _visitor.OpenAsync("/projects");

        var years = page.Html.QuerySelectorAll(".year").Select(year => (
            year.QuerySelector("h2")!.TextContent,
            Titles: year.QuerySelectorAll(".card--link .card__body").Select(card => string.Concat(
                card.QuerySelector("h3")!.TextContent, card.QuerySelector("p")?.TextContent)).ToArray()));
        Assert.Collection(
            years,
            year =>
            {
                Assert.Equal("2021年度", year.TextContent);
                Assert.Equal(
                    [
                        "持続可能なアーティストインレジデンス事業の構築",
                        "木曽平沢の日々別荘を中心とした滞在型コンテンツ開発",
                        "塩尻市観光センター売店 リバイバルプロジェクト〜地域と観光がめぐりあう「塩尻、いいね」が生まれる場〜",
                        "ごちゃ混ぜ感満載の塩尻の「いま」を可視化!ファンベースな関係人口創出プロジェクト",
                    ],
                    year.Titles);
            },
            year =>
            {
                Assert.Equal("2020年度", year.TextContent);
                Assert.Equal(
                    [
                        "WaiNari を活用した地域資源の可視化による販路拡大プロジェクト",
                        "伝統工芸の作り手の存続に向けた、職人の「多能工化人財」への育成",
                        "あずさ沿線のテレワーク施設をハブとした関係人口創出プロジェクト",
                        "“まちを好きになる”から始まる、まちのプロモーションプロジェクト",
                        "「お困りごとtrip」の推進による未来の里山共創プロジェクト",
                    ],
                    year.Titles);
            });
    }
}

using Shiojiri.CxoLab.Projects;

namespace Shiojiri.CxoLab.Web.Data.Seed;

/// <summary>The projects of 2020年度 and 2021年度. A | marks where a title may break.</summary>
internal static class PastProjects
{
    private const string Article2020 = "https://shigoto100.com/2020/10/meguru.html";
    private const string Article2021 = "https://shigoto100.com/2021/09/meguru.html";

    public static IEnumerable<PastProject> Make() =>
    [
        new("wainari", 2020, 1, "WaiNari を|活用した|地域資源の|可視化による|販路拡大|プロジェクト", Article2020, "p-wine"),
        new("craft-multi-skills", 2020, 2, "伝統工芸の|作り手の存続に|向けた、|職人の|「多能工化人財」への|育成", Article2020, "p-craft"),
        new("azusa-telework-hub", 2020, 3, "あずさ沿線の|テレワーク施設を|ハブとした|関係人口創出|プロジェクト", Article2020, "p-rail"),
        new("town-promotion", 2020, 4, "“まちを|好きになる”から|始まる、|まちの|プロモーション|プロジェクト", Article2020, "p-town"),
        new("satoyama-trip", 2020, 5, "「お困りごとtrip」の|推進による|未来の|里山共創|プロジェクト", Article2020, "p-forest"),
        new("artist-in-residence", 2021, 1, "持続可能な|アーティスト|インレジデンス|事業の|構築", Article2021, "p-art"),
        new("kiso-hirasawa-stay", 2021, 2, "木曽平沢の|日々別荘を|中心とした|滞在型|コンテンツ開発", Article2021, "p-house"),
        new("tourist-centre-shop", 2021, 3, "塩尻市|観光センター|売店 |リバイバル|プロジェクト|〜地域と観光が|めぐりあう|「塩尻、いいね」が|生まれる場〜", Article2021, "p-shop"),
        new("shiojiri-now", 2021, 4, "ごちゃ混ぜ感|満載の|塩尻の|「いま」を|可視化!|ファンベースな|関係人口創出|プロジェクト", Article2021, "p-dots"),
    ];
}

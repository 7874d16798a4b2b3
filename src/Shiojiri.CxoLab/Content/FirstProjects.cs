using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Content;

/// <summary>The projects of 2020年度 and 2021年度, as far as they are known. A | marks where a title may break. The key is the end of the project's address.</summary>
public static class FirstProjects
{
    private const string Article2020 = "https://shigoto100.com/2020/10/meguru.html";
    private const string Article2021 = "https://shigoto100.com/2021/09/meguru.html";

    public static readonly IReadOnlyList<BuiltInContent> All =
    [
        Of("wainari", 2020, "WaiNari を|活用した|地域資源の|可視化による|販路拡大|プロジェクト", Article2020, "p-wine"),
        Of("craft-multi-skills", 2020, "伝統工芸の|作り手の存続に|向けた、|職人の|「多能工化人財」への|育成", Article2020, "p-craft"),
        Of("azusa-telework-hub", 2020, "あずさ沿線の|テレワーク施設を|ハブとした|関係人口創出|プロジェクト", Article2020, "p-rail"),
        Of("town-promotion", 2020, "“まちを|好きになる”から|始まる、|まちの|プロモーション|プロジェクト", Article2020, "p-town"),
        Of("satoyama-trip", 2020, "「お困りごとtrip」の|推進による|未来の|里山共創|プロジェクト", Article2020, "p-forest"),
        Of("artist-in-residence", 2021, "持続可能な|アーティスト|インレジデンス|事業の|構築", Article2021, "p-art"),
        Of("kiso-hirasawa-stay", 2021, "木曽平沢の|日々別荘を|中心とした|滞在型|コンテンツ開発", Article2021, "p-house", "木曽平沢", "「日々別荘」は、木曽平沢にある一軒の家です。"),
        Of("tourist-centre-shop", 2021, "塩尻市|観光センター|売店 |リバイバル|プロジェクト|〜地域と観光が|めぐりあう|「塩尻、いいね」が|生まれる場〜", Article2021, "p-shop", "塩尻市観光センター"),
        Of("shiojiri-now", 2021, "ごちゃ混ぜ感|満載の|塩尻の|「いま」を|可視化!|ファンベースな|関係人口創出|プロジェクト", Article2021, "p-dots"),
    ];

    private static BuiltInContent Of(string key, int year, string title, string article, string drawing, string? place = null, string? text = null) =>
        new(key, ContentKind.Project, ContentKind.Project.Label(), $"/projects/{key}", Phrasing.Plain(title), new Dictionary<string, string?>
        {
            [ContentField.Title] = title,
            [ContentField.Year] = $"{year}",
            [ContentField.Place] = place,
            [ContentField.Text] = text,
            [ContentField.Article] = article,
            [ContentField.Drawing] = drawing,
        });
}

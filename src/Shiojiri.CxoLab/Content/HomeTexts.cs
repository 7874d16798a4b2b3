using static Shiojiri.CxoLab.Content.BuiltInContent;

namespace Shiojiri.CxoLab.Content;

/// <summary>The texts of the first page (ホーム).</summary>
public static class HomeTexts
{
    private const string Page = "ホーム";

    /// <summary>三つの特徴, each beside its drawing.</summary>
    public static readonly IReadOnlyList<BuiltInContent> Features =
    [
        Titled("home-feature-1", Page, "/", "三つの特徴 1", "地域課題の当事者として|経験を積める",
            "研修を受け、現地を歩き、「仕様書」を仲間と書く。見学者ではなく当事者として、課題に向き合う経験ができます。専門の知識や事業の経験は問いません。"),
        Titled("home-feature-2", Page, "/", "三つの特徴 2", "新しく|やりたいことが|見つかる",
            "まちの実情が見えてくると、気になる人や事がらも増えていきます。自分が動きたいと思えるテーマに出会えるかもしれません。"),
        Titled("home-feature-3", Page, "/", "三つの特徴 3", "地域の人とつながり、|仲間ができる",
            "定期的なオンライン交流会や協働を通じて、塩尻の人やほかのメンバーとの関係が深まります。期間を終えてからも関わり続ける人が多くいます。"),
    ];

    public static readonly BuiltInContent About = Plain("home-about", Page, "/", "塩尻CxO Labとは",
        """
        塩尻で課題に向き合う**地域プレイヤー**と、市外から塩尻に関わる**関係人口**。立場の違う人どうしが地域の課題に一緒に取り組み、塩尻の魅力を見つけ直していくオンラインコミュニティです。

        2020年に始まり、これまでに50名を超えるメンバーが参加しました。
        """);

    public static readonly IReadOnlyList<BuiltInContent> All = [About, .. Features];
}

/// <summary>The texts of 募集要項 that are no dates and no amounts.</summary>
public static class RecruitTexts
{
    private const string Page = "募集要項";

    public static readonly BuiltInContent For = Plain("recruit-for", Page, "/recruit", "こんな方に",
        """
        - 塩尻市に関心がある方、塩尻で何かに挑戦してみたい方
        - 自分のスキルや経験を活かし、当事者として地域に関わりたい方
        - 地域の魅力を見つけ直し、第二の故郷をつくりたい方
        """);

    public static readonly BuiltInContent HowToApply = Plain("recruit-how", Page, "/recruit", "申し込み方法", "このサイトの申込フォームに入力し、確認画面で内容を確かめてからお送りください。");

    public static readonly IReadOnlyList<BuiltInContent> All = [For, HowToApply];
}

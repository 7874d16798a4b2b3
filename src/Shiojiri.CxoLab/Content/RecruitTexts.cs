using static Shiojiri.CxoLab.Content.BuiltInContent;

namespace Shiojiri.CxoLab.Content;

/// <summary>The texts of 募集要項 that are no dates and no amounts.</summary>
public static class RecruitTexts
{
    private const string Page = "募集要項";

    public static readonly BuiltInContent For = Plain("recruit-for", Page, "/recruit", "こんな方に",
        """
        - 塩尻市に関心がある方、塩尻で何かに挑戦してみたい方
        - 自分のスキルや経験を活かし、当事者として地域に関わりたい方
        - 地域の魅力を見つけ直し、第二の故郷をつくりたい方
        """) with
    {
        WhenTakenDown = "募集要項から、「こんな方に」の欄が見出しごと消えます。",
    };

    public static readonly BuiltInContent HowToApply = Plain("recruit-how", Page, "/recruit", "申し込み方法", "このサイトの申込フォームに入力し、確認画面で内容を確かめてからお送りください。");

    public static readonly IReadOnlyList<BuiltInContent> All = [For, HowToApply];
}

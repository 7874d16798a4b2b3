using static Shiojiri.CxoLab.Content.BuiltInContent;

namespace Shiojiri.CxoLab.Content;

/// <summary>The texts of the first page (ホーム).</summary>
public static class HomeTexts
{
    private const string Page = "ホーム";

    public static readonly BuiltInContent HeroPlace = Heading("home-hero-place", Page, "/", "いちばん上、左の一文", "市外の人と|地域の人がつくる|実践型オンライン|コミュニティ") with
    {
        WhenTakenDown = "絵の左上の一文が消えます。",
    };

    public static readonly BuiltInContent Lead = Heading("home-lead", Page, "/", "締切の上の紹介", "塩尻CxO Labは、市外に暮らす人と地域プレイヤーが力を合わせ、塩尻の課題に向き合う6か月間の|超実践型の|オンラインコミュニティです。") with
    {
        WhenTakenDown = "募集の状態の前の一文が消えます。",
    };

    public static readonly BuiltInContent AboutHeading = Heading("home-about-heading", Page, "/", "「〜とは」の見出し", "塩尻CxO Lab|とは");

    public static readonly BuiltInContent CrossHeading = Heading("home-cross-heading", Page, "/", "「仕様書」の図の見出し", "二つの道が交わり、|「仕様書」が|生まれる");

    public static readonly BuiltInContent CrossLead = Heading("home-cross-lead", Page, "/", "「仕様書」の図の前置き", "「仕様書」は、プロジェクトを前に進めるための計画書です。まちの中の人と外の人がチームになって書き上げます。") with
    {
        WhenTakenDown = "図の見出しの下の一文が消えます。",
    };

    /// <summary>The drawing of two roads: who comes from either side, where they meet, and what either side gains.</summary>
    public static readonly BuiltInContent CrossOutside = Caption("home-cross-outside", Page, "/", "「仕様書」の図 市外の人", "関係人口", "市外から、経験と好奇心を持ち寄る");

    public static readonly BuiltInContent CrossInside = Caption("home-cross-inside", Page, "/", "「仕様書」の図 地域の人", "地域プレイヤー", "塩尻で、課題の真ん中に立つ");

    public static readonly BuiltInContent CrossHub = Caption("home-cross-hub", Page, "/", "「仕様書」の図 真ん中", "仕様書", "チームで書く計画書");

    public static readonly BuiltInContent CrossSolved = Caption("home-cross-solved", Page, "/", "「仕様書」の図 生まれるもの 1", "課題の解決へ", "副業などで関わり、計画を動かす");

    public static readonly BuiltInContent CrossHome = Caption("home-cross-home", Page, "/", "「仕様書」の図 生まれるもの 2", "第二の故郷へ", "また会いたい人と、通いたい場所ができる");

    public static readonly BuiltInContent FeaturesHeading = Heading("home-features-heading", Page, "/", "「三つの特徴」の見出し", "三つの特徴");

    /// <summary>三つの特徴, each beside its drawing.</summary>
    public static readonly IReadOnlyList<BuiltInContent> Features =
    [
        .. new[]
        {
            Titled("home-feature-1", Page, "/", "三つの特徴 1", "地域課題の当事者として|経験を積める",
                "研修を受け、現地を歩き、「仕様書」を仲間と書く。見学者ではなく当事者として、課題に向き合う経験ができます。専門の知識や事業の経験は問いません。"),
            Titled("home-feature-2", Page, "/", "三つの特徴 2", "新しく|やりたいことが|見つかる",
                "まちの実情が見えてくると、気になる人や事がらも増えていきます。自分が動きたいと思えるテーマに出会えるかもしれません。"),
            Titled("home-feature-3", Page, "/", "三つの特徴 3", "地域の人とつながり、|仲間ができる",
                "定期的なオンライン交流会や協働を通じて、塩尻の人やほかのメンバーとの関係が深まります。期間を終えてからも関わり続ける人が多くいます。"),
        }.Select(f => f with { WhenTakenDown = "この特徴が、絵ごと消えます。" }),
    ];

    public static readonly BuiltInContent About = Plain("home-about", Page, "/", "〜とはの本文",
        """
        塩尻で課題に向き合う**地域プレイヤー**と、市外から塩尻に関わる**関係人口**。立場の違う人どうしが地域の課題に一緒に取り組み、塩尻の魅力を見つけ直していくオンラインコミュニティです。

        2020年に始まり、これまでに50名を超えるメンバーが参加しました。
        """);

    public static readonly BuiltInContent NumbersHeading = Heading("home-numbers-heading", Page, "/", "数字の見出し", "2020年からの歩み");

    /// <summary>Each a number with what follows it smaller behind a bar, and what is counted.</summary>
    public static readonly IReadOnlyList<BuiltInContent> Figures =
    [
        Figure("home-figure-members", "数字 1", "50|名超", "参加したメンバー"),
        Figure("home-figure-chosen", "数字 2", "25|団体の一つ", "総務省「関係人口創出・拡大モデル事業」に選ばれた団体の数"),
        Figure("home-figure-prizes", "数字 3", "2|つの賞", "「Work Story Award 2020」"),
    ];

    public static readonly BuiltInContent ScheduleHeading = Heading("home-schedule-heading", Page, "/", "「スケジュール」の見出し", "スケジュール");

    public static readonly BuiltInContent VoicesHeading = Heading("home-voices-heading", Page, "/", "「メンバーの声」の見出し", "メンバーの声");

    public static readonly BuiltInContent ProjectsHeading = Heading("home-projects-heading", Page, "/", "「過去のプロジェクト」の見出し", "過去のプロジェクト");

    public static readonly BuiltInContent BriefingsHeading = Heading("home-briefings-heading", Page, "/", "「募集説明イベント」の見出し", "募集説明イベント");

    public static readonly BuiltInContent QuestionsHeading = Heading("home-questions-heading", Page, "/", "「よくある質問」の見出し", "よくある質問");

    public static readonly IReadOnlyList<BuiltInContent> All =
    [
        HeroPlace, Lead, AboutHeading, About, CrossHeading, CrossLead, CrossOutside, CrossInside, CrossHub, CrossSolved, CrossHome, FeaturesHeading, .. Features,
        NumbersHeading, .. Figures, ScheduleHeading, VoicesHeading, ProjectsHeading, BriefingsHeading, QuestionsHeading,
    ];

    private static BuiltInContent Figure(string key, string label, string number, string counted) => Caption(key, Page, "/", label, number, counted) with
    {
        WhenTakenDown = "数字の並びから、この数字が消えます。",
    };
}

using static Shiojiri.CxoLab.Content.BuiltInContent;

namespace Shiojiri.CxoLab.Content;

/// <summary>The texts of the page that says what the programme is (プログラム).</summary>
public static class ProgrammeTexts
{
    private const string Page = "プログラム";
    private const string Path = "/program";

    public static readonly BuiltInContent Title = Heading("program-title", Page, Path, "ページの題", "塩尻と市外を結ぶ、|6か月の実践");

    public static readonly BuiltInContent WhatHeading = Heading("program-what-heading", Page, Path, "「どんなプログラムか」の見出し", "どんな|プログラムか");

    public static readonly BuiltInContent FeaturesHeading = Heading("program-features-heading", Page, Path, "「三つの特徴」の見出し", "三つの特徴");

    public static readonly BuiltInContent FlowHeading = Heading("program-flow-heading", Page, Path, "「6か月の流れ」の見出し", "6か月の流れ");

    public static readonly BuiltInContent VoicesHeading = Heading("program-voices-heading", Page, Path, "「メンバーの声」の見出し", "メンバーの声");

    public static readonly BuiltInContent HistoryHeading = Heading("program-history-heading", Page, Path, "「これまでの歩み」の見出し", "これまでの歩み");

    public static readonly BuiltInContent OrganisationsHeading = Heading("program-organisations-heading", Page, Path, "「運営する団体」の見出し", "運営する団体");

    public static readonly BuiltInContent PeopleHeading = Heading("program-people-heading", Page, Path, "「関わる人」の見出し", "関わる人");

    public static readonly BuiltInContent Lead = Plain("program-lead", Page, Path, "はじめの一文",
        "地域で課題に向き合う人と、市外から関わる人。二つの道が交わるところに、塩尻CxO Lab（Shiojiri CxO Lab）があります。") with
    {
        WhenTakenDown = "ページの題の下の一文が消えます。",
    };

    public static readonly BuiltInContent What = Plain("program-what", Page, Path, "どんなプログラムか",
        """
        塩尻CxO Labは、地域プレイヤーと、市外から塩尻に関わる関係人口が協働する、超実践型のオンラインコミュニティです。1期は6か月。塩尻市の地域課題に一緒に取り組み、まちの魅力を見つけ直します。

        2020年に立ち上がり、これまでに参加したメンバーは50名を超えました。
        """);

    public static readonly BuiltInContent FeaturesLead = Plain("program-features", Page, Path, "三つの特徴の前置き", "専門の知識や、事業の経験は必要ありません。") with
    {
        WhenTakenDown = "見出しの下の一文が消えます。",
    };

    public static readonly IReadOnlyList<BuiltInContent> Features =
    [
        .. new[]
        {
            Titled("program-feature-1", Page, Path, "三つの特徴 1", "地域課題の当事者として|経験を積める",
                "研修、現地でのフィールドワーク、そして「仕様書」づくり。「仕様書」とは、プロジェクトを前に進めるための計画書で、メンバーと地域プレイヤーが一緒に書きます。"),
            Titled("program-feature-2", Page, Path, "三つの特徴 2", "新しくやりたいことが見つかる",
                "活動を重ねるうちに、外からは見えにくい地域の実情がわかってきます。そこから、自分のやりたいことが見つかります。"),
            Titled("program-feature-3", Page, Path, "三つの特徴 3", "地域の人とつながり、仲間ができる",
                "定期的なオンライン交流会や共同作業で、地域の人やほかのメンバーとつながります。期間を終えた後も関わり続ける人が多くいます。"),
        }.Select(f => f with { WhenTakenDown = "この特徴が、番号ごと消えます。" }),
    ];

    public static readonly BuiltInContent Flow = Plain("program-flow", Page, Path, "6か月の流れ",
        "研修で地域の課題をとらえ、チームで「仕様書」を書き、フィールドワークで現地を訪れます。期間中は、メンバーの交流会も続きます。") with
    {
        WhenTakenDown = "見出しの下の文が消え、日程だけが残ります。",
    };

    public static readonly BuiltInContent HistoryLead = Plain("program-history", Page, Path, "これまでの歩みの前置き", "塩尻市・関係人口創出事業のなかで、塩尻CxO Labは生まれました。") with
    {
        WhenTakenDown = "見出しの下の一文が消えます。",
    };

    public static readonly IReadOnlyList<BuiltInContent> All =
    [
        Title, Lead, WhatHeading, What, FeaturesHeading, FeaturesLead, .. Features, FlowHeading, Flow, VoicesHeading, HistoryHeading, HistoryLead, OrganisationsHeading, PeopleHeading,
    ];
}

using static Shiojiri.CxoLab.Content.BuiltInContent;

namespace Shiojiri.CxoLab.Content;

/// <summary>The texts of the page that says what the programme is (プログラム).</summary>
public static class ProgrammeTexts
{
    private const string Page = "プログラム";
    private const string Path = "/program";

    public static readonly BuiltInContent Lead = Plain("program-lead", Page, Path, "はじめの一文",
        "地域で課題に向き合う人と、市外から関わる人。二つの道が交わるところに、塩尻CxO Lab（Shiojiri CxO Lab）があります。");

    public static readonly BuiltInContent What = Plain("program-what", Page, Path, "どんなプログラムか",
        """
        塩尻CxO Labは、地域プレイヤーと、市外から塩尻に関わる関係人口が協働する、超実践型のオンラインコミュニティです。1期は6か月。塩尻市の地域課題に一緒に取り組み、まちの魅力を見つけ直します。

        2020年に立ち上がり、これまでに参加したメンバーは50名を超えました。
        """);

    public static readonly BuiltInContent FeaturesLead = Plain("program-features", Page, Path, "三つの特徴の前置き", "専門の知識や、事業の経験は必要ありません。");

    public static readonly IReadOnlyList<BuiltInContent> Features =
    [
        Titled("program-feature-1", Page, Path, "三つの特徴 1", "地域課題の当事者として|経験を積める",
            "研修、現地でのフィールドワーク、そして「仕様書」づくり。「仕様書」とは、プロジェクトを前に進めるための計画書で、メンバーと地域プレイヤーが一緒に書きます。"),
        Titled("program-feature-2", Page, Path, "三つの特徴 2", "新しくやりたいことが見つかる",
            "活動を重ねるうちに、外からは見えにくい地域の実情がわかってきます。そこから、自分のやりたいことが見つかります。"),
        Titled("program-feature-3", Page, Path, "三つの特徴 3", "地域の人とつながり、仲間ができる",
            "定期的なオンライン交流会や共同作業で、地域の人やほかのメンバーとつながります。期間を終えた後も関わり続ける人が多くいます。"),
    ];

    public static readonly BuiltInContent Flow = Plain("program-flow", Page, Path, "6か月の流れ",
        "研修で地域の課題をとらえ、チームで「仕様書」を書き、フィールドワークで現地を訪れます。期間中は、メンバーの交流会も続きます。");

    public static readonly BuiltInContent HistoryLead = Plain("program-history", Page, Path, "これまでの歩みの前置き", "塩尻市・関係人口創出事業のなかで、塩尻CxO Labは生まれました。");

    /// <summary>The steps on the way; the years beside them stand on the page.</summary>
    public static readonly IReadOnlyList<BuiltInContent> History =
    [
        Titled("program-history-1", Page, Path, "これまでの歩み はじまり", "一緒に解決し続けるために",
            """
            人口の減少と高齢化が進み、地域の課題は複雑さを増しています。塩尻市は、さまざまな立場の人が一緒に、途切れることなく地域の課題を解決していける仕組みづくりを進めています。

            [関係人口創出事業について（塩尻市のnote）](https://shiojiri-city.note.jp/n/n800db98b9e33)
            """),
        Titled("program-history-2", Page, Path, "これまでの歩み 2020年度", "「仕様書」から始まる仕組み",
            """
            課題を抱える市民と市外の人が「仕様書」を書いて課題を見える形にし、副業で働く人材とともに解決する取り組みが始まりました。

            この取り組みは、総務省の「関係人口創出・拡大モデル事業」に全国で選ばれた25団体の一つです。

            [塩尻市の取り組みの紹介（総務省）](https://www.soumu.go.jp/kankeijinkou/model_detail/r02_24_shiojirishi.html)
            """),
        Titled("program-history-3", Page, Path, "これまでの歩み 2020年", "オンラインコミュニティの誕生",
            """
            市外の人とつながり続けるための場として、塩尻CxO Labが生まれました。「Work Story Award 2020」で2つの賞を受け、多くのメディアに取り上げられました。

            [受賞の紹介（Work Story Award）](https://award.atwill.work/stories2020/120/)

            [塩尻CxO Labのこれまでのページ](https://shiojiricxolab.onexxxx.com/)
            """),
        Titled("program-history-4", Page, Path, "これまでの歩み 2021年度", "市の中期戦略の優先事項に",
            """
            塩尻市は関係人口の創出を中期戦略の優先事項に据え、次の目標（KPI）を掲げました。

            『2023年までに副業等により課題解決事業に関わった関係人口数45人』
            """),
    ];

    public static readonly IReadOnlyList<BuiltInContent> All = [Lead, What, FeaturesLead, .. Features, Flow, HistoryLead, .. History];
}

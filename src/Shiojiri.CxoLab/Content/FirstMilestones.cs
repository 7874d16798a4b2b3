namespace Shiojiri.CxoLab.Content;

/// <summary>The programme's way so far (これまでの歩み) with what can be read about it elsewhere (参考).</summary>
public static class FirstMilestones
{
    public static readonly IReadOnlyList<BuiltInContent> All =
    [
        Of("program-history-1", "はじまり", "一緒に解決し続けるために",
            """
            人口の減少と高齢化が進み、地域の課題は複雑さを増しています。塩尻市は、さまざまな立場の人が一緒に、途切れることなく地域の課題を解決していける仕組みづくりを進めています。

            [関係人口創出事業について（塩尻市のnote）](https://shiojiri-city.note.jp/n/n800db98b9e33)
            """),
        Of("program-history-2", "2020年度", "「仕様書」から始まる仕組み",
            """
            課題を抱える市民と市外の人が「仕様書」を書いて課題を見える形にし、副業で働く人材とともに解決する取り組みが始まりました。

            この取り組みは、総務省の「関係人口創出・拡大モデル事業」に全国で選ばれた25団体の一つです。

            [塩尻市の取り組みの紹介（総務省）](https://www.soumu.go.jp/kankeijinkou/model_detail/r02_24_shiojirishi.html)
            """),
        Of("program-history-3", "2020年", "オンラインコミュニティの誕生",
            """
            市外の人とつながり続けるための場として、塩尻CxO Labが生まれました。「Work Story Award 2020」で2つの賞を受け、多くのメディアに取り上げられました。

            [受賞の紹介（Work Story Award）](https://award.atwill.work/stories2020/120/)

            [塩尻CxO Labのこれまでのページ](https://shiojiricxolab.onexxxx.com/)
            """),
        Of("program-history-4", "2021年度", "市の中期戦略の優先事項に",
            """
            塩尻市は関係人口の創出を中期戦略の優先事項に据え、次の目標（KPI）を掲げました。

            『2023年までに副業等により課題解決事業に関わった関係人口数45人』
            """),
    ];

    private static BuiltInContent Of(string key, string when, string title, string text) =>
        new(key, ContentKind.Milestone, ContentKind.Milestone.Label(), ContentKind.Milestone.Path(), title, new Dictionary<string, string?>
        {
            [ContentField.Title] = title,
            [ContentField.When] = when,
            [ContentField.Text] = text,
        });
}

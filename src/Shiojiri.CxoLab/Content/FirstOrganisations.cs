namespace Shiojiri.CxoLab.Content;

/// <summary>The organisations that run the programme (運営団体).</summary>
public static class FirstOrganisations
{
    public static readonly IReadOnlyList<BuiltInContent> All =
    [
        Of("organisation-city", "長野県塩尻市", ContentField.Host, null, "関係人口創出事業として、塩尻CxO Labを二つの団体とともに運営しています。", null),
        Of("organisation-meguru", "NPO法人MEGURU", ContentField.Partner, "長野県塩尻市",
            """
            「塩尻市の人事部」を名乗り、はたらくことを軸に、自分らしく生きるキャリアと企業の戦略人事を支え、「人と地域の持続的成長循環モデル」を目指しています。

            市のシビックイノベーション拠点スナバで活動する塩尻市地域おこし協力隊のメンバーが、2021年11月に設立しました。関係人口をつくる中間支援を担います。
            """, "https://meguru-shiojiri.studio.site/"),
        Of("organisation-onex", "一般社団法人ONE X", ContentField.Partner, "東京都大田区",
            """
            「すべての人がコトを興せる社会」をビジョンに、共創で一人ひとりの持ち味を引き出しながら、協働して事を進める団体です。

            塩尻市、茨城県、大田区などの自治体や地域の企業とともに、副業や新しい事業を後押ししています。
            """, "https://onexxxx.com/"),
    ];

    private static BuiltInContent Of(string key, string name, string role, string? seat, string text, string? url) =>
        new(key, ContentKind.Organisation, ContentKind.Organisation.Label(), ContentKind.Organisation.Path(), name, new Dictionary<string, string?>
        {
            [ContentField.Title] = name,
            [ContentField.Role] = role,
            [ContentField.Seat] = seat,
            [ContentField.Text] = text,
            [ContentField.Url] = url,
        });
}

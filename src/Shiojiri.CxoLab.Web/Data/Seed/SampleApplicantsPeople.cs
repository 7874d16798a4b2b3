using System.Globalization;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Data.Seed;

/// <summary>A made-up person (見本の申込者) and what becomes of their application.</summary>
/// <param name="Number">0 to 59, the oldest first.</param>
/// <param name="Fate">R 受付, U 審査中, A 参加確定, W 補欠, D 見送り, X 辞退.</param>
/// <param name="Money">- nothing, 1 a part, P paid, O too much, B paid and given back, V taken back as a mistake, C corrected.</param>
internal sealed record SamplePerson(int Number, Applicant Applicant, Channel Channel, char Fate, char Money);

/// <summary>Sixty people who plainly do not exist: their family names mean "sample", "test", "imaginary", their addresses lead nowhere (RFC 2606).</summary>
internal static class SampleApplicantsPeople
{
    public const int Count = 60;

    private const string Fates = "AAUADUAWAXAUA" + "AWUADAUWXA" + "UAUDWAUUXU" + "AUUWUDRUUX" + "URURUARRXR" + "RRURRRR";
    private const string Monies = "PP-1B1--OBP-C" + "V-1BPP--B1" + "-P--PP1---" + "P-1-1--1--" + "---P-P----" + "-----P-";

    // 10 family names and 12 given names meet in 60 different pairs.
    private static readonly (string Name, string Kana, string Roman)[] Families =
    [
        ("見本", "ミホン", "mihon"), ("テスト", "テスト", "test"), ("架空", "カクウ", "kaku"), ("例題", "レイダイ", "reidai"), ("サンプル", "サンプル", "sample"),
        ("仮名", "カメイ", "kamei"), ("練習", "レンシュウ", "renshu"), ("模擬", "モギ", "mogi"), ("想定", "ソウテイ", "sotei"), ("試作", "シサク", "shisaku"),
    ];

    private static readonly (string Name, string Kana)[] Givens =
    [
        ("一郎", "イチロウ"), ("花子", "ハナコ"), ("次郎", "ジロウ"), ("さくら", "サクラ"), ("三郎", "サブロウ"), ("葵", "アオイ"),
        ("健", "ケン"), ("美咲", "ミサキ"), ("大地", "ダイチ"), ("陽子", "ヨウコ"), ("航", "ワタル"), ("楓", "カエデ"),
    ];

    private static readonly string[] Places =
    [
        "東京都", "長野県", "東京都", "神奈川県", "埼玉県", "東京都", "愛知県", "長野県", "千葉県", "東京都", "大阪府", "山梨県", "東京都", "神奈川県", "福岡県", "北海道", Residences.Abroad,
    ];

    private static readonly string?[] Occupations = ["会社員（見本）", "会社員（見本）", "個人事業主（見本）", null, "公務員（見本）", "学生（見本）", "会社役員（見本）"];

    private static readonly HeardFrom?[] Sources =
    [
        HeardFrom.SocialMedia, HeardFrom.Acquaintance, HeardFrom.Article, HeardFrom.SocialMedia, HeardFrom.Search, null, HeardFrom.Organiser, HeardFrom.Acquaintance, HeardFrom.SocialMedia, HeardFrom.Other,
        HeardFrom.Briefing,
    ];

    private static readonly string[] Motives =
    [
        "これは見本の文です。塩尻の木工と漆器に関心があり、商品の企画をしてきた経験を、作り手の方と一緒に使ってみたいと考えました。",
        "これは見本の文です。出張で塩尻に通ううちに、駅前の変わりように興味を持ちました。外から来る人の目で、まちの課題を言葉にしてみたいです。",
        "これは見本の文です。\n副業として地域に関わる方法を探していました。\n月に数時間から始められることと、仕様書をつくる進め方に惹かれました。",
        "これは見本の文です。家族の実家が近くにあり、いつか長野で暮らしたいと思っています。まずは関わる人の一人になりたいです。",
    ];

    public static IReadOnlyList<SamplePerson> Of(Cohort cohort) => [.. Enumerable.Range(0, Count).Select(n => Person(n, cohort))];

    public static IReadOnlyList<string> Addresses => [.. Enumerable.Range(0, Count).Select(Address)];

    private static SamplePerson Person(int n, Cohort cohort)
    {
        var (family, given) = (Families[n % Families.Length], Givens[n * 7 % Givens.Length]);
        var areas = cohort.InterestAreas.OrderBy(a => a.Position).Where((_, i) => (n + i * 3) % 7 < 2).Take(n % 4).Select(a => a.Id);
        var sessions = cohort.OnSiteSessions.Select((s, i) => (s.Id, Answer: (AttendanceAnswer)((n * (i + 2) % 7) switch { < 4 => 0, < 6 => 1, _ => 2 })));
        return new SamplePerson(
            n,
            new Applicant(
                RandomToken.Draw(), $"{family.Name} {given.Name}", $"{family.Kana} {given.Kana}", Address(n),
                n % 3 == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"0000000{n:0000}"),
                Places[n % Places.Length], Occupations[n % Occupations.Length], sessions.ToDictionary(s => s.Id, s => s.Answer), [.. areas],
                Motives[n % Motives.Length], n % 2 == 0 ? "これは見本の文です。企画、広報、資料づくり。" : null,
                n % 5 == 0 ? "これは見本の文です。一度だけ旅行で訪れました。" : null, Sources[n % Sources.Length]),
            n switch { 8 or 27 => Channel.Paper, 17 or 44 => Channel.Phone, _ => Channel.Web },
            Fates[n], Monies[n]);
    }

    private static string Address(int n) => string.Create(CultureInfo.InvariantCulture, $"{Families[n % Families.Length].Roman}{n + 1:00}@example.jp");
}

using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Data.Seed;

/// <summary>The third cohort (第三期) as it was announced.</summary>
internal static class ThirdCohort
{
    private static readonly DateOnly TermStartsOn = new(2022, 7, 20);
    private static readonly DateOnly TermEndsOn = new(2023, 1, 31);

    public static Cohort Make() => new(
        ordinal: 3,
        name: "第三期",
        TermStartsOn,
        TermEndsOn,
        new Yen(20_000),
        new RecruitmentPeriod(OpensOn: null, ClosesOn: new(2022, 7, 30)),
        Sessions(),
        InterestAreas());

    public static IEnumerable<Briefing> Briefings() =>
    [
        new(
            "20220617", "塩尻市特任CxO トークセッション", "〜なぜ私たちは地域に関わるのか?〜",
            new(2022, 6, 17), new(20, 30), new(21, 30), "https://20220617-cxolab-event.peatix.com"),
        new(
            "20220629", "地域プレーヤー×初代メンバー パネルディスカッション", "〜塩尻CxO Labで起きた共創による化学変化とは〜",
            new(2022, 6, 29), new(20, 30), new(21, 30), "https://20220629-cxolab-event.peatix.com"),
    ];

    private static IEnumerable<CurriculumSession> Sessions()
    {
        const string Training = "地域課題顕在化研修";
        const string SideWork = "副業による地域・社会課題解決への伴走";
        const string FieldWork = "現地フィールドワーク";
        const string MeetUps = "メンバー交流会・限定イベント";
        return
        [
            new(
                "orientation", 1, Training, "オリエンテーション", SessionKind.Session, Place.Online,
                TermStartsOn, TermStartsOn, new(20, 30), new(21, 30)),
            new(
                "specification-training", 1, Training, "「仕様書」作成研修", SessionKind.Session, Place.OnSite,
                new(2022, 7, 30), new(2022, 7, 30), new(11, 0), new(17, 0)),
            new(
                "interim-presentation", 1, Training, "「仕様書」作成中間発表会", SessionKind.Session, Place.Online,
                new(2022, 8, 24), new(2022, 8, 24), new(21, 0), new(22, 30)),
            new(
                "side-work", 2, SideWork, SideWork, SessionKind.Period, Place.Online,
                new(2022, 8, 1), new(2022, 9, 4), note: "チームごとにオンラインで話し合いを重ね、「仕様書」をまとめます。"),
            new(
                "field-work", 3, FieldWork, FieldWork, SessionKind.Session, Place.OnSite,
                new(2022, 10, 1), new(2022, 10, 2)),
            new(
                "meet-ups", 4, MeetUps, MeetUps, SessionKind.Recurring, Place.Online,
                TermStartsOn, TermEndsOn, note: "期間中、月に1〜2回オンラインで開きます。"),
        ];
    }

    // Named after what the past projects were about.
    private static IEnumerable<InterestArea> InterestAreas()
    {
        string[] names = ["地域資源と販路", "伝統工芸", "テレワークと関係人口", "まちのプロモーション", "里山", "アート", "滞在と暮らし", "観光"];
        return names.Select((name, i) => new InterestArea(i + 1, name));
    }
}

using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>One question that people ask, with its answer. Dates and amounts come from the cohort.</summary>
internal sealed record FaqEntry(string Question, params string[] Answer)
{
    public static IReadOnlyList<FaqEntry> For(Cohort? cohort, RecruitmentStatus standing)
    {
        var entries = new List<FaqEntry>
        {
            new("専門の知識や事業の経験がなくても参加できますか。", "はい。専門の知識も事業の経験も、参加の条件ではありません。"),
            new("「仕様書」とは何ですか。", "プロジェクトを前に進めるための計画書です。課題をはっきりさせ、どう取り組むかを、メンバーと地域プレイヤーが一緒に書き上げます。"),
            new("期間が終わった後も関われますか。", "はい。期間を終えてからも、多くの人が塩尻と関わり続けています。"),
        };
        if (cohort is null)
        {
            return entries;
        }

        var onSite = cohort.OnSiteSessions;
        var days = new CohortFacts(cohort).OnSiteDays;
        entries.Insert(1, onSite.Count == 0
            ? new("塩尻に行く日はありますか。", $"{cohort.Name}では、現地に集まる日は決まっていません。決まったときは、スケジュールのページでお知らせします。")
            : new(
                "塩尻に行く日はありますか。",
                $"{cohort.Name}では、現地での活動が合わせて{days}日あります。"
                + string.Concat(onSite.Select(s => $"{s.Days}の{s.Title}、")).TrimEnd('、')
                + (cohort.Sessions.Any(s => s is { Place: Place.Both, IsCancelled: false }) ? "です。現地でもオンラインでも参加できる日もあります。" : "です。ほかの日程はオンラインです。"),
                "参加できるかどうかは、申込フォームで日程ごとにうかがいます。まだわからないときは「調整中」を選べます。"));
        entries.Insert(2, new(
            "参加費はいくらですか。いつ、どのように支払いますか。",
            $"{cohort.Fee.WithTax}です。{AdmissionText.HowToPay(cohort)}"));
        entries.Insert(3, new("申し込めば、必ず参加できますか。", AdmissionText.HowChosen(cohort)));
        if (standing.IsOpen && cohort.ClosesOn > cohort.TermStartsOn)
        {
            entries.Insert(4, new(
                "始まってからでも申し込めますか。",
                $"はい。{cohort.Name}は{JapanTime.MonthDay(cohort.TermStartsOn)}に始まりますが、申し込みは{Deadline.Of(cohort.ClosesOn)}受け付けています。途中から加わるときは、終わった回の内容を事務局にお尋ねください。"));
        }

        return entries;
    }
}

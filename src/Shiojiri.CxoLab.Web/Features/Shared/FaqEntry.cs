using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>One question that people ask, with its answer. Dates and amounts come from the cohort.</summary>
internal sealed record FaqEntry(string Question, params string[] Answer)
{
    public static IReadOnlyList<FaqEntry> For(Cohort? cohort, RecruitmentStatus standing)
    {
        var entries = new List<FaqEntry>
        {
            new("専門の知識や事業の経験がなくても参加できますか。", "はい。どちらも条件ではありません。塩尻に関わってみたい、という気持ちがあれば始められます。"),
            new("「仕様書」とは何ですか。", "プロジェクトを前に進めるための計画書です。課題をはっきりさせ、どう取り組むかを、メンバーと地域プレイヤーが一緒に書き上げます。"),
            new("期間が終わった後も関われますか。", "はい。期間の後もつながりを保ち、活動を続けている人が多くいます。"),
        };
        if (cohort is null)
        {
            return entries;
        }

        var onSite = cohort.OnSiteSessions;
        var days = onSite.Sum(s => s.EndsOn.DayNumber - s.StartsOn.DayNumber + 1);
        entries.Insert(1, new(
            "塩尻に行く日はありますか。",
            $"{cohort.Name}では、現地での活動が合わせて{days}日あります。"
            + string.Concat(onSite.Select(s => $"{s.Days}の{s.Title}、")).TrimEnd('、') + "です。ほかの日程はオンラインです。",
            "参加できるかどうかは申込フォームで日程ごとにうかがいます。「調整中」も選べます。"));
        entries.Insert(2, new(
            "参加費はいくらですか。いつ、どのように支払いますか。",
            $"{cohort.Fee.WithTax}です。申込フォームを送った後の画面とメールで、振込先と期限をご案内します。"));
        if (standing.IsOpen && cohort.ClosesOn > cohort.TermStartsOn)
        {
            entries.Insert(3, new(
                "始まってからでも申し込めますか。",
                $"{cohort.Name}は{JapanTime.MonthDay(cohort.TermStartsOn)}に始まり、{JapanTime.MonthDay(cohort.ClosesOn)}まで申し込めます。途中から加わるときは、終わった回の内容について事務局にご相談ください。"));
        }

        return entries;
    }
}

using Microsoft.AspNetCore.Html;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>One question that people ask, with its answer. Staff write it, or it comes from the cohort with its dates and amounts.</summary>
internal sealed record FaqEntry(string Question, params string[] Answer)
{
    /// <summary>The answer as staff wrote it; null when it comes from the cohort.</summary>
    public IHtmlContent? Written { get; init; }

    /// <summary>What is asked about the cohort's days, its fee and its choice of members.</summary>
    public static IReadOnlyList<FaqEntry> OfCohort(Cohort? cohort, RecruitmentStatus standing)
    {
        if (cohort is null)
        {
            return [];
        }

        var onSite = cohort.OnSiteSessions;
        var days = new CohortFacts(cohort).OnSiteDays;
        List<FaqEntry> entries =
        [
            onSite.Count == 0
                ? new("現地に行く日はありますか。", $"{cohort.Name}では、現地に集まる日は決まっていません。決まったときは、スケジュールのページでお知らせします。")
                : new(
                    "現地に行く日はありますか。",
                    $"{cohort.Name}では、現地での活動が合わせて{days}日あります。"
                    + string.Concat(onSite.Select(s => $"{s.Days}の{s.Title}、")).TrimEnd('、')
                    + (cohort.Sessions.Any(s => s is { Place: Place.Both, IsCancelled: false }) ? "です。現地でもオンラインでも参加できる日もあります。" : "です。ほかの日程はオンラインです。"),
                    "参加できるかどうかは、申込フォームで日程ごとにうかがいます。まだわからないときは「調整中」を選べます。"),
            new("参加費はいくらですか。いつ、どのように支払いますか。", $"{cohort.Fee.WithTax}です。{AdmissionText.HowToPay(cohort)}"),
            new("申し込めば、必ず参加できますか。", AdmissionText.HowChosen(cohort)),
        ];
        if (standing.IsOpen && cohort.ClosesOn > cohort.TermStartsOn)
        {
            entries.Add(new(
                "始まってからでも申し込めますか。",
                $"はい。{cohort.Name}は{JapanTime.MonthDay(cohort.TermStartsOn)}に始まりますが、申し込みは{Deadline.Of(cohort.ClosesOn)}受け付けています。途中から加わるときは、終わった回の内容を事務局にお尋ねください。"));
        }

        return entries;
    }
}

using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Cohorts;

/// <summary>What a change of a cohort means to visitors, to people with the form open, and to those who applied: told before it is saved.</summary>
internal static class ChangeEffects
{
    public static IReadOnlyList<string> Of(CohortHead head, CohortDetails to)
    {
        var from = CohortDetails.Of(head.Cohort);
        return
        [
            .. head.IsPublic ? Array.Empty<string>() : ["まだ公開していないので、サイトには出ません。"],
            .. from.Name == to.Name ? [] : new[] { "サイトと職員の画面、これから送るメールで、期の名前が替わります。すでに送ったメールはそのままです。" },
            .. (from.TermStartsOn, from.TermEndsOn) == (to.TermStartsOn, to.TermEndsOn) ? [] : new[] { "募集要項とスケジュールの期間が替わります。日程の一つ一つは動きません。" },
            .. from.Fee == to.Fee ? [] : OfFee(head, to.Fee),
            .. (from.Capacity, from.CapacityIsAbout) == (to.Capacity, to.CapacityIsAbout) ? [] : OfPlaces(head, to),
            .. from.Recruitment == to.Recruitment || !head.IsPublic ? [] : OfRecruitment(from.Recruitment, to.Recruitment, head.NowUtc),
        ];
    }

    private static IEnumerable<string> OfFee(CohortHead head, Yen fee)
    {
        yield return $"これから申し込む方の参加費は{fee.WithTax}です。{(head.IsPublic ? "確認画面まで進んでいる方には、送る前に新しい参加費をもう一度お見せします。" : "")}";
        if (head.Counts.Applications > 0)
        {
            yield return $"すでに申し込んだ{head.Counts.Applications}名の参加費は、申し込みのときにお見せした金額のままです。";
        }
    }

    private static IEnumerable<string> OfPlaces(CohortHead head, CohortDetails to)
    {
        var (holding, waiting) = (head.Counts.Holding, head.Counts.Waiting);
        if (head.Counts.Applications > 0)
        {
            yield return $"いま席のある方は{holding}名、補欠の方は{waiting}名です。どなたの席も、この変更では動きません。";
        }

        if (!head.Cohort.Admission.IsFirstCome)
        {
            yield break;
        }

        if (to is not { Capacity: { } capacity, CapacityIsAbout: false })
        {
            if (waiting > 0)
            {
                yield return "これからのお申し込みには、すぐに席を取ります。先に、補欠の方へ席を案内してください。";
            }
        }
        else if (holding >= capacity || waiting > 0)
        {
            yield return waiting > 0
                ? "これからのお申し込みは、補欠の方の後ろに並びます。空いた席は、職員が補欠の方へ案内します。"
                : "これからのお申し込みは、補欠として受け付けます。";
        }
        else
        {
            yield return $"あと{capacity - holding}名まで、お申し込みの順に席を取ります。そのあとは補欠として受け付けます。";
        }
    }

    private static IEnumerable<string> OfRecruitment(RecruitmentPeriod from, RecruitmentPeriod to, DateTime now)
    {
        var (wasOpen, isOpen, today) = (from.IsOpenAt(now), to.IsOpenAt(now), JapanTime.DayOf(now));
        if (!to.HasOpenedAt(now))
        {
            yield return $"{JapanTime.MonthDay(to.OpensOn!.Value)}まで、サイトには「まもなく開始」と出ます。{(wasOpen ? "いま開いている申込フォームは、募集が始まるまで送れません。" : "")}";
        }

        if (!wasOpen && isOpen)
        {
            yield return "保存するとすぐに、募集中になります。";
        }

        if (from.ClosesOn == to.ClosesOn)
        {
            yield break;
        }

        if (to.ClosesOn >= today)
        {
            yield return to.ClosesOn > from.ClosesOn
                ? $"{Deadline.Of(to.ClosesOn)}受け付けます。"
                : $"{Deadline.Of(to.ClosesOn)}で締め切ります。それまでに開いた申込フォームは、そのあと{(int)RecruitmentPeriod.Grace.TotalMinutes}分のあいだ送れます。";
        }
        else if (wasOpen)
        {
            yield return "保存するとすぐに締め切ります。入力の途中の方も、送れなくなります。";
        }
    }
}

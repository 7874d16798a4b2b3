using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Web.Features.Shared;

/// <summary>What the public pages say of how members are chosen and when the fee is asked (参加の決め方と費用のお願い), in the cohort's terms.</summary>
internal static class AdmissionText
{
    /// <param name="cohort">The cohort.</param>
    /// <param name="waits">Whether whoever applies now comes onto the waiting list.</param>
    public static string HowChosen(Cohort cohort, bool waits = false)
    {
        if (!cohort.Admission.IsFirstCome)
        {
            return $"選考のうえ、参加していただく方を決めます。結果は{AnsweredBy(cohort)}メールでお知らせします。";
        }

        return waits ? "定員に達しているため、補欠として受け付けます。席が空いたときは、お申し込みの順にメールでご案内します。"
            : cohort is { CapacityIsAbout: true, Capacity: { } about } ? $"定員は約{about}名です。お申し込みの順に、お席をお取りします。"
            : cohort.Limit is { } capacity ? $"先着{capacity}名です。定員に達したあとは、補欠として受け付けます。"
            : "お申し込みの順に、お席をお取りします。";
    }

    /// <summary>When and how the fee is asked.</summary>
    public static string HowToPay(Cohort cohort) => cohort.Admission.AsksOnApplying
        ? "申込フォームを送った後の画面とメールで、振込先と期限をご案内します。"
        : "参加が決まったときに、メールで振込先と期限をご案内します。申し込みのときのお支払いはありません。";

    /// <param name="cohort">The cohort.</param>
    /// <param name="days">Days until the fee is due.</param>
    public static string WhenToPay(Cohort? cohort, int days) =>
        $"{(cohort?.Admission.AsksOnApplying ?? true ? "申し込み" : "参加が決まったお知らせ")}から{days}日以内（期限が土日、祝日、年末年始に当たるときは次の銀行営業日まで）";

    private static string AnsweredBy(Cohort cohort) => cohort.Admission.AnswersOn is { } day ? $"{JapanTime.MonthDay(day)}までに" : "あらためて";
}

using System.Globalization;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Mail;

/// <summary>What a cohort still lacks before its recruitment opens (募集の前に足りないもの).</summary>
/// <param name="OpensOn">Null: recruitment opens as soon as it may.</param>
public sealed record OpeningGaps(int Ordinal, string Cohort, DateOnly? OpensOn, DateOnly Today, IReadOnlyList<OpeningGap> Gaps);

/// <param name="Path">Where it is mended, under the site's address.</param>
public sealed record OpeningGap(Readiness Readiness, string Path);

/// <summary>
/// The mail that tells administrators, from a week before recruitment opens, what is missing of 公開前の確認. One for each cohort and opening day: a day
/// that was moved is told anew.
/// </summary>
public static class OpeningNotice
{
    /// <summary>How many days before the opening it is sent.</summary>
    public const int DaysBefore = 7;

    public static string OccasionOf(OpeningGaps gaps, int accountId) => string.Create(
        CultureInfo.InvariantCulture, $"opening-notice:{gaps.Ordinal}:{(gaps.OpensOn is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "at-once")}:{accountId}");

    public static OutgoingMail For(string email, int accountId, OpeningGaps gaps, OfficeDetails office)
    {
        var isHeld = gaps.Gaps.Any(g => g.Readiness.IsLegal);
        var letter = new Letter($"{gaps.Cohort}の募集の前に", "公開前の確認に、足りないものがあります")
            .Paragraph(When(gaps))
            .Paragraph(isHeld
                ? "公開前の確認に、足りないものがあります。「必須」のものがそろうまで、申し込みの受け付けは始まりません。"
                : "公開前の確認に、決まっていないものがあります。受け付けは始まりますが、先に決めておくと案内がそろいます。")
            .Facts([.. gaps.Gaps.Select(g => (Label(g.Readiness), $"{string.Join("、", g.Readiness.Missing)}がありません\n{office.PublicBaseUrl}{g.Path}"))])
            .Link("公開前の確認を見る", $"{office.PublicBaseUrl}/admin/cohorts/{gaps.Ordinal}")
            .Paragraph("このお知らせは、期と募集の開始日ごとに1回だけ、「管理」の役割の方にお送りします。届いたときには、そろっていることがあります。");
        return new OutgoingMail(
            MailKind.OpeningNotice, OccasionOf(gaps, accountId), email, $"【{office.Programme.ShortTitle}】{gaps.Cohort}の募集の前に、足りないものがあります", letter.Signed(office));
    }

    private static string Label(Readiness readiness) => $"{readiness.Item.Label()}{(readiness.IsLegal ? "（必須）" : "")}";

    private static string When(OpeningGaps gaps) => gaps.OpensOn is not { } opens
        ? $"{gaps.Cohort}は、公開と同時に募集を始める設定です。"
        : (opens.DayNumber - gaps.Today.DayNumber) switch
        {
            > 0 and var days => $"{gaps.Cohort}の募集を始める日（{JapanTime.FullDate(opens)}）まで、あと{days}日です。",
            0 => $"{gaps.Cohort}の募集を始める日は、今日（{JapanTime.FullDate(opens)}）です。",
            _ => $"{gaps.Cohort}の募集を始める日（{JapanTime.FullDate(opens)}）を過ぎています。",
        };
}

using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;

namespace Shiojiri.CxoLab.Mail;

/// <summary>The mail that answers an application and says how to pay (お支払い方法のご案内).</summary>
public static class PaymentInstructions
{
    public static OutgoingMail For(Application application, Cohort cohort, Office office)
    {
        var number = ApplicationNumber.Grouped(application.Number);
        var due = JapanTime.MonthDay(application.DueOn);
        var (text, html) = new Letter(
                "お申し込みを受け付けました",
                $"受付番号 {number}。参加費{application.Fee}を{due}までにお振り込みください。")
            .Paragraph($"{application.Name} 様")
            .Paragraph(
                $"塩尻CxO Lab {cohort.Name}メンバーへのお申し込みをありがとうございます。"
                + "下のご案内に沿って、参加費をお振り込みください。")
            .Emphasis("受付番号", number)
            .PaymentInstructionsFor(application, office)
            .Heading("このあとの流れ")
            .Steps(Next(application, cohort))
            .Link("日程を見る", $"{office.PublicBaseUrl}/schedule")
            .WithdrawalFor(application, office)
            .Paragraph("このメールに心当たりがないときは、お手数ですが事務局までお知らせください。")
            .Signed(office);

        return new OutgoingMail(
            $"payment-instructions:{application.Key}",
            application.Email,
            $"【塩尻CxO Lab】お申し込みの受付とお支払い方法のご案内（{number}）",
            text,
            html);
    }

    private static string[] Next(Application application, Cohort cohort)
    {
        var pay = $"{JapanTime.MonthDay(application.DueOn)}までに参加費を振り込む";
        const string Confirm = "事務局が入金を確かめ、メールでお知らせします";
        return cohort.NextSessionAt(application.ReceivedUtc) is not { } first
            ? [pay, Confirm]
            : [pay, Confirm, $"{first.Days} {first.Hours} {first.Title}（{(first.Place == Place.Online ? "オンライン" : "現地")}）".Replace("  ", " ", StringComparison.Ordinal)];
    }
}

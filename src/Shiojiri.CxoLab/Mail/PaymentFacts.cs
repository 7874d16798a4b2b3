using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Mail;

/// <summary>The facts of paying, as every mail that asks for the fee tells them (お支払い方法).</summary>
internal static class PaymentFacts
{
    public static Letter PaymentInstructionsFor(this Letter letter, Application application, OfficeDetails office)
    {
        var account = office.Account;
        var sample = account.IsSample ? $"\n（{BankAccount.SampleMark}の口座です。振り込まないでください）" : "";
        letter
            .Heading("お支払い方法（銀行振込）")
            .Facts(
                ("金額", application.Fee.WithTax),
                ("お支払い期限", JapanTime.FullDate(application.DueOn)),
                ("お振込先", $"{account.Bank} {account.Branch}\n{account.Kind} {account.Number}\n{account.Holder}{sample}"),
                ("お振込名義", $"{PayerName.For(application.Number, application.Kana)}\n（受付番号の10桁を、お名前の前に付けてください）"));
        return office.TransferFee is null ? letter : letter.Paragraph(office.TransferFee);
    }

    public static Letter WithdrawalFor(this Letter letter, Application application, OfficeDetails office) =>
        letter
            .Heading("参加を取りやめるとき")
            .Paragraph(
                $"受付番号（{ApplicationNumber.Grouped(application.Number)}）を添えて、{office.ContactEmail} までメールでお知らせください。"
                + (office.Withdrawal ?? (application.Balance.IsSettled
                    ? "返金については、あわせて事務局へお問い合わせください。"
                    : "参加費をお支払いになった後の返金については、お支払いの前に事務局へお確かめください。")));

    public static Letter NextStepsFor(this Letter letter, Application application, Cohort cohort)
    {
        var pay = $"{JapanTime.MonthDay(application.DueOn)}までに参加費を振り込む";
        const string Confirm = "事務局が入金を確かめ、メールでお知らせします";
        return cohort.NextSessionAt(application.ReceivedUtc) is not { } first
            ? letter.Steps(pay, Confirm)
            : letter.Steps(
                pay, Confirm,
                $"{first.Days} {first.Hours} {first.Title}（{(first.Place == Place.Online ? "オンライン" : "現地")}）".Replace("  ", " ", StringComparison.Ordinal));
    }
}

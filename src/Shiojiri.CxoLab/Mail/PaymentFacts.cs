using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Payments;

namespace Shiojiri.CxoLab.Mail;

/// <summary>The facts of paying, as every mail tells them in the state that payment is in (お支払い方法).</summary>
internal static class PaymentFacts
{
    /// <summary>How to pay, as long as something is asked; else what has become of the fee.</summary>
    public static Letter PaymentInstructionsFor(this Letter letter, MailContext about)
    {
        var (application, account) = (about.Application, about.Office.Account);
        if (about.FeeMessage is not (FeeMessage.AsksFee or FeeMessage.AsksRest))
        {
            return letter.Heading("お支払いについて").FeeMessageFor(about);
        }

        var isRest = about.FeeMessage == FeeMessage.AsksRest;
        var payee = account is null
            ? BankAccount.NotYet
            : $"{account.Bank} {account.Branch}\n{account.Kind} {account.Number}\n{account.Holder}{(account.IsSample ? $"\n（{BankAccount.SampleMark}の口座です。振り込まないでください）" : "")}";
        letter.Heading("お支払い方法（銀行振込）");
        if (isRest)
        {
            letter.FeeMessageFor(about);
        }

        letter.Facts(
            (isRest ? "残りの金額" : "金額", about.Fee.Open.WithTax),
            ("お支払い期限", $"{JapanTime.FullDate(about.DueOn!.Value)}{(about.IsPastDue ? "（過ぎていますので、お早めにお願いします）" : "")}"),
            ("お振込先", payee),
            ("お振込名義", $"{PayerName.For(application.Number, application.Kana)}\n（受付番号の10桁を、お名前の前に付けてください）"));
        if (about.Office.TransferFee is { } charge)
        {
            letter.Paragraph(charge);
        }

        return about.IsReminder && !isRest ? letter.Paragraph("行き違いでお振り込みがお済みのときは、そのままお待ちください。") : letter;
    }

    /// <summary>One paragraph on the fee.</summary>
    public static Letter FeeMessageFor(this Letter letter, MailContext about)
    {
        var (fee, office) = (about.Fee, about.Office.ContactEmail);
        var by = about.IsPastDue || about.DueOn is not { } day ? "できるだけ早く" : $"{JapanTime.MonthDay(day)}までに";
        const string Crossed = "行き違いでお振り込みがお済みのときは、そのままお待ちください。";
        return letter.Paragraph(about.FeeMessage switch
        {
            FeeMessage.AsksFee => $"参加費 {fee.Fee.WithTax}を、{by}お振り込みください。{Crossed}",
            FeeMessage.AsksRest => $"参加費 {fee.Fee.WithTax}のうち、{fee.Received}のご入金を確認しています。残りの{fee.Open}を、{by}お振り込みください。{Crossed}",
            FeeMessage.AsksLater => $"参加費 {fee.Fee.WithTax}のお支払い方法は、参加が決まったときにご案内します。お振り込みはそれまでお待ちください。",
            FeeMessage.Confirms => $"参加費 {fee.Received}のご入金を確認しています。",
            FeeMessage.NamesSurplus =>
                $"参加費 {fee.Fee.WithTax}に対して、{fee.Excess}多くご入金いただいています。お返しする方法をご相談したいので、受付番号を添えて {office} までお知らせください。",
            FeeMessage.AsksToWait => $"参加費のお振り込みは必要ありません。席をご案内するときに、お支払い方法をお知らせします。行き違いでお振り込みがお済みのときは、受付番号を添えて {office} までお知らせください。",
            FeeMessage.HoldsMoney => $"お振り込みいただいた{fee.Received}は、事務局でお預かりしています。返金をご希望のときは、受付番号を添えて {office} までお知らせください。",
            FeeMessage.NothingToPay => fee.Fee.Amount == 0
                ? "参加費はかかりません。"
                : $"参加費のお振り込みは必要ありません。行き違いでお振り込みがお済みのときは、受付番号を添えて {office} までお知らせください。",
            FeeMessage.OffersRefund =>
                $"お振り込みいただいた{fee.Received}をお返しします。お返し先の口座（金融機関名、支店名、預金の種類、口座番号、口座名義のカナ）を、受付番号を添えて {office} までお知らせください。{RefundDays(about)}",
            FeeMessage.SaysRefunded => $"お振り込みいただいた参加費は、お返ししました。ご不明なことは、受付番号を添えて {office} までお知らせください。",
            _ => throw new ArgumentOutOfRangeException(nameof(about), about.FeeMessage, "Nothing is said of the fee."),
        });
    }

    private static string RefundDays(MailContext about) => about.Office.RefundDays is { } days
        ? $"口座をお知らせいただいてから{days}日以内にお振り込みします。"
        : "お振り込みの日は、口座をお知らせいただいたあとにご連絡します。";

    /// <summary>How to step back; nothing to whom that can't happen any more.</summary>
    public static Letter WithdrawalFor(this Letter letter, MailContext about)
    {
        var (application, office) = (about.Application, about.Office);
        return !about.Status.IsAlive() ? letter : letter
            .Heading("辞退するとき")
            .Paragraph(
                $"受付番号（{ApplicationNumber.Grouped(application.Number)}）を添えて、{office.ContactEmail} までメールでお知らせください。"
                + (office.Withdrawal is { } terms ? terms : ""));
    }

    public static Letter NextStepsFor(this Letter letter, MailContext about)
    {
        var pay = about.DueOn is { } due ? $"{JapanTime.MonthDay(due)}までに参加費を振り込む" : "お支払い方法のご案内を待つ";
        var confirm = about.Cohort.Admission is { IsFirstCome: true, ConfirmsWhenPaid: true }
            ? "事務局が入金を確かめ、参加の確定をメールでお知らせします" : "事務局が入金を確かめ、メールでお知らせします";
        return about.Cohort.NextSessionAt(about.Application.ReceivedUtc) is not { } first
            ? letter.Steps(pay, confirm)
            : letter.Steps(
                pay, confirm,
                $"{first.Days} {first.Hours} {first.Title}（{first.Place.Label()}）".Replace("  ", " ", StringComparison.Ordinal));
    }
}

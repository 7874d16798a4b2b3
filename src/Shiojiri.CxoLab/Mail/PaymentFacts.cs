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
        var sample = account.IsSample ? $"\n（{BankAccount.SampleMark}の口座です。振り込まないでください）" : "";
        letter.Heading("お支払い方法（銀行振込）");
        if (isRest)
        {
            letter.FeeMessageFor(about);
        }

        letter.Facts(
            (isRest ? "残りの金額" : "金額", application.Balance.Open.WithTax),
            ("お支払い期限", JapanTime.FullDate(application.DueOn)),
            ("お振込先", $"{account.Bank} {account.Branch}\n{account.Kind} {account.Number}\n{account.Holder}{sample}"),
            ("お振込名義", $"{PayerName.For(application.Number, application.Kana)}\n（受付番号の10桁を、お名前の前に付けてください）"));
        if (about.Office.TransferFee is { } charge)
        {
            letter.Paragraph(charge);
        }

        return about.IsReminder && !isRest ? letter.Paragraph("行き違いですでにお振り込みのときは、お手続きいただくことはありません。") : letter;
    }

    /// <summary>One paragraph on the fee.</summary>
    public static Letter FeeMessageFor(this Letter letter, MailContext about)
    {
        var (fee, balance, office) = (about.Application.Fee, about.Application.Balance, about.Office.ContactEmail);
        var due = JapanTime.MonthDay(about.Application.DueOn);
        return letter.Paragraph(about.FeeMessage switch
        {
            FeeMessage.AsksFee =>
                $"参加費 {fee.WithTax}を、お申し込みのときにお送りしたご案内のとおりに、{due}までにお振り込みください。行き違いですでにお振り込みのときは、お手続きいただくことはありません。",
            FeeMessage.AsksRest =>
                $"参加費 {fee.WithTax}のうち、{balance.Received}のご入金を確認しています。残りの {balance.Open}を、{due}までにお振り込みください。行き違いですでにお振り込みのときは、お手続きいただくことはありません。",
            FeeMessage.Confirms =>
                $"{balance.Received}のご入金を確認しています。お手続きいただくことはありません。",
            FeeMessage.NamesSurplus =>
                $"参加費 {fee.WithTax}に対して、{balance.Received}のご入金を確認しています。多くお振り込みいただいた {new Yen(balance.Received.Amount - balance.Due.Amount)}については、受付番号を添えて {office} までお知らせください。",
            FeeMessage.AsksToWait =>
                $"参加費のお振り込みは、あらためてご連絡するまでお待ちください。すでにお振り込みのときは、受付番号を添えて {office} までお知らせください。",
            FeeMessage.HoldsMoney =>
                $"{balance.Received}のご入金を確認しており、お預かりしています。あらためてご連絡するまで、お振り込みはお待ちください。ご不明なことは、受付番号を添えて {office} までお知らせください。",
            FeeMessage.NothingToPay =>
                $"参加費のお振り込みは必要ありません。すでにお振り込みのときは、受付番号を添えて {office} までお知らせください。",
            FeeMessage.OffersRefund =>
                $"参加費のお振り込みは必要ありません。{balance.Received}のご入金を確認していますので、その取り扱いについて、受付番号を添えて {office} までお知らせください。",
            FeeMessage.SaysRefunded =>
                $"お振り込みいただいた参加費は返金のお手続きをしました。あらためてのお振り込みは必要ありません。ご不明なことは、受付番号を添えて {office} までお知らせください。",
            _ => throw new ArgumentOutOfRangeException(nameof(about), about.FeeMessage, "Nothing is said of the fee."),
        });
    }

    /// <summary>How to step back; nothing to whom that can't happen any more.</summary>
    public static Letter WithdrawalFor(this Letter letter, MailContext about)
    {
        var (application, office) = (about.Application, about.Office);
        return !about.Status.IsAlive() ? letter : letter
            .Heading("参加を取りやめるとき")
            .Paragraph(
                $"受付番号（{ApplicationNumber.Grouped(application.Number)}）を添えて、{office.ContactEmail} までメールでお知らせください。"
                + (office.Withdrawal ?? (application.Balance.Status == PaymentStatus.Unpaid
                    ? "参加費をお支払いになった後の返金については、お支払いの前に事務局へお確かめください。"
                    : "返金については、あわせて事務局へお問い合わせください。")));
    }

    public static Letter NextStepsFor(this Letter letter, Application application, Cohort cohort)
    {
        var pay = $"{JapanTime.MonthDay(application.DueOn)}までに参加費を振り込む";
        const string Confirm = "事務局が入金を確かめ、メールでお知らせします";
        return cohort.NextSessionAt(application.ReceivedUtc) is not { } first
            ? letter.Steps(pay, Confirm)
            : letter.Steps(
                pay, Confirm,
                $"{first.Days} {first.Hours} {first.Title}（{first.Place.Label()}）".Replace("  ", " ", StringComparison.Ordinal));
    }
}

using System.Text;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Tests.Testing;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Tests.Mail;

/// <summary>
/// Each mail in each status and state of payment: whether it may leave, and what it says of the fee. The table and the texts are
/// approved files; to approve a change, run with CXOLAB_APPROVE=1 and review the diff.
/// </summary>
public sealed class MailRulesTests
{
    private static readonly MailKind[] ToApplicants =
    [
        MailKind.PaymentInstructions, MailKind.InstructionsAgain, MailKind.PaymentReminder, MailKind.ApplicationReceipt, MailKind.RepeatNotice, MailKind.PaymentThanks,
        MailKind.Acceptance, MailKind.Waitlist, MailKind.Decline, MailKind.Withdrawal, MailKind.PlaceOffer, MailKind.Correction, MailKind.Group,
    ];

    [Fact]
    public void Which_mail_may_leave_in_which_status_and_state_of_payment()
    {
        var table = new StringBuilder("| mail | status | payment | may leave | says of the fee |\n|---|---|---|---|---|\n");
        foreach (var kind in ToApplicants)
        {
            foreach (var status in Enum.GetValues<ApplicationStatus>())
            {
                foreach (var payment in Enum.GetValues<PaymentStatus>())
                {
                    var message = Given.About(In(status, payment)).FeeMessage;
                    var refusal = MailRules.RefusalOf(kind, status, message);
                    var says = refusal is not null ? "" : kind == MailKind.Group ? "what staff write" : message.ToString();
                    table.Append($"| {kind} | {status.Label()} | {payment.Label()} | {(refusal is null ? "yes" : $"no: {refusal}")} | {says} |\n");
                }
            }
        }

        Approved.Check("mail-rules", table.ToString());
    }

    [Fact]
    public void A_mail_about_no_application_is_never_refused()
    {
        MailKind[] others = [MailKind.Test, MailKind.StaffInvitation, MailKind.StaffPasswordReset, MailKind.UnsentMailAlert, MailKind.AuditHead, MailKind.InquiryReceipt, MailKind.InquiryAnswer, MailKind.StatusSummary, MailKind.OpeningNotice];

        Assert.Equal(Enum.GetValues<MailKind>(), ((MailKind[])[.. ToApplicants, .. others]).Order());
        Assert.All(others, kind => Assert.Null(MailRules.RefusalOf(kind, ApplicationStatus.Withdrawn, FeeMessage.SaysRefunded)));
    }

    /// <summary>One file a mail, with its text for each thing that it may have to say of the fee.</summary>
    [Theory]
    [InlineData(MailKind.ApplicationReceipt)]
    [InlineData(MailKind.InstructionsAgain)]
    [InlineData(MailKind.PaymentReminder)]
    [InlineData(MailKind.RepeatNotice)]
    [InlineData(MailKind.PaymentThanks)]
    [InlineData(MailKind.PlaceOffer)]
    [InlineData(MailKind.Correction)]
    [InlineData(MailKind.Acceptance)]
    [InlineData(MailKind.Waitlist)]
    [InlineData(MailKind.Decline)]
    [InlineData(MailKind.Withdrawal)]
    public void What_a_mail_says_in_each_status_and_state_of_payment(MailKind kind)
    {
        var texts = new Dictionary<string, List<string>>();
        foreach (var status in Enum.GetValues<ApplicationStatus>())
        {
            foreach (var payment in Enum.GetValues<PaymentStatus>())
            {
                var application = In(status, payment);
                if (MailRules.RefusalOf(kind, status, Given.About(application).FeeMessage) is not null)
                {
                    continue;
                }

                var mail = ApplicantMail.For(kind, "occasion", Given.About(application), null, MailMarkdown.Read);
                var text = mail.Text.Replace(ApplicationNumber.Grouped(application.Number), "NNNN-NNN-NNN", StringComparison.Ordinal)
                    .Replace(application.Number, "NNNNNNNNNN", StringComparison.Ordinal);
                (texts.TryGetValue(text, out var where) ? where : texts[text] = []).Add($"{status.Label()}・{payment.Label()}");
            }
        }

        Approved.Check($"{kind.Slug()}-by-state", string.Join('\n', texts.Select(t => $"===== {string.Join("、", t.Value)}\n{t.Key}")));
    }

    [Fact]
    public void What_the_summary_says_in_each_status_and_state_of_payment()
    {
        var texts = new Dictionary<string, List<string>>();
        foreach (var status in Enum.GetValues<ApplicationStatus>())
        {
            foreach (var payment in Enum.GetValues<PaymentStatus>())
            {
                var application = In(status, payment);
                var mail = StatusSummary.For([Given.About(application)], "occasion", new(2022, 6, 11));
                var isAsked = MailRules.FeeMessageOf(application) is FeeMessage.AsksFee or FeeMessage.AsksRest;
                Assert.Equal(isAsked, mail.Text.Contains("塩尻銀行", StringComparison.Ordinal));
                Assert.Equal(isAsked, mail.Text.Contains("お支払い期限", StringComparison.Ordinal));
                Assert.DoesNotContain("お支払いください", mail.Text + mail.Html, StringComparison.Ordinal);
                var text = mail.Text.Replace(ApplicationNumber.Grouped(application.Number), "NNNN-NNN-NNN", StringComparison.Ordinal)
                    .Replace(application.Number, "NNNNNNNNNN", StringComparison.Ordinal).Replace(application.Key, "KEY", StringComparison.Ordinal);
                (texts.TryGetValue(text, out var where) ? where : texts[text] = []).Add($"{status.Label()}・{payment.Label()}");
            }
        }

        Approved.Check("status-summary-by-state", string.Join('\n', texts.Select(t => $"===== {string.Join("、", t.Value)}\n{t.Key}")));
    }

    [Fact]
    public void The_summary_of_a_term_that_is_over_asks_for_nothing()
    {
        var mail = StatusSummary.For([Given.About()], "occasion", new(2023, 2, 1));

        Assert.DoesNotContain("塩尻銀行", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("振り込", mail.Text, StringComparison.Ordinal);
    }

    private static Application In(ApplicationStatus status, PaymentStatus payment)
    {
        // A choice by staff, so that a payment decides nothing.
        var cohort = Given.Cohort(admission: new Admission(AdmissionMode.Selection, FeeTiming.OnApplying));
        var application = ((Reception.Accepted)cohort.Receive(Given.Applicant(), Given.Now, Given.Now, 7)).Application;
        if (status == ApplicationStatus.UnderReview)
        {
            application.BeginReview(cohort, Given.Staff, Given.Now);
        }
        else if (status != ApplicationStatus.Received)
        {
            application.Decide(status, cohort, new(2022, 6, 20), Given.Staff, Given.Now);
        }

        var paid = payment switch { PaymentStatus.Unpaid => 0, PaymentStatus.Partial => 5_000, PaymentStatus.Overpaid => 21_000, _ => 20_000 };
        if (paid > 0)
        {
            application.RecordPayment(Moved(paid), cohort, Given.Staff, Given.Now);
        }

        if (payment == PaymentStatus.Refunded)
        {
            application.RecordRefund(Moved(paid), Given.Staff, Given.Now);
        }

        Assert.Equal((status, payment), (application.Status, application.Balance.Status));
        return application;
    }

    private static MoneyMoved Moved(int amount) => new(RandomToken.Draw(), new Yen(amount), new(2022, 6, 10), PaymentWay.BankTransfer, null);
}

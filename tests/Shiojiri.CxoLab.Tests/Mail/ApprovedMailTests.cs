using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Tests.Testing;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Tests.Mail;

/// <summary>Each mail as it leaves, compared with its approved text. To approve a change, run with CXOLAB_APPROVE=1 and review the diff.</summary>
public sealed class ApprovedMailTests
{
    [Fact]
    public void Payment_instructions()
    {
        var application = Given.Application();

        Approve("payment-instructions", PaymentInstructions.For(Given.About(application), MailMarkdown.Read), application);
    }

    [Fact]
    public void Repeat_notice()
    {
        var application = Given.Application();

        Approve("repeat-notice", RepeatNotice.For(Given.About(application), new(2022, 6, 11), MailMarkdown.Read), application);
    }

    [Fact]
    public void Payment_thanks()
    {
        var application = Given.Application();
        application.RecordPayment(new("entry", new Yen(20_000), new(2022, 6, 14), PaymentWay.BankTransfer, null), Given.Cohort(), Given.Staff, Given.Now);

        Approve("payment-thanks", PaymentThanks.For(Given.About(application), "entry", MailMarkdown.Read), application);
    }

    [Theory]
    [InlineData(MailKind.InstructionsAgain, true, "instructions-again")]
    [InlineData(MailKind.PaymentReminder, true, "payment-reminder")]
    [InlineData(MailKind.PaymentReminder, false, "payment-reminder-new-day")]
    public void What_asks_again_for_the_fee(MailKind kind, bool isPastDue, string name)
    {
        var application = Given.Application();
        application.RecordPayment(new("entry", new Yen(5_000), new(2022, 6, 14), PaymentWay.BankTransfer, null), Given.Cohort(), Given.Staff, Given.Now);
        var about = Given.About(application) with { IsPastDue = isPastDue };

        Approve(name, ApplicantMail.For(kind, "occasion", about, null, MailMarkdown.Read), application);
    }

    [Theory]
    [InlineData(ApplicationStatus.Accepted, "acceptance")]
    [InlineData(ApplicationStatus.Waitlisted, "waitlist")]
    [InlineData(ApplicationStatus.Declined, "decline")]
    [InlineData(ApplicationStatus.Withdrawn, "withdrawal")]
    public void A_decision(ApplicationStatus decision, string name)
    {
        var application = Given.Application();

        Approve(name, DecisionNotice.For(Given.About(application), decision, Guid.Empty, MailMarkdown.Read)!, application);
    }

    [Fact]
    public void A_mail_sent_again_with_a_preface()
    {
        var application = Given.Application();
        var mail = DecisionNotice.For(Given.About(application), ApplicationStatus.Declined, Guid.Empty, MailMarkdown.Read)!;

        Approve("resent", ResentMail.Of(mail, "new@example.jp", "アドレスの誤りでお届けできなかったため、<もう一度>お送りします。", Guid.Empty, MailMarkdown.Read), application);
    }

    [Fact]
    public void A_sample_account_says_so_in_the_mail()
    {
        var mail = PaymentInstructions.For(Given.About(Given.Application(), sampleAccount: true), MailMarkdown.Read);

        Assert.Contains("見本の口座です", mail.Text, StringComparison.Ordinal);
        Assert.Contains("見本の口座です", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_a_name_is_inert_and_a_rare_name_stays_as_it_is()
    {
        var application = Given.Application(Given.Applicant(name: "<b onclick=\"x\">𠮷髙</b> & '"));

        var mail = PaymentInstructions.For(Given.About(application), MailMarkdown.Read);

        Assert.Contains("<b onclick=\"x\">𠮷髙</b> & ' 様", mail.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b onclick=&quot;x&quot;&gt;𠮷髙&lt;/b&gt; &amp; &#39; 様", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b onclick", mail.Html, StringComparison.Ordinal);
        Assert.Equal($"【塩尻CxO Lab】お申し込みの受付とお支払い方法のご案内（{ApplicationNumber.Grouped(application.Number)}）", mail.Subject);
    }

    private static void Approve(string name, OutgoingMail mail, Application application)
    {
        var number = application.Number;
        var written = $"{mail.Recipient}\n{mail.Subject}\n\n{mail.Text}\n{mail.Html}"
            .Replace(ApplicationNumber.Grouped(number), "NNNN-NNN-NNN", StringComparison.Ordinal)
            .Replace(number, "NNNNNNNNNN", StringComparison.Ordinal);
        Approved.Check(name, written);
    }
}

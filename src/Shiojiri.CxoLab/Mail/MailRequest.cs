using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Inquiries;

namespace Shiojiri.CxoLab.Mail;

/// <summary>Whom a mail is for and what calls for it (メールのきっかけ); what else its text needs is loaded by whoever composes it.</summary>
public abstract record MailRequest
{
    private MailRequest()
    {
    }

    /// <summary>The application that the mail is about, if any: its state decides whether the mail may leave.</summary>
    public virtual Application? About => null;

    /// <summary>To an applicant, in the cohort's own text or the built-in one.</summary>
    /// <param name="Cause">Tells it from another mail of the same kind: a day, a ledger line, a preparation. Empty where there is only ever one.</param>
    public sealed record ToApplicant(Application Application, string Cause = "") : MailRequest
    {
        public override Application About => Application;
    }

    /// <summary>One of many, in words that staff wrote for this occasion.</summary>
    public sealed record ToMany(Application Application, MailText Text, Guid Batch) : MailRequest
    {
        public override Application About => Application;
    }

    /// <summary>A mail once more.</summary>
    public sealed record Again(OutgoingMail Mail, string? Preface, Guid Ticket) : MailRequest
    {
        public override Application About => Mail.Application ?? throw new InvalidOperationException("The mail has to be read together with its application.");
    }

    /// <summary>A text to the staff member who tries it.</summary>
    public sealed record Trial(MailPreview Preview, string OwnAddress, Guid Ticket) : MailRequest;

    /// <summary>A link that sets a password, to a staff member.</summary>
    public sealed record StaffLink(string Email, string Name, string Key, DateTime UntilUtc) : MailRequest;

    /// <summary>The last line of the audit log: to an administrator.</summary>
    public sealed record AuditHead(string Email, int AccountId, string Name, (int Sequence, string Hash) Head, DateTime NowUtc) : MailRequest;

    /// <summary>The question has arrived.</summary>
    public sealed record AboutInquiry(Inquiry Inquiry) : MailRequest;

    /// <summary>The answer to a question.</summary>
    public sealed record Reply(Inquiry Inquiry, InquiryAnswer Answer) : MailRequest;

    /// <summary>Where the applications at one address stand, the newest first.</summary>
    public sealed record Summary(IReadOnlyList<Application> Applications, string Occasion, DateOnly Today) : MailRequest;

    /// <summary>Mails do not leave: to an administrator.</summary>
    public sealed record Unsent(string Email, int AccountId, UnsentMails Mails) : MailRequest;

    /// <summary>What is missing before recruitment opens: to an administrator.</summary>
    public sealed record Opening(string Email, int AccountId, OpeningGaps Gaps) : MailRequest;
}

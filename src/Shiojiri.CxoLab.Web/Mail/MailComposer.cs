using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>
/// Makes every mail there is and puts it into the queue, with the caller's save. What a text needs beside the application it reads
/// itself, once for all mails of a request.
/// </summary>
internal sealed class MailComposer(MailQueue queue, MailCohorts cohorts, CurrentSettings current, PaymentTerms terms)
{
    // For what is about the site as a whole.
    private OfficeDetails Office => current.OfficeOf(null);

    /// <exception cref="InvalidOperationException">The mail may not leave: the caller has not asked the rule.</exception>
    public async Task QueueAsync(MailKind kind, MailRequest request, CancellationToken ct)
    {
        if (await TryQueueAsync(kind, request, ct) is { } refusal)
        {
            throw new InvalidOperationException($"{kind} may not leave: {refusal}.");
        }
    }

    /// <summary>Null when it is queued; else why it may not leave.</summary>
    public async Task<MailRefusal?> TryQueueAsync(MailKind kind, MailRequest request, CancellationToken ct) =>
        MailQueue.RefusalOf(kind, request.About) ?? queue.TryAdd(await ComposeAsync(kind, request, ct), request.About);

    /// <summary>The mail as it would leave, not queued: a decision is shown before it is carried out.</summary>
    public async Task<OutgoingMail> ComposeAsync(MailKind kind, MailRequest request, CancellationToken ct)
    {
        switch (request)
        {
            case MailRequest.ToApplicant(var application, var cause):
                var (cohort, own) = await cohorts.FindAsync(application.CohortId, ct);
                return ApplicantMail.For(
                    kind, ApplicantMail.OccasionOf(kind, application, cause), About(kind, application, cohort), own.GetValueOrDefault(kind), MailMarkdown.ReadKept);
            case MailRequest.ToMany(var application, var text, var batch) when kind == MailKind.Group:
                return GroupMail.For((await ContextsAsync([application], ct))[0], text, batch, MailMarkdown.Read);
            case MailRequest.Again(var mail, var preface, var ticket) when kind == mail.Kind:
                return ResentMail.Of(mail, request.About!.Email!, preface, ticket, MailMarkdown.Read);
            case MailRequest.Trial(var preview, var address, var ticket) when kind == MailKind.Test:
                return TestMail.Of(preview, address, ticket);
            case MailRequest.StaffLink(var email, var name, var key, var untilUtc) when kind == MailKind.StaffInvitation:
                return StaffMail.Invitation(email, name, key, untilUtc, Office);
            case MailRequest.StaffLink(var email, var name, var key, var untilUtc) when kind == MailKind.StaffPasswordReset:
                return StaffMail.PasswordReset(email, name, key, untilUtc, Office);
            case MailRequest.AuditHead(var email, var accountId, var name, var head, var nowUtc) when kind == MailKind.AuditHead:
                return AuditHeadMail.For(email, name, AuditHeadMail.OccasionOf(accountId, nowUtc), head, nowUtc, Office);
            case MailRequest.Unsent(var email, var accountId, var mails) when kind == MailKind.UnsentMailAlert:
                return UnsentMailAlert.For(email, accountId, mails, Office);
            case MailRequest.Opening(var email, var accountId, var gaps) when kind == MailKind.OpeningNotice:
                return OpeningNotice.For(email, accountId, gaps, Office);
            case MailRequest.AboutInquiry(var inquiry) when kind == MailKind.InquiryReceipt:
                return InquiryReceipt.For(inquiry, Office);
            case MailRequest.Reply(var inquiry, var answer) when kind == MailKind.InquiryAnswer:
                return InquiryReply.For(inquiry, answer, Office, MailMarkdown.Read);
            case MailRequest.Summary(var applications, var occasion, var today) when kind == MailKind.StatusSummary:
                return StatusSummary.For(await ContextsAsync(applications, ct), occasion, today);
            default:
                throw new ArgumentException($"{kind} is not made of a {request.GetType().Name}.", nameof(request));
        }
    }

    private async Task<IReadOnlyList<MailContext>> ContextsAsync(IReadOnlyList<Application> applications, CancellationToken ct)
    {
        var contexts = new List<MailContext>(applications.Count);
        foreach (var application in applications)
        {
            contexts.Add(new MailContext(application, (await cohorts.FindAsync(application.CohortId, ct)).Cohort, current.OfficeOf(application.CohortId, application.Terms)));
        }

        return contexts;
    }

    // A decision's mail is shown before it is carried out, and tells the day by which the fee will be asked then.
    private MailContext About(MailKind kind, Application application, Cohort cohort)
    {
        var about = new MailContext(application, cohort, current.OfficeOf(cohort.Id, application.Terms)) { IsPastDue = terms.IsPast(application.DueOn) };
        return MailRules.StatusToldBy(kind) is { } told && told != application.Status
            ? about with { DueOn = application.DueOnIn(told, cohort, terms.DueOnIn(cohort.Id)), IsPastDue = false }
            : about;
    }
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Mail;

/// <summary>Sends a mail again or stops one that waits, each with its line in the audit log.</summary>
internal sealed class MailService(CxoLabDb db, AuditTrail audit, TimeProvider time, MailComposer composer, MailQueue queue)
{
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Only what went to an applicant, and nothing that is on its way anyhow.</summary>
    public static bool CanBeResent(OutgoingMail mail) => mail.Application is { IsReachedByMail: true } && mail.State != MailState.Queued;

    /// <summary>The mail that came of it, the same one when the form comes twice; or why it may not leave any more.</summary>
    public async Task<(OutgoingMail? Mail, MailRefusal? Refusal)> ResendAsync(OutgoingMail mail, string? preface, Guid ticket, CancellationToken ct)
    {
        if (await ResentAsync(ticket, ct) is { } before)
        {
            return (before, null);
        }

        var request = new MailRequest.Again(mail, preface, ticket);
        var again = await composer.ComposeAsync(mail.Kind, request, ct);
        if (queue.TryAdd(again, request.About) is { } refusal)
        {
            return (null, refusal);
        }

        audit.Write(AuditAction.MailResent, mail.Application!.Number, after: new { Mail = mail.Key, Resent = again.Key, again.Recipient, Preface = preface });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost))
        {
            // The same form, twice at the same moment.
            db.ChangeTracker.Clear();
            return (await ResentAsync(ticket, ct) ?? throw new InvalidOperationException("The mail that was quicker is not there.", lost), null);
        }

        return (again, null);
    }

    /// <summary>False when the sender, or somebody else, was quicker.</summary>
    public async Task<bool> CancelAsync(OutgoingMail mail, CancellationToken ct)
    {
        if (!mail.CanBeCancelledAt(Now))
        {
            return false;
        }

        mail.Cancel(Now);

        // No applicant's address: what stands as a subject can't be erased from the log.
        var subject = mail.Application?.Number ?? (IsToApplicant(mail.Kind) ? $"{mail.Key}" : mail.Recipient);
        audit.Write(AuditAction.MailCancelled, subject, new { State = MailState.Queued }, new { Mail = mail.Key, mail.State });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // A sender took it up, or somebody else cancelled it, between the look and the save.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    // Of those about no application.
    private static bool IsToApplicant(MailKind kind) => kind is MailKind.InquiryReceipt or MailKind.InquiryAnswer or MailKind.StatusSummary;

    private Task<OutgoingMail?> ResentAsync(Guid ticket, CancellationToken ct)
    {
        var occasion = ResentMail.OccasionOf(ticket);
        return db.OutgoingMails.AsNoTracking().FirstOrDefaultAsync(m => m.Occasion == occasion, ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

/// <summary>Asks people for the fee by mail: those whose due day has passed, all in one save, or one person once more.</summary>
internal sealed class ReminderService(CxoLabDb db, MailComposer composer, ContraryMails contrary, AuditTrail audit, StaffSaveService saves)
{
    private const string WhyMoved = "お支払いのお願いとあわせて";

    /// <summary>Sends exactly the mails that were shown; stale, and nothing at all, when anything is another by now.</summary>
    public async Task<SaveOutcome> RemindAsync(IReadOnlyList<OverduePerson> shown, DateOnly? dueOn, CancellationToken ct)
    {
        var seen = shown.ToDictionary(p => p.Application.Id, p => p.SeenVersion);
        var ids = seen.Keys.ToList();
        var applications = await db.Applications.Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(ct);
        if (applications.Count != seen.Count || applications.Any(a => a.Version != seen[a.Id] || a.FeeStatusOn(saves.Today).State != FeeState.Overdue))
        {
            return SaveOutcome.Stale;
        }

        await contrary.CancelThoseNamingSumAsync(ids, ct);
        foreach (var application in applications)
        {
            Move(application, dueOn);
            await composer.QueueAsync(MailKind.PaymentReminder, new MailRequest.ToApplicant(application, PaymentReminder.CauseOn(saves.Today)), ct);
            audit.Write(AuditAction.PaymentAsked, application.Number, after: new { Kind = MailKind.PaymentReminder });
        }

        return await saves.SaveFirstAsync(ct);
    }

    /// <summary>How to pay, once more. Null when it is on its way, also when the form comes twice; else why it may not leave.</summary>
    /// <param name="ticket">Drawn when the page was shown.</param>
    public async Task<MailRefusal?> SendInstructionsAsync(Application application, string ticket, CancellationToken ct)
    {
        var request = new MailRequest.ToApplicant(application, ticket);
        var occasion = ApplicantMail.OccasionOf(MailKind.InstructionsAgain, application, ticket);
        if (await db.OutgoingMails.AnyAsync(m => m.Occasion == occasion, ct))
        {
            return null;
        }

        if (await composer.TryQueueAsync(MailKind.InstructionsAgain, request, ct) is { } refusal)
        {
            return refusal;
        }

        audit.Write(AuditAction.PaymentAsked, application.Number, after: new { Kind = MailKind.InstructionsAgain });

        // Stale: the same form at the same moment. The other one has queued it.
        await saves.SaveFirstAsync(ct);
        return null;
    }

    private void Move(Application application, DateOnly? dueOn)
    {
        var before = application.DueOn;
        if (dueOn is { } day && application.MoveDueDate(day, saves.Today))
        {
            audit.Write(AuditAction.DueDateMoved, application.Number, new { DueOn = before }, new { application.DueOn, Reason = WhyMoved });
        }
    }
}

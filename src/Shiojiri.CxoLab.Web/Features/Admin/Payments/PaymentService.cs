using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Payments;

internal enum PaymentOutcome
{
    Done,
    NotThere,
    Stale,
    Refused,

    /// <summary>The payment may be one that was entered before: the form asks whether it is another one.</summary>
    Asks,
}

/// <summary>Enters a line into a ledger: the line, the mail of thanks and the audit line in one save.</summary>
internal sealed class PaymentService(
    TrackedApplications applications, AuditTrail audit, StaffSaveService saves, MailComposer composer, ContraryMails contrary)
{
    public async Task<(PaymentOutcome Outcome, string? Words)> EnterAsync(string number, LedgerForm form, LedgerEntryKind kind, CancellationToken ct)
    {
        if (await applications.FindAsync(number, ct) is not { Application: var application } found)
        {
            return (PaymentOutcome.NotThere, null);
        }

        // The form sent a second time finds its own line.
        if (form.Key is not null && application.Ledger.Any(e => e.Key == form.Key))
        {
            return (PaymentOutcome.Done, "すでに記録されています");
        }

        if (form.IsAnother == "no")
        {
            return (PaymentOutcome.Done, "同じ入金として、記録しませんでした");
        }

        if (!RandomToken.IsWellFormed(form.Key) || application.Version != form.Version)
        {
            return (PaymentOutcome.Stale, null);
        }

        if (kind == LedgerEntryKind.Payment && form.IsAnother != "yes" && form.ToMoved(saves.Today) is var asked && application.HasPayment(asked.On, asked.Amount))
        {
            return (PaymentOutcome.Asks, null);
        }

        var before = application.Balance;
        var statusBefore = application.Status;
        if (Refusal(found, form, kind) is { } refusal)
        {
            return (PaymentOutcome.Refused, refusal);
        }

        Audit(application, before, kind);
        await contrary.CancelThoseNamingSumAsync([application.Id], ct);
        var isWholeNow = kind == LedgerEntryKind.Payment && !before.IsSettled && application.Balance.IsSettled;
        var told = application.Status != statusBefore ? await ConfirmAsync(application, statusBefore, form, ct)
            : isWholeNow && form.Thanks == "yes" ? await ThankAsync(application, form, ct)
            : "";
        return await SaveAsync(told, kind, ct);
    }

    // 参加確定 by the payment is told whatever the form says: its mail gives thanks as well.
    private async Task<string> ConfirmAsync(Application application, ApplicationStatus before, LedgerForm form, CancellationToken ct)
    {
        audit.Write(AuditAction.StatusChanged, application.Number, new { Status = before }, new { application.Status, Reason = "参加費の入金" });
        await contrary.CancelAsync(application, ct);
        return await composer.TryQueueAsync(MailKind.Acceptance, new MailRequest.ToApplicant(application, form.Key!), ct) is null
            ? "。参加の確定をメールでお知らせします"
            : "。参加が確定しました";
    }

    private async Task<string> ThankAsync(Application application, LedgerForm form, CancellationToken ct) =>
        await composer.TryQueueAsync(MailKind.PaymentThanks, new MailRequest.ToApplicant(application, form.Key!), ct) is null
            ? "。お礼のメールをお送りします"
            : "";

    private string? Refusal(TrackedApplication found, LedgerForm form, LedgerEntryKind kind)
    {
        var (application, cohort, dueOn) = found;
        var (by, now) = (saves.Actor, saves.UtcNow);
        if (kind == LedgerEntryKind.Refund)
        {
            return application.RecordRefund(form.ToMoved(saves.Today), by, now) is null
                ? null
                : $"確認した入金（{application.Balance.Received}）より多くは返金できません";
        }

        if (kind == LedgerEntryKind.Payment)
        {
            application.RecordPayment(form.ToMoved(saves.Today), cohort, by, now);
            return null;
        }

        var entry = application.Ledger.FirstOrDefault(e => e.Key is not null && e.Key == form.Entry);
        var refusal = entry is null ? LedgerRefusal.NotReversible
            : application.Reverse(entry.Id, form.Key!, form.RemarkFolded, saves.Today, cohort, dueOn, by, now);
        return refusal switch
        {
            null => null,
            LedgerRefusal.LessThanNothing => "この入金はすでに返金されているため、取り消すと残りがマイナスになります。先に返金の記録を取り消してください",
            LedgerRefusal.NotReversible => "この行は取り消せません。すでに取り消されていないか、お確かめください",
            _ => throw new ArgumentOutOfRangeException(nameof(form), refusal, null),
        };
    }

    private void Audit(Application application, Balance before, LedgerEntryKind kind)
    {
        var line = application.Ledger[^1];
        var action = kind switch
        {
            LedgerEntryKind.Payment => AuditAction.PaymentRecorded,
            LedgerEntryKind.Refund => AuditAction.RefundRecorded,
            LedgerEntryKind.Reversal => AuditAction.EntryReversed,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        audit.Write(
            action,
            application.Number,
            new { Received = before.Received.Amount, before.Status },
            new { Received = application.Balance.Received.Amount, application.Balance.Status, Amount = line.Amount.Amount, line.OccurredOn, line.Way, line.Remark });
    }

    private async Task<(PaymentOutcome Outcome, string? Words)> SaveAsync(string told, LedgerEntryKind kind, CancellationToken ct)
    {
        try
        {
            return await saves.SaveAsync(ct) == SaveOutcome.Done
                ? (PaymentOutcome.Done, $"{kind.Label()}を記録しました{told}")
                : (PaymentOutcome.Stale, null);
        }
        catch (DbUpdateException twice) when (UniqueViolation.Is(twice))
        {
            // The same form, or the same line taken back, a moment ago.
            return (PaymentOutcome.Stale, null);
        }
    }
}

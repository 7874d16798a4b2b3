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
}

/// <summary>Enters a line into a ledger: the line, the mail of thanks and the audit line in one save.</summary>
internal sealed class PaymentService(CxoLabDb db, StaffScope scope, AuditTrail audit, StaffSaveService saves, MailComposer composer)
{
    public async Task<(Application Application, Cohort Cohort)?> FindAsync(string number, CancellationToken ct)
    {
        var application = await scope.Applications.AsNoTracking().Include(a => a.Ledger).SingleOrDefaultAsync(a => a.Number == number, ct);
        return application is null ? null : (application, await CohortAsync(application, ct));
    }

    public Task NoteViewAsync(string number, CancellationToken ct)
    {
        audit.Write(AuditAction.ApplicantViewed, number, after: new { Page = "payments" });
        return db.SaveChangesAsync(ct);
    }

    public async Task<(PaymentOutcome Outcome, string? Words)> EnterAsync(string number, LedgerForm form, LedgerEntryKind kind, CancellationToken ct)
    {
        if (await scope.Applications.Include(a => a.Ledger).SingleOrDefaultAsync(a => a.Number == number, ct) is not { } application)
        {
            return (PaymentOutcome.NotThere, null);
        }

        // The form sent a second time finds its own line.
        if (form.Key is not null && application.Ledger.Any(e => e.Key == form.Key))
        {
            return (PaymentOutcome.Done, "すでに記録されています");
        }

        if (!RandomToken.IsWellFormed(form.Key) || application.Version != form.Version)
        {
            return (PaymentOutcome.Stale, null);
        }

        var before = application.Balance;
        if (Refusal(application, form, kind) is { } refusal)
        {
            return (PaymentOutcome.Refused, refusal);
        }

        Audit(application, before, kind);
        var thanks = kind == LedgerEntryKind.Payment && !before.IsSettled && application.Balance.IsSettled && form.Thanks == "yes"
            && await composer.TryQueueAsync(MailKind.PaymentThanks, new MailRequest.ToApplicant(application, form.Key!), ct) is null;

        return await SaveAsync(thanks, kind, ct);
    }

    private string? Refusal(Application application, LedgerForm form, LedgerEntryKind kind)
    {
        var (by, now) = (saves.Actor, saves.UtcNow);
        switch (kind)
        {
            case LedgerEntryKind.Payment:
                application.RecordPayment(form.ToMoved(saves.Today), by, now);
                return null;
            case LedgerEntryKind.Refund:
                return application.RecordRefund(form.ToMoved(saves.Today), by, now) is null
                    ? null
                    : $"確認した入金（{application.Balance.Received}）より多くは返金できません";
            default:
                var entry = application.Ledger.FirstOrDefault(e => e.Key is not null && e.Key == form.Entry);
                return entry is not null && application.Reverse(entry.Id, form.Key!, form.RemarkFolded, saves.Today, by, now) is null
                    ? null
                    : "この行は取り消せません。すでに取り消されていないか、お確かめください";
        }
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

    private async Task<(PaymentOutcome Outcome, string? Words)> SaveAsync(bool thanks, LedgerEntryKind kind, CancellationToken ct)
    {
        try
        {
            return await saves.SaveAsync(ct) == SaveOutcome.Done
                ? (PaymentOutcome.Done, $"{kind.Label()}を記録しました{(thanks ? "。お礼のメールをお送りします" : "")}")
                : (PaymentOutcome.Stale, null);
        }
        catch (DbUpdateException twice) when (UniqueViolation.Is(twice))
        {
            // The same form, or the same line taken back, a moment ago.
            return (PaymentOutcome.Stale, null);
        }
    }

    private Task<Cohort> CohortAsync(Application application, CancellationToken ct) =>
        db.Cohorts.AsNoTracking().Include(c => c.Sessions).SingleAsync(c => c.Id == application.CohortId, ct);
}

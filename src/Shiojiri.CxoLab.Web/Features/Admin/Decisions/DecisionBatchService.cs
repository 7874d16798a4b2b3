using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>Carries a batch of decisions out: status, mail and audit in one save, all or nothing.</summary>
internal sealed class DecisionBatchService(CxoLabDb db, AuditTrail audit, DecisionDraftQuery drafts, StaffSaveService saves, MailQueue queue)
{
    /// <summary>Carries out exactly what was shown. False: something of it is different by now, and nothing at all was done.</summary>
    public Task<bool> CarryOutAsync(ShownDecisions shown, CancellationToken ct) =>
        LostRace.RetryAsync(db, (_, token) => TryCarryOutAsync(shown, token), () => false, ct);

    private async Task<bool> TryCarryOutAsync(ShownDecisions shown, CancellationToken ct)
    {
        var read = await drafts.ReadAsync(shown.Proofs.Keys, shown.Batch, ct);
        if (read.Count < shown.Proofs.Count || read.Any(d => !d.IsReady || d.Proof != shown.Proofs[d.Application.Number]))
        {
            db.ChangeTracker.Clear();
            return false;
        }

        var now = saves.UtcNow;
        foreach (var draft in read)
        {
            CarryOut(draft, shown.Batch, now);
        }

        await db.SaveChangesAsync(ct);
        return true;
    }

    private void CarryOut(DecisionDraft draft, Guid batch, DateTime nowUtc)
    {
        var application = draft.Application;
        var from = application.Status;
        application.Decide(draft.To, draft.Cohort, draft.DueOn, saves.Actor, nowUtc, batch);
        if (draft.Mail is not null)
        {
            queue.AddHeld(draft.Mail, application);
        }

        foreach (var contrary in draft.Cancels)
        {
            contrary.Cancel(saves.RealUtcNow);
        }

        db.Remove(draft.Prepared);
        audit.Write(AuditAction.StatusChanged, application.Number, new { Status = from }, new
        {
            application.Status,
            Batch = batch,
            PreparedBy = draft.Prepared.IsBy(saves.Actor) ? null : draft.Prepared.ByName,
            Mail = draft.Mail?.Subject,
            HeldMinutes = draft.Mail is { } mail ? (int?)(mail.NextAttemptUtc - mail.QueuedUtc).TotalMinutes : null,
            CancelledMails = draft.Cancels.Select(m => m.Subject).ToList(),
        });
    }
}

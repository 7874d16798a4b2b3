using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>Prepares decisions, undoes preparations, and carries a batch out: status, mail and audit in one save, all or nothing.</summary>
internal sealed class DecisionService(
    CxoLabDb db, StaffScope scope, AuditTrail audit, DecisionDraftQuery drafts, StaffSaveService saves, MailComposer composer, PaymentTerms terms)
{
    /// <summary>Lays the move ready for all whom the table allows it; the others are given back by number.</summary>
    public Task<(int Prepared, IReadOnlyList<string> Refused)> PrepareAsync(IReadOnlyCollection<string> numbers, ApplicationStatus to, CancellationToken ct) =>
        LostRace.RetryAsync<(int, IReadOnlyList<string>)>(db, (_, token) => TryPrepareAsync(numbers, to, token), () => (0, [.. numbers]), ct);

    private async Task<(int Prepared, IReadOnlyList<string> Refused)> TryPrepareAsync(IReadOnlyCollection<string> numbers, ApplicationStatus to, CancellationToken ct)
    {
        var applications = await scope.Applications.Where(a => numbers.Contains(a.Number)).ToListAsync(ct);
        var ids = applications.Select(a => a.Id).ToList();
        var known = await db.PreparedDecisions.Where(d => ids.Contains(d.ApplicationId)).ToDictionaryAsync(d => d.ApplicationId, ct);
        var possible = applications.Where(a => ApplicationStatusMoves.MayBeDecided(a.Status, to)).ToList();
        foreach (var application in possible)
        {
            Prepare(application, known.GetValueOrDefault(application.Id), to);
        }

        await db.SaveChangesAsync(ct);
        return (possible.Count, [.. applications.Except(possible).Select(a => a.Number)]);
    }

    /// <summary>Lays one move ready; stale when the application has changed since the person looked at it.</summary>
    public async Task<SaveOutcome> PrepareOneAsync(string number, ApplicationStatus to, Guid version, CancellationToken ct)
    {
        if (await scope.Applications.SingleOrDefaultAsync(a => a.Number == number, ct) is not { } application)
        {
            return SaveOutcome.NotThere;
        }

        if (application.Version != version || !ApplicationStatusMoves.MayBeDecided(application.Status, to))
        {
            return SaveOutcome.Stale;
        }

        await PrepareAsync([number], to, ct);
        return SaveOutcome.Done;
    }

    /// <param name="version">The preparation that the person saw.</param>
    public async Task<SaveOutcome> UndoAsync(string number, Guid version, CancellationToken ct)
    {
        if (await scope.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Number == number, ct) is not { } application)
        {
            return SaveOutcome.NotThere;
        }

        if (await db.PreparedDecisions.SingleOrDefaultAsync(d => d.ApplicationId == application.Id && d.Version == version, ct) is not { } prepared)
        {
            return SaveOutcome.Stale;
        }

        db.Remove(prepared);
        audit.Write(AuditAction.PreparationUndone, number, new { prepared.To });
        return await saves.SaveAsync(ct);
    }

    /// <summary>
    /// Carries out what the proofs stand for. When anything that was shown has changed by now, nothing at all is done and the
    /// numbers concerned are given back.
    /// </summary>
    public Task<(int Done, IReadOnlyList<string> Stale)> ApplyAsync(IReadOnlyDictionary<string, string?> proofs, CancellationToken ct) =>
        LostRace.RetryAsync<(int, IReadOnlyList<string>)>(db, (_, token) => TryApplyAsync(proofs, token), () => (0, [.. proofs.Keys]), ct);

    private async Task<(int Done, IReadOnlyList<string> Stale)> TryApplyAsync(IReadOnlyDictionary<string, string?> proofs, CancellationToken ct)
    {
        var read = await drafts.ReadAsync([.. proofs.Keys], ct);
        var current = read.Where(d => d.IsReady).ToDictionary(d => d.Application.Number, d => d.Proof);
        var stale = proofs.Where(p => p.Value is null || current.GetValueOrDefault(p.Key) != p.Value).Select(p => p.Key).ToList();
        if (stale.Count > 0)
        {
            return (0, stale);
        }

        foreach (var draft in read)
        {
            await CarryOutAsync(draft, ct);
        }

        await db.SaveChangesAsync(ct);
        return (read.Count, []);
    }

    private void Prepare(Application application, PreparedDecision? known, ApplicationStatus to)
    {
        if (known is null)
        {
            db.Add(new PreparedDecision(application, to, saves.Actor, saves.UtcNow));
        }
        else if (known.To != to || known.ApplicationVersion != application.Version)
        {
            known.Change(to, application.Version, saves.Actor, saves.UtcNow);
        }
        else
        {
            return;
        }

        audit.Write(AuditAction.DecisionPrepared, application.Number, new { application.Status }, new { Prepared = to });
    }

    private async Task CarryOutAsync(DecisionDraft draft, CancellationToken ct)
    {
        var application = draft.Application;
        var from = application.Status;
        // Read once for all of the batch.
        var cohort = (await db.Cohorts.FindAsync([application.CohortId], ct))!;
        application.Decide(draft.Prepared.To, cohort, terms.DueOn, saves.Actor, saves.UtcNow);
        if (draft.Mail is not null)
        {
            composer.QueueHeld(draft.Mail, application);
        }

        foreach (var contrary in draft.Cancels)
        {
            contrary.Cancel(saves.RealUtcNow);
        }

        db.Remove(draft.Prepared);
        audit.Write(
            AuditAction.StatusChanged,
            application.Number,
            new { Status = from },
            new { application.Status, Mail = draft.Mail?.Subject, CancelledMails = draft.Cancels.Select(m => m.Subject).ToList() });
    }
}

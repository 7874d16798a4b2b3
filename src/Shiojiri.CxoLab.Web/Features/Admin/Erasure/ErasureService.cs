using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Erasure;

/// <summary>What came of it.</summary>
/// <param name="Refusal">Set when the rule says no.</param>
/// <param name="Stopped">Mails that were waiting and leave no more.</param>
internal sealed record ErasureResult(ErasureOutcome Outcome, ErasureRefusal? Refusal = null, int Stopped = 0);

internal enum ErasureOutcome
{
    Done,
    NotThere,

    /// <summary>It was changed by somebody else in the meantime; nothing was done.</summary>
    Stale,

    /// <summary>A mail to the person is being sent at this moment; nothing was done.</summary>
    IsLeaving,

    /// <summary>The rule says no; nothing was done.</summary>
    Refused,
}

/// <summary>Erases a person (個人情報の削除): everything in one save, with the details in the audit log and a line that says so, or nothing. The desk, the job and the command all come here.</summary>
internal sealed class ErasureService(CxoLabDb db, PersonTraceQuery query, AuditErasure details, MailFiles files, ProgrammeClock clock)
{
    /// <param name="within">Those that whoever asks may see.</param>
    /// <param name="version">As the application was seen; null: as it is.</param>
    public Task<ErasureResult> EraseAsync(
        IQueryable<Application> within, string number, Guid? version, Actor by, ErasureCause cause, CancellationToken ct) =>
        db.UndisturbedAsync(
            async token =>
            {
                if (await query.FindAsync(within, number, token) is not { } person)
                {
                    return new ErasureResult(ErasureOutcome.NotThere);
                }

                // Nobody looks when the months are over: a question that waits for its answer may not vanish then.
                var refused = person.Main.RefusalToErase(person.Cohort, clock.Today)
                    ?? (cause == ErasureCause.Retention && person.HasOpenInquiry ? ErasureRefusal.HasOpenInquiry : null);
                return refused is { } refusal ? new ErasureResult(ErasureOutcome.Refused, refusal)
                    : version is { } seen && seen != person.Main.Version ? new ErasureResult(ErasureOutcome.Stale)
                    : await EraseAsync(person, by, cause, token);
            },
            ct);

    /// <summary>Takes away what came in after the person was erased, from a page that was open at that moment. False when there is nothing.</summary>
    public Task<bool> SweepAsync(string number, CancellationToken ct) =>
        db.UndisturbedAsync(
            async token => await query.FindAsync(db.Applications, number, token) is { Main.IsErased: true, HasStragglers: true } person
                && (await EraseAsync(person, Actor.Site, ErasureCause.CameAfterwards, token)).Outcome == ErasureOutcome.Done,
            ct);

    private async Task<ErasureResult> EraseAsync(PersonTraces person, Actor by, ErasureCause cause, CancellationToken ct)
    {
        var nowUtc = clock.RealUtcNow;
        if (person.IsLeaving(nowUtc))
        {
            return new ErasureResult(ErasureOutcome.IsLeaving);
        }

        var (stopped, status, keys) = (person.Waiting, person.Main.Status, person.Mails.Concat(person.OtherMails).Select(m => m.Key).ToList());
        person.Erase(db, by, nowUtc);
        var lines = await details.EraseAsync(person.Numbers, person.Telling, by, ct);
        var facts = new { Cause = cause, Merged = person.Merged.Select(m => m.Number).ToList(), Mails = keys.Count, Stopped = stopped, Inquiries = person.Inquiries.Count, Lines = lines, StatusBefore = status };
        details.Tell(person.Main.Number, facts, by);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody changed one of the rows at this moment.
            db.ChangeTracker.Clear();
            return new ErasureResult(ErasureOutcome.Stale);
        }

        files.Delete(keys);
        return new ErasureResult(ErasureOutcome.Done, Stopped: stopped);
    }
}

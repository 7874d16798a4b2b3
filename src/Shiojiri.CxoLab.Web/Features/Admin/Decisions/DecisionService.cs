using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Decisions;

/// <summary>Prepares decisions and drops preparations; <see cref="DecisionBatchService"/> carries them out.</summary>
internal sealed class DecisionService(CxoLabDb db, StaffScope scope, AuditTrail audit, StaffSaveService saves)
{
    /// <summary>Lays the move ready for all whom the table allows it; the others are given back by number.</summary>
    public Task<(int Prepared, IReadOnlyList<string> Refused)> PrepareAsync(IReadOnlyCollection<string> numbers, ApplicationStatus to, CancellationToken ct) =>
        LostRace.RetryAsync<(int, IReadOnlyList<string>)>(db, (_, token) => TryPrepareAsync(numbers, to, token), () => (0, [.. numbers]), ct);

    private async Task<(int Prepared, IReadOnlyList<string> Refused)> TryPrepareAsync(IReadOnlyCollection<string> numbers, ApplicationStatus to, CancellationToken ct)
    {
        var applications = await scope.People.Where(a => numbers.Contains(a.Number)).ToListAsync(ct);
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
        if (await scope.People.SingleOrDefaultAsync(a => a.Number == number, ct) is not { } application)
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

    /// <summary>Drops one's own preparation; stale for anybody else's that can still be carried out.</summary>
    /// <param name="version">The preparation that the person saw.</param>
    public async Task<SaveOutcome> UndoAsync(string number, Guid version, CancellationToken ct)
    {
        if (await scope.People.AsNoTracking().SingleOrDefaultAsync(a => a.Number == number, ct) is not { } application)
        {
            return SaveOutcome.NotThere;
        }

        if (await db.PreparedDecisions.SingleOrDefaultAsync(d => d.ApplicationId == application.Id && d.Version == version, ct) is not { } prepared
            || !prepared.MayBeDroppedBy(saves.Actor, application.Status))
        {
            return SaveOutcome.Stale;
        }

        db.Remove(prepared);
        audit.Write(AuditAction.PreparationUndone, number, new { prepared.To });
        return await saves.SaveAsync(ct);
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
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Erasure;

/// <summary>What an administrator does about a person's data: erases it, or keeps it back from being erased by itself.</summary>
internal sealed class DeskErasureService(ErasureService erasure, StaffScope scope, StaffSaveService saves, AuditTrail audit, WorkSignal<JobWorker> signal)
{
    public async Task<ErasureResult> EraseAsync(string number, Guid version, CancellationToken ct)
    {
        var result = await erasure.EraseAsync(scope.People, number, version, saves.Actor, ErasureCause.Request, ct);
        if (result.Outcome == ErasureOutcome.Done)
        {
            // Not within the request: the whole file is written anew.
            signal.Call(ErasedPagesJob.Called);
        }

        return result;
    }

    /// <param name="reason">Why it is kept back; null: it is not any more.</param>
    public async Task<SaveOutcome> KeepAsync(string number, string? reason, CancellationToken ct)
    {
        if (await scope.People.SingleOrDefaultAsync(a => a.Number == number, ct) is not { } application)
        {
            return SaveOutcome.NotThere;
        }

        var before = application.KeptBecause;
        if (before == reason)
        {
            return SaveOutcome.Done;
        }

        if (reason is null)
        {
            application.LetGo();
            audit.Write(AuditAction.ErasureReleased, number, new { Reason = before });
        }
        else
        {
            application.Keep(reason, saves.Actor);
            audit.Write(AuditAction.ErasureHeld, number, before is null ? null : new { Reason = before }, new { Reason = reason });
        }

        return await saves.SaveAsync(ct);
    }
}

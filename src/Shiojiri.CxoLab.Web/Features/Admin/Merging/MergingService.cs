using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Merging;

/// <summary>Puts two applications of one person together, or parts them again: place, fee, mails, preparation and audit lines in one save.</summary>
internal sealed class MergingService(CxoLabDb db, StaffScope scope, AuditTrail audit, StaffSaveService saves, ContraryMails contrary)
{
    /// <param name="number">One of the two.</param>
    /// <param name="form">The other one, which of them stays, and both as they were seen.</param>
    public async Task<MergingOutcome> MergeAsync(string number, MergingForm form, CancellationToken ct)
    {
        var found = await scope.People.Where(a => a.Number == number || a.Number == form.With).ToListAsync(ct);
        if (found.Count != 2 || found.Find(a => a.Number == form.Main) is not { } main)
        {
            return MergingOutcome.NotThere;
        }

        var other = found.Single(a => a != main);
        if (found.Exists(a => form.Versions.GetValueOrDefault(a.Number) != a.Version))
        {
            return MergingOutcome.Stale;
        }

        var holdsOthers = await db.Applications.AnyAsync(a => a.MergedIntoId == other.Id, ct);
        if (other.RefusalToMerge(main, holdsOthers) is not null)
        {
            return MergingOutcome.Refused;
        }

        var waiting = await contrary.WaitingAsync([other.Id], ct);
        if (waiting.Exists(m => !m.CanBeCancelledAt(saves.RealUtcNow)))
        {
            return MergingOutcome.IsLeaving;
        }

        other.MergeInto(main, holdsOthers, await db.Cohorts.SingleAsync(c => c.Id == other.CohortId, ct));

        // Written as it is: nobody puts the one that stays under another at this same moment.
        db.Entry(main).Property(a => a.Version).IsModified = true;
        await WithdrawAsync(main, other, waiting, ct);
        return await SaveAsync(ct);
    }

    // What was on its way or laid ready for the one that goes under.
    private async Task WithdrawAsync(Application main, Application other, List<OutgoingMail> waiting, CancellationToken ct)
    {
        waiting.ForEach(m => m.Cancel(saves.RealUtcNow));
        var prepared = await db.PreparedDecisions.Where(d => d.ApplicationId == other.Id).ToListAsync(ct);
        db.RemoveRange(prepared);
        audit.Write(AuditAction.ApplicationMerged, main.Number, after: new { Merged = other.Number, CancelledMails = waiting.Select(m => m.Subject).ToList() });
        audit.Write(AuditAction.ApplicationMerged, other.Number, new { other.Status, Prepared = prepared.FirstOrDefault()?.To }, new { Into = main.Number });
    }

    /// <param name="number">The one that stayed.</param>
    /// <param name="merged">The one under it.</param>
    /// <param name="version">As it was seen.</param>
    /// <param name="dueOnIn">The due day, in case the fee is asked of it again.</param>
    public async Task<MergingOutcome> SplitAsync(string number, string? merged, Guid version, Func<int, DateOnly> dueOnIn, CancellationToken ct)
    {
        if (await scope.AllApplications.SingleOrDefaultAsync(a => a.Number == merged && scope.People.Any(main => main.Id == a.MergedIntoId && main.Number == number), ct)
            is not { } application)
        {
            return MergingOutcome.NotThere;
        }

        if (application.Version != version)
        {
            return MergingOutcome.Stale;
        }

        var sharesAddress = await db.Applications.AnyAsync(a => a.CohortId == application.CohortId && a.ActiveEmail == application.NormalizedEmail, ct);
        application.Split(await db.Cohorts.SingleAsync(c => c.Id == application.CohortId, ct), dueOnIn(application.CohortId), sharesAddress);
        audit.Write(AuditAction.ApplicationSplit, number, new { Merged = application.Number }, new { });
        audit.Write(AuditAction.ApplicationSplit, application.Number, new { Into = number }, new { application.Status });
        return await SaveAsync(ct);
    }

    private async Task<MergingOutcome> SaveAsync(CancellationToken ct)
    {
        if (await saves.SaveFirstAsync(ct) == SaveOutcome.Done)
        {
            return MergingOutcome.Done;
        }

        // The page that tells of it saves that it was looked at, and nothing of this.
        db.ChangeTracker.Clear();
        return MergingOutcome.Stale;
    }
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Publications;

/// <summary>Shows a cohort to visitors, at once or from an instant on, and takes it from the site while nobody has applied.</summary>
internal sealed class PublicationService(CxoLabDb db, AuditTrail audit, StaffSaveService saves)
{
    public DateTime UtcNow => saves.UtcNow;

    /// <param name="fromUtc">Null: at once.</param>
    public Task<SaveOutcome> PublishAsync(int cohortId, DateTime? fromUtc, Guid version, CancellationToken ct) => ChangeAsync(cohortId, version, cohort =>
    {
        var before = cohort.PublishedUtc;
        cohort.Publish(fromUtc ?? saves.UtcNow);
        audit.Write(AuditAction.CohortPublished, cohort.Name, new { PublishedUtc = before }, new { cohort.PublishedUtc, From = JapanTime.Moment(cohort.PublishedUtc!.Value) });
        return Task.FromResult(true);
    }, ct);

    /// <summary>Stale when somebody has applied meanwhile.</summary>
    public Task<SaveOutcome> WithdrawAsync(int cohortId, Guid version, CancellationToken ct) => ChangeAsync(cohortId, version, async cohort =>
    {
        if (await db.Applications.AnyAsync(a => a.CohortId == cohortId, ct))
        {
            return false;
        }

        var before = cohort.PublishedUtc;
        cohort.Unpublish();
        audit.Write(AuditAction.CohortWithdrawn, cohort.Name, new { PublishedUtc = before }, new { PublishedUtc = (DateTime?)null });
        return true;
    }, ct);

    private async Task<SaveOutcome> ChangeAsync(int cohortId, Guid version, Func<Cohort, Task<bool>> change, CancellationToken ct)
    {
        var cohort = await db.Cohorts.SingleAsync(c => c.Id == cohortId, ct);
        return cohort.Version == version && await change(cohort) ? await saves.SaveAsync(ct) : SaveOutcome.Stale;
    }
}

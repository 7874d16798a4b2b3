using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Admissions;

/// <summary>Stores how a cohort chooses its members, as long as nobody has applied.</summary>
internal sealed class AdmissionService(CxoLabDb db, AuditTrail audit, StaffSaveService saves)
{
    public DateOnly Today => saves.Today;

    public Task<bool> IsFixedAsync(int cohortId, CancellationToken ct) => db.Applications.AnyAsync(a => a.CohortId == cohortId, ct);

    /// <summary>Stale when it was changed, or somebody applied, since the person looked at it.</summary>
    public async Task<SaveOutcome> ChooseAsync(int cohortId, Admission admission, Guid version, CancellationToken ct)
    {
        var cohort = await db.Cohorts.SingleAsync(c => c.Id == cohortId, ct);
        if (cohort.Version != version || await IsFixedAsync(cohortId, ct))
        {
            return SaveOutcome.Stale;
        }

        var before = cohort.Admission;
        cohort.Choose(admission);
        audit.Write(AuditAction.AdmissionChanged, cohort.Name, Details(before), Details(admission));
        return await saves.SaveAsync(ct);
    }

    private static object Details(Admission admission) =>
        new { admission.Mode, admission.FeeTiming, admission.ConfirmsWhenPaid, admission.AnswersOn };
}

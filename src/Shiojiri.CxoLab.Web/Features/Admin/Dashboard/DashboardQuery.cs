using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Dashboard;

/// <summary>Reads what the dashboard shows, all of it within what the person may see.</summary>
internal sealed class DashboardQuery(CxoLabDb db, StaffScope scope, CurrentStaff staff, ProgrammeClock clock)
{
    /// <summary>Null when there is no such cohort to be seen.</summary>
    public async Task<DashboardPage?> PageAsync(int? ordinal, CancellationToken ct)
    {
        if (await scope.CohortAsync(ordinal, ct) is not { } cohort)
        {
            return null;
        }

        var cohorts = await scope.Cohorts.OrderByDescending(c => c.Ordinal).Select(c => new { c.Ordinal, c.Name }).ToListAsync(ct);
        return new DashboardPage(cohort, ordinal, [.. cohorts.Select(c => (c.Ordinal, c.Name))], clock.UtcNow, await ReadAsync(cohort, ct));
    }

    private async Task<DashboardReading> ReadAsync(Cohort cohort, CancellationToken ct)
    {
        var own = scope.Applications.AsNoTracking().Where(a => a.CohortId == cohort.Id);
        return new DashboardReading(
            await ApplicantFacts.Of(db, own).ToListAsync(ct),
            await own.OrderByDescending(a => a.ReceivedUtc).ThenByDescending(a => a.Id).Take(5)
                .Select(a => new NewestApplicant(a.Number, a.Name, a.Residence, a.ReceivedUtc)).ToListAsync(ct),
            await db.Briefings.AsNoTracking().OrderBy(b => b.HeldOn).Take(100).ToListAsync(ct),
            await FailedAsync(ct),
            await db.PreparedDecisions.CountAsync(d => scope.Applications.Any(a => a.Id == d.ApplicationId), ct),
            await scope.Applications
                .Where(a => a.Status == ApplicationStatus.Accepted && a.Ledger.Sum(e => e.Effect) >= 0
                    && a.Ledger.Where(e => e.Kind != LedgerEntryKind.FeeDue).Sum(e => e.Effect) > 0)
                .Select(a => a.NormalizedEmail ?? a.Number).Distinct().CountAsync(ct));
    }

    private Task<int> FailedAsync(CancellationToken ct)
    {
        var failed = db.OutgoingMails.Where(m => m.State == MailState.Failed);
        return staff.CohortId is null
            ? failed.CountAsync(ct)
            : failed.CountAsync(m => scope.Applications.Any(a => a.Id == m.ApplicationId), ct);
    }
}

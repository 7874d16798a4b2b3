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
internal sealed class DashboardQuery(CxoLabDb db, StaffScope scope, CurrentStaff staff, ProgrammeClock clock, TimeProvider time)
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
        var mails = await TroubledMailsAsync(ct);
        return new DashboardReading(
            await ApplicantFacts.Of(db, own).ToListAsync(ct),
            await own.OrderByDescending(a => a.ReceivedUtc).ThenByDescending(a => a.Id).Take(5)
                .Select(a => new NewestApplicant(a.Number, a.Name, a.Residence, a.ReceivedUtc)).ToListAsync(ct),
            await db.Briefings.AsNoTracking().OrderBy(b => b.HeldOn).Take(100).ToListAsync(ct),
            mails.GetValueOrDefault(MailState.Failed),
            await db.PreparedDecisions.CountAsync(d => scope.Applications.Any(a => a.Id == d.ApplicationId), ct),
            await scope.Applications
                .Where(a => a.Status == ApplicationStatus.Accepted && a.Ledger.Sum(e => e.Effect) >= 0
                    && a.Ledger.Where(e => e.Kind != LedgerEntryKind.FeeDue).Sum(e => e.Effect) > 0)
                .Select(a => a.NormalizedEmail ?? a.Number).Distinct().CountAsync(ct))
        {
            UnsentMails = mails.GetValueOrDefault(MailState.Queued),
        };
    }

    // Given up, or waiting for longer than it should.
    private Task<Dictionary<MailState, int>> TroubledMailsAsync(CancellationToken ct)
    {
        var late = time.GetUtcNow().UtcDateTime - UnsentMailAlert.Patience;
        var troubled = db.OutgoingMails.Where(m => m.State == MailState.Failed || (m.State == MailState.Queued && m.QueuedUtc < late));
        var own = staff.CohortId is null ? troubled : troubled.Where(m => scope.Applications.Any(a => a.Id == m.ApplicationId));
        return own.GroupBy(m => m.State).Select(g => new { State = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.State, g => g.Count, ct);
    }
}

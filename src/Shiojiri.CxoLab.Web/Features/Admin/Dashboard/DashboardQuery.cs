using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Dashboard;

/// <summary>Reads what the dashboard shows, all of it within what the person may see.</summary>
internal sealed class DashboardQuery(CxoLabDb db, StaffScope scope, CurrentStaff staff, ProgrammeClock clock, UnreadCount unread)
{
    private const int MostCohorts = 100;

    /// <summary>Null when there is no such cohort to be seen.</summary>
    public async Task<DashboardPage?> PageAsync(int? ordinal, CancellationToken ct)
    {
        if (await scope.CohortAsync(ordinal, ct) is not { } cohort)
        {
            return null;
        }

        var own = scope.Applications.AsNoTracking().Where(a => a.CohortId == cohort.Id);
        var facts = await ApplicantFacts.Of(own).ToListAsync(ct);
        var newest = await own.OrderByDescending(a => a.ReceivedUtc).ThenByDescending(a => a.Id).Take(5)
            .Select(a => new NewestApplicant(a.Number, a.Name, a.Residence, a.ReceivedUtc)).ToListAsync(ct);
        var briefings = await db.Briefings.AsNoTracking().OrderBy(b => b.HeldOn).Take(100).ToListAsync(ct);
        var (cohorts, counts) = await CountsAsync(ct);
        (unread.Known, unread.KnownInquiries) = (counts.Unread, counts.Open);
        return new DashboardPage(cohort, ordinal, cohorts, clock.UtcNow, new DashboardReading(facts, newest, briefings, counts.Failed, counts.Prepared, counts.People)
        {
            UnsentMails = counts.Late,
            OpenInquiries = counts.Open,
            NearErasure = staff.Role.May(Permission.ErasePeople) ? counts.NearErasure : 0,
            OldestFailedMail = counts.FirstFailedUtc is { } failedUtc ? JapanTime.DayOf(clock.Shown(failedUtc)) : null,
            OldestInquiry = counts.FirstOpenUtc is { } openUtc ? JapanTime.DayOf(openUtc) : null,
        });
    }

    // All counts in one statement, beside the cohorts: they are the same in each row, and there are few rows.
    private async Task<(IReadOnlyList<Cohort> Cohorts, Counted Counts)> CountsAsync(CancellationToken ct)
    {
        var (seesAll, late) = (staff.CohortId is null, clock.RealUtcNow - UnsentMailAlert.Patience);
        var mails = db.OutgoingMails.Where(m => seesAll || scope.AllApplications.Any(a => a.Id == m.ApplicationId));
        var rows = await scope.Cohorts.AsNoTracking().OrderByDescending(c => c.Ordinal).Take(MostCohorts)
            .Select(c => new
            {
                Cohort = c,
                Counts = new Counted
                {
                    Failed = mails.Count(m => m.State == MailState.Failed),
                    FirstFailedUtc = mails.Where(m => m.State == MailState.Failed).Min(m => (DateTime?)m.QueuedUtc),
                    Late = mails.Count(m => m.State == MailState.Queued && (m.Attempts == 0 ? m.NextAttemptUtc : m.QueuedUtc) < late),
                    Prepared = db.PreparedDecisions.Count(d => scope.Applications.Any(a => a.Id == d.ApplicationId)),
                    People = TakingPart.Select(a => a.NormalizedEmail ?? a.Number).Distinct().Count(),
                    Unread = scope.Unread.Count(),
                    Open = scope.OpenInquiries.Count(),
                    NearErasure = scope.People.Count(a => a.ErasureNoticedOn != null && a.KeptBecause == null),
                    FirstOpenUtc = scope.OpenInquiries.Min(i => (DateTime?)i.ReceivedUtc),
                },
            })
            .ToListAsync(ct);
        return ([.. rows.Select(c => c.Cohort)], rows[0].Counts);
    }

    private IQueryable<Application> TakingPart => scope.Applications
        .Where(a => a.Status == ApplicationStatus.Accepted)
        .Where(PaymentQuestions.Is(PaymentFilter.Paid, clock.Today));

    private sealed class Counted
    {
        public int Failed { get; init; }

        public DateTime? FirstFailedUtc { get; init; }

        public int Late { get; init; }

        public int Prepared { get; init; }

        public int People { get; init; }

        public int Unread { get; init; }

        public int Open { get; init; }

        public int NearErasure { get; init; }

        public DateTime? FirstOpenUtc { get; init; }
    }
}

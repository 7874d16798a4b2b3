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
    private const int MostBriefings = 100;

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
        var days = await Days(own).ToListAsync(ct);
        var origins = await Origins(own).ToListAsync(ct);
        var (cohorts, counts, received) = await CountsAsync(ct);
        (unread.Known, unread.KnownInquiries) = (received, counts.Open);
        return new DashboardPage(cohort, ordinal, cohorts, clock.UtcNow, new DashboardReading(facts, newest, counts.Failed, counts.Prepared, counts.People)
        {
            PerDay = [.. days.Where(d => !d.IsBriefing).Select(d => (d.On, d.Count))],
            Briefings = [.. days.Where(d => d.IsBriefing).Select(d => d.On)],
            Origins = origins,
            UnsentMails = counts.Late,
            OpenInquiries = counts.Open,
            NearErasure = staff.Role.May(Permission.ErasePeople) ? counts.NearErasure : 0,
            OldestFailedMail = counts.FirstFailedUtc is { } failedUtc ? JapanTime.DayOf(clock.Shown(failedUtc)) : null,
            OldestInquiry = counts.FirstOpenUtc is { } openUtc ? JapanTime.DayOf(openUtc) : null,
        });
    }

    // The days of the briefings come along.
    internal IQueryable<DayCount> Days(IQueryable<Application> applications) => applications
        .GroupBy(a => a.ReceivedOn)
        .Select(g => new DayCount { IsBriefing = false, On = g.Key, Count = g.Count() })
        .Concat(db.Briefings.OrderBy(b => b.HeldOn).Take(MostBriefings).Select(b => new DayCount { IsBriefing = true, On = b.HeldOn, Count = 0 }));

    internal static IQueryable<Origin> Origins(IQueryable<Application> applications) => applications
        .GroupBy(a => new { a.Residence, a.HeardFrom })
        .Select(g => new Origin(g.Key.Residence, g.Key.HeardFrom, g.Count()));

    // All counts in one statement, beside the cohorts: all but one are the same in each row, and there are few rows.
    private async Task<(IReadOnlyList<Cohort> Cohorts, Counted Counts, int Unread)> CountsAsync(CancellationToken ct)
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
                    FirstFailedUtc = db.OutgoingMails.Where(f => f.Id == mails.Where(m => m.State == MailState.Failed).Min(m => m.Id)).Select(m => (DateTime?)m.QueuedUtc).FirstOrDefault(),
                    Late = mails.Count(m => m.State == MailState.Queued && (m.Attempts == 0 ? m.NextAttemptUtc : m.QueuedUtc) < late),
                    Prepared = db.PreparedDecisions.Count(d => scope.Applications.Any(a => a.Id == d.ApplicationId)),
                    People = TakingPart.Where(a => a.NormalizedEmail != null).Select(a => a.NormalizedEmail).Distinct().Count() + TakingPart.Count(a => a.NormalizedEmail == null),
                    Unread = db.Applications.Count(a => a.CohortId == c.Id && a.MergedIntoId == null && a.Status == ApplicationStatus.Received),
                    Open = scope.OpenInquiries.Count(),
                    NearErasure = NearErasure.Count(),
                    FirstOpenUtc = scope.OpenInquiries.Min(i => (DateTime?)i.ReceivedUtc),
                },
            })
            .ToListAsync(ct);
        return ([.. rows.Select(c => c.Cohort)], rows[0].Counts, rows.Sum(c => c.Counts.Unread));
    }

    private IQueryable<Application> NearErasure => scope.AllApplications.WillBeErased(db);

    private IQueryable<Application> TakingPart => scope.Applications
        .Where(a => a.Status == ApplicationStatus.Accepted)
        .Where(PaymentQuestions.Is(PaymentFilter.Paid, clock.Today));

    internal sealed class DayCount
    {
        public bool IsBriefing { get; init; }

        public DateOnly On { get; init; }

        public int Count { get; init; }
    }

    private sealed class Counted
    {
        public int Failed { get; init; }

        public DateTime? FirstFailedUtc { get; init; }

        public int Late { get; init; }

        public int Prepared { get; init; }

        public int People { get; init; }

        /// <summary>Of the cohort of the row.</summary>
        public int Unread { get; init; }

        public int Open { get; init; }

        public int NearErasure { get; init; }

        public DateTime? FirstOpenUtc { get; init; }
    }
}

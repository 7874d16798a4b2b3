using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Applications;

/// <summary>Reads an applicant's page together.</summary>
internal sealed class ApplicantQuery(CxoLabDb db, StaffScope scope, ApplicantContextQuery context, ApplicantHistoryQuery history, ProgrammeClock clock)
{
    private const int MostShown = 200;

    /// <summary>The page, or null when there is no such application to be seen.</summary>
    public async Task<ApplicantPage?> FindAsync(string number, ApplicantFilter filter, CancellationToken ct)
    {
        var application = await scope.Applications.AsNoTracking()
            .Include(a => a.Attendance)
            .Include(a => a.Interests)
            .Include(a => a.Ledger)
            .Include(a => a.StatusChanges)
            .AsSplitQuery()
            .SingleOrDefaultAsync(a => a.Number == number, ct);
        if (application is null)
        {
            return null;
        }

        var id = application.Id;
        var cohort = await db.Cohorts.AsNoTracking().Include(c => c.Sessions).Include(c => c.InterestAreas.OrderBy(i => i.Position)).AsSplitQuery()
            .SingleAsync(c => c.Id == application.CohortId, ct);
        var notes = await db.ApplicationNotes.AsNoTracking().Where(n => n.ApplicationId == id).OrderByDescending(n => n.Id).Take(MostShown).ToListAsync(ct);
        var mails = await MailsAsync(id, ct);
        var tags = await db.Tags.AsNoTracking().Where(t => t.CohortId == cohort.Id).OrderBy(t => t.Name).Take(MostShown).ToListAsync(ct);
        var own = await db.ApplicationTags.Where(t => t.ApplicationId == id).Select(t => t.TagId).ToListAsync(ct);
        return new ApplicantPage(
            application,
            cohort,
            await context.PlaceAsync(application, cohort, filter, ct),
            await history.OfAsync(application, mails, notes, ct),
            mails,
            notes,
            [.. tags.Where(t => own.Contains(t.Id))],
            [.. tags.Where(t => !own.Contains(t.Id)).Select(t => t.Name)],
            await context.StaffAsync(cohort.Id, ct),
            await EarlierAsync(application, ct),
            await db.PreparedDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.ApplicationId == id, ct),
            await context.ReviewsAsync(id, ct),
            ApplicantFacts.IsOverdue(application.Balance, application.Status, application.DueOn, clock.Today),
            clock.UtcNow);
    }

    /// <summary>The number of the application that a repeat with this number repeats; null when there is none to be seen.</summary>
    public Task<string?> RepeatedAsync(string number, CancellationToken ct) => scope.Applications
        .Where(a => a.Number != number && a.Numbers.Any(n => n.Number == number))
        .Select(a => a.Number)
        .SingleOrDefaultAsync(ct);

    private async Task<IReadOnlyList<MailLine>> MailsAsync(int id, CancellationToken ct)
    {
        var mails = await db.OutgoingMails.AsNoTracking()
            .Where(m => m.ApplicationId == id)
            .OrderByDescending(m => m.Id)
            .Take(MostShown)
            .Select(m => new { m.Key, m.Kind, m.Subject, m.State, m.SentUtc, m.QueuedUtc, m.LastError, IsResent = m.Occasion.StartsWith(ResentMail.Occasions) })
            .ToListAsync(ct);
        return [.. mails.Select(m => new MailLine(m.Key, m.Kind, m.Subject, m.State, clock.Shown(m.SentUtc ?? m.QueuedUtc), m.LastError, m.IsResent))];
    }

    private Task<List<EarlierApplication>> EarlierAsync(Application application, CancellationToken ct) => scope.Applications.AsNoTracking()
        .Where(a => a.NormalizedEmail != null && a.NormalizedEmail == application.NormalizedEmail && a.Id != application.Id)
        .Join(db.Cohorts, a => a.CohortId, c => c.Id, (a, c) => new { a, c.Name })
        .OrderByDescending(x => x.a.ReceivedUtc)
        .Take(20)
        .Select(x => new EarlierApplication(x.a.Number, x.Name, x.a.Status, x.a.ReceivedUtc))
        .ToListAsync(ct);
}

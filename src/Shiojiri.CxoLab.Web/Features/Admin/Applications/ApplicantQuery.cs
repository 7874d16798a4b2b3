using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Applications;

/// <summary>Reads an applicant's page together.</summary>
internal sealed class ApplicantQuery(CxoLabDb db, StaffScope scope, ApplicantSurroundings around, ProgrammeClock clock)
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
            await around.PlaceAsync(application, cohort, filter, ct),
            await around.History.OfAsync(application, mails, notes, ct),
            mails,
            notes,
            [.. tags.Where(t => own.Contains(t.Id))],
            [.. tags.Where(t => !own.Contains(t.Id)).Select(t => t.Name)],
            await around.StaffAsync(cohort.Id, ct),
            await EarlierAsync(application, ct),
            await db.PreparedDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.ApplicationId == id, ct),
            await around.ReviewsAsync(id, ct),
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
        .Where(a => a.NormalizedEmail == application.NormalizedEmail && a.Id != application.Id)
        .Join(db.Cohorts, a => a.CohortId, c => c.Id, (a, c) => new { a, c.Name })
        .OrderByDescending(x => x.a.ReceivedUtc)
        .Take(20)
        .Select(x => new EarlierApplication(x.a.Number, x.Name, x.a.Status, x.a.ReceivedUtc))
        .ToListAsync(ct);
}

/// <summary>What stands around an applicant: the list, the history, colleagues and their reviews.</summary>
internal sealed class ApplicantSurroundings(CxoLabDb db, ApplicantSearch search, ApplicantHistoryQuery history, CurrentStaff staff)
{
    public ApplicantHistoryQuery History => history;

    public async Task<ApplicantPlace> PlaceAsync(Application application, Cohort cohort, ApplicantFilter filter, CancellationToken ct)
    {
        var numbers = await search.Ordered(filter, cohort).Select(a => a.Number).ToListAsync(ct);
        var at = numbers.IndexOf(application.Number);
        return at < 0
            ? new ApplicantPlace(filter, null, null, null, null)
            : new ApplicantPlace(filter, numbers.ElementAtOrDefault(at - 1), numbers.ElementAtOrDefault(at + 1), at + 1, numbers.Count);
    }

    /// <summary>Who can look after an application of a cohort.</summary>
    public async Task<IReadOnlyList<Assignee>> StaffAsync(int cohortId, CancellationToken ct) =>
        await db.StaffAccounts.AsNoTracking()
            .WhoCanCareFor(cohortId)
            .OrderBy(a => a.DisplayName)
            .Select(a => new Assignee(a.Id, a.DisplayName))
            .ToListAsync(ct);

    public async Task<ReviewSummary> ReviewsAsync(int applicationId, CancellationToken ct)
    {
        var reviews = await db.Reviews.AsNoTracking().Where(r => r.ApplicationId == applicationId).Select(r => new { r.ReviewerId, r.Total }).ToListAsync(ct);
        var isOwnIn = reviews.Any(r => r.ReviewerId == staff.AccountId);
        int[] totals = isOwnIn || !staff.May(Permission.Review) ? [.. reviews.Select(r => r.Total).OfType<int>()] : [];
        return new ReviewSummary(reviews.Count, isOwnIn, Scoring.Mean(totals), Scoring.Spread(totals));
    }
}

internal static class AssigneeQuery
{
    /// <summary>The accounts that an application of a cohort can be given to.</summary>
    public static IQueryable<StaffAccount> WhoCanCareFor(this IQueryable<StaffAccount> accounts, int cohortId) => accounts
        .Where(a => a.DisabledUtc == null && a.Role != Role.Viewer && (a.Role == Role.Administrator || a.CohortId == null || a.CohortId == cohortId));
}

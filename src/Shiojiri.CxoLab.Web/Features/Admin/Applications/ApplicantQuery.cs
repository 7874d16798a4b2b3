using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Applications;

/// <summary>
/// Reads an applicant's page together. Each statement asks for several small things at once; what is wide (the answers) is joined to
/// little, what is narrow to each other. Tracked, so that the parts find each other.
/// </summary>
internal sealed class ApplicantQuery(CxoLabDb db, StaffScope scope, ApplicantContextQuery context, ApplicantHistoryQuery history, UnreadCount unread)
{
    private const int MostShown = 200;
    private const int MostEarlier = 20;

    /// <summary>The page, or null when there is no such application to be seen.</summary>
    public async Task<ApplicantPage?> FindAsync(string number, ApplicantFilter filter, CancellationToken ct)
    {
        if (await scope.CohortOfAsync(number, ct) is not { } cohort || await ApplicationAsync(number, ct) is not var (application, prepared))
        {
            return null;
        }

        var id = application.Id;
        var (earlier, reviews) = await ListsAsync(application, ct);
        var notes = await db.ApplicationNotes.AsNoTracking().Where(n => n.ApplicationId == id).OrderByDescending(n => n.Id).Take(MostShown).ToListAsync(ct);
        var mails = await MailsAsync(id, ct);
        var tags = await context.TagsAsync(application, ct);
        return new ApplicantPage(
            application,
            cohort,
            await context.PlaceAsync(application, cohort, filter, ct),
            await history.OfAsync(application, mails, notes, reviews, ct),
            mails,
            notes,
            [.. tags.Where(t => t.IsOwn).Select(t => t.Tag)],
            [.. tags.Where(t => !t.IsOwn).Select(t => t.Tag.Name)],
            await context.StaffAsync(cohort.Id, ct),
            earlier,
            prepared,
            context.Summary(reviews),
            application.FeeStatusOn(history.Clock.Today),
            history.Clock.UtcNow);
    }

    private async Task<(Application Application, PreparedDecision? Prepared)?> ApplicationAsync(string number, CancellationToken ct)
    {
        var found = await scope.Applications
            .Include(a => a.Ledger)
            .Include(a => a.Attendance)
            .AsSingleQuery()
            .Where(a => a.Number == number)
            .Select(a => new { Application = a, Prepared = db.PreparedDecisions.FirstOrDefault(d => d.ApplicationId == a.Id), Unread = scope.Unread.Count(), Open = scope.OpenInquiries.Count() })
            .SingleOrDefaultAsync(ct);
        (unread.Known, unread.KnownInquiries) = (found?.Unread, found?.Open);
        return found is null ? null : (found.Application, found.Prepared);
    }

    // Interests and changes of state go where they belong by themselves, because all is tracked.
    private async Task<(IReadOnlyList<EarlierApplication> Earlier, IReadOnlyList<ReviewLine> Reviews)> ListsAsync(Application application, CancellationToken ct)
    {
        var id = application.Id;
        var lists = await scope.Applications
            .Where(a => a.Id == id)
            .Select(a => new
            {
                Interests = a.Interests.ToList(),
                StatusChanges = a.StatusChanges.ToList(),
                Reviews = db.Reviews.Where(r => r.ApplicationId == a.Id).Select(r => new ReviewLine(r.ReviewerId, r.ReviewerName, r.FirstUtc, r.Total)).ToList(),
                Earlier = scope.Applications.Where(e => e.NormalizedEmail != null && e.NormalizedEmail == a.NormalizedEmail).OrderByDescending(e => e.ReceivedUtc).Take(MostEarlier)
                    .Select(e => new EarlierApplication(e.Number, db.Cohorts.First(c => c.Id == e.CohortId).Name, e.Status, e.ReceivedUtc)).ToList(),
            })
            .AsSingleQuery()
            .SingleAsync(ct);
        return ([.. lists.Earlier.Where(e => e.Number != application.Number)], lists.Reviews);
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
            .Select(m => new { m.Key, m.Kind, m.Subject, m.State, m.SentUtc, m.QueuedUtc, m.Attempts, m.NextAttemptUtc, m.LastError, IsResent = m.Occasion.StartsWith(ResentMail.Occasions) })
            .ToListAsync(ct);
        var clock = history.Clock;
        return
        [
            .. mails.Select(m => new MailLine(
                m.Key, m.Kind, m.Subject, m.State, clock.Shown(m.SentUtc ?? m.QueuedUtc), m.LastError, m.IsResent,
                OutgoingMail.HeldUntil(m.State, m.Attempts, m.NextAttemptUtc, clock.RealUtcNow) is { } until ? clock.Shown(until) : null)),
        ];
    }
}

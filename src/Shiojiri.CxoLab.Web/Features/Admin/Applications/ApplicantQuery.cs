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
        var lists = await ListsAsync(application, ct);
        List<int> ids = [id, .. application.Merged.Select(m => m.Id)];
        var allNotes = await db.ApplicationNotes.AsNoTracking().Where(n => ids.Contains(n.ApplicationId)).OrderByDescending(n => n.Id).Take(MostShown).ToListAsync(ct);
        var allMails = await MailsAsync(ids, ct);
        var (notes, mails) = (allNotes.Where(n => n.ApplicationId == id).ToList(), allMails.Where(m => m.ApplicationId == id).ToList());
        var tags = await context.TagsAsync(application, ct);
        var (place, answers) = await context.PlaceAsync(application, cohort, filter, ct);
        return new ApplicantPage(
            application,
            cohort,
            place,
            await history.OfAsync(application, mails, notes, lists.Reviews[id], ct),
            mails,
            notes,
            [.. tags.Where(t => t.IsOwn).Select(t => t.Tag)],
            [.. tags.Where(t => !t.IsOwn).Select(t => t.Tag.Name)],
            await context.StaffAsync(cohort.Id, ct),
            await EarlierAsync(application, ct),
            prepared,
            context.Summary(lists.Reviews[id]),
            application.FeeStatusOn(history.Clock.Today),
            history.Clock.UtcNow)
        {
            RepeatNumbers = lists.RepeatNumbers,
            Answers = answers,
            Merged = [.. application.Merged.OrderBy(m => m.ReceivedUtc).Select(m => new MergedApplication(
                m, [.. allMails.Where(mail => mail.ApplicationId == m.Id)], [.. allNotes.Where(n => n.ApplicationId == m.Id)], lists.Reviews[m.Id].Count))],
        };
    }

    // With those under it, which find their place by themselves, because all is tracked.
    internal async Task<(Application Application, PreparedDecision? Prepared)?> ApplicationAsync(string number, CancellationToken ct)
    {
        var found = await scope.AllApplications
            .Include(a => a.Ledger)
            .Include(a => a.Attendance)
            .AsSingleQuery()
            .Where(a => (a.Number == number && a.MergedIntoId == null) || scope.Applications.Any(main => main.Number == number && main.Id == a.MergedIntoId))
            .Select(a => new { Application = a, Prepared = db.PreparedDecisions.FirstOrDefault(d => d.ApplicationId == a.Id), Unread = scope.Unread.Count(), Open = scope.OpenInquiries.Count() })
            .ToListAsync(ct);
        var own = found.Find(f => f.Application.Number == number);
        (unread.Known, unread.KnownInquiries) = (own?.Unread, own?.Open);
        return own is null ? null : (own.Application, own.Prepared);
    }

    // Interests, themes and changes of state go where they belong by themselves.
    internal async Task<Lists> ListsAsync(Application application, CancellationToken ct)
    {
        var id = application.Id;
        var lists = await scope.AllApplications
            .Where(a => a.Id == id || a.MergedIntoId == id)
            .Select(a => new
            {
                a.Id,
                Interests = a.Interests.ToList(),
                Themes = a.Themes.ToList(),
                StatusChanges = a.StatusChanges.ToList(),
                Numbers = a.Numbers.Select(n => n.Number).ToList(),
                Reviews = db.Reviews.Where(r => r.ApplicationId == a.Id).Select(r => new ReviewLine(r.ReviewerId, r.ReviewerName, r.FirstUtc, r.Total)).ToList(),
            })
            .AsSingleQuery()
            .ToListAsync(ct);
        var own = lists.Single(l => l.Id == id);
        return new Lists([.. own.Numbers.Where(n => n != application.Number)], lists.ToDictionary(l => l.Id, l => (IReadOnlyList<ReviewLine>)l.Reviews));
    }

    // Of any cohort by the address, of the same one by name and reading or telephone number too.
    internal async Task<IReadOnlyList<EarlierApplication>> EarlierAsync(Application application, CancellationToken ct)
    {
        var (id, cohortId, email, person, phone) = (application.Id, application.CohortId, application.NormalizedEmail, application.PersonKey, application.PhoneKey);
        return await scope.Applications
            .Where(e => e.Id != id && ((email != null && e.NormalizedEmail == email)
                || (e.CohortId == cohortId && ((person != "" && e.PersonKey == person) || (phone != null && e.PhoneKey == phone)))))
            .OrderByDescending(e => e.ReceivedUtc)
            .Take(MostEarlier)
            .Select(e => new EarlierApplication(
                e.Number, e.Name, db.Cohorts.First(c => c.Id == e.CohortId).Name, e.Status, e.ReceivedUtc, e.CohortId == cohortId,
                email != null && e.NormalizedEmail == email, e.PersonKey == person, phone != null && e.PhoneKey == phone))
            .ToListAsync(ct);
    }

    /// <summary>The number of the application that this number leads to, a repeat's or of one put under another; null when there is none to be seen.</summary>
    public async Task<LeadingNumber?> LeadingAsync(string number, CancellationToken ct)
    {
        var found = await scope.Applications
            .Where(a => (a.Number != number && a.Numbers.Any(n => n.Number == number)) || a.Merged.Any(m => m.Numbers.Any(n => n.Number == number)))
            .Select(a => new { a.Number, IsMerged = a.Merged.Any(m => m.Numbers.Any(n => n.Number == number)) })
            .SingleOrDefaultAsync(ct);
        return found is null ? null : new LeadingNumber(found.Number, found.IsMerged);
    }

    private async Task<IReadOnlyList<MailLine>> MailsAsync(IReadOnlyList<int> ids, CancellationToken ct)
    {
        var mails = await db.OutgoingMails.AsNoTracking()
            .Where(m => m.ApplicationId != null && ids.Contains(m.ApplicationId.Value))
            .OrderByDescending(m => m.Id)
            .Take(MostShown)
            .Select(m => new { ApplicationId = m.ApplicationId!.Value, m.Key, m.Kind, m.Subject, m.State, m.SentUtc, m.QueuedUtc, m.Attempts, m.NextAttemptUtc, m.LastError, IsResent = m.Occasion.StartsWith(ResentMail.Occasions) })
            .ToListAsync(ct);
        var clock = history.Clock;
        return
        [
            .. mails.Select(m => new MailLine(
                m.ApplicationId, m.Key, m.Kind, m.Subject, m.State, clock.Shown(m.SentUtc ?? m.QueuedUtc), m.LastError, m.IsResent,
                OutgoingMail.HeldUntil(m.State, m.Attempts, m.NextAttemptUtc, clock.RealUtcNow) is { } until ? clock.Shown(until) : null)),
        ];
    }

    internal sealed record Lists(IReadOnlyList<string> RepeatNumbers, IReadOnlyDictionary<int, IReadOnlyList<ReviewLine>> Reviews);
}

/// <summary>Where a number leads that is no application's of its own.</summary>
/// <param name="IsMerged">Its application was put under the one that it leads to; else it is a repeat's.</param>
internal sealed record LeadingNumber(string Number, bool IsMerged);

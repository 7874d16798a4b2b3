using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Data.Seed;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.Samples;

/// <summary>Fills the staff area with made-up applicants (見本の申込者), once. For Development; who calls it sees to that.</summary>
internal sealed class SampleDataService(CxoLabDb db, AuditTrail audit, ProgrammeClock clock, CurrentSettings settings)
{
    /// <summary>How many were added: all, or none when they are there already.</summary>
    public Task<int> FillAsync(Actor by, CancellationToken ct) =>
        LostRace.RetryAsync(db, (_, token) => TryFillAsync(by, token), () => 0, ct);

    private async Task<int> TryFillAsync(Actor by, CancellationToken ct)
    {
        var cohort = await db.Cohorts.Include(c => c.Sessions).Include(c => c.InterestAreas).AsSplitQuery()
            .OrderByDescending(c => c.Ordinal).FirstOrDefaultAsync(ct);
        var addresses = SampleApplicantsPeople.Addresses;
        if (cohort is null || await db.Applications.AnyAsync(a => a.CohortId == cohort.Id && addresses.Contains(a.NormalizedEmail), ct))
        {
            return 0;
        }

        await AddAsync(cohort, by, ct);
        return SampleApplicantsPeople.Count;
    }

    // Several saves: notes and reviews name their application and its reviewers by the number that the database gives.
    private async Task AddAsync(Cohort cohort, Actor by, CancellationToken ct)
    {
        var staff = await SampleApplicantsStaff.AddAsync(db, clock.UtcNow, ct);
        var criteria = await CriteriaAsync(cohort.Id, ct);
        var tags = await TagsAsync(cohort.Id, ct);
        await db.SaveChangesAsync(ct);

        var samples = new SampleApplicants(cohort, settings.OfficeOf(cohort.Id), staff, clock.UtcNow, clock.Real, MailMarkdown.Read);
        var all = SampleApplicantsPeople.Of(cohort).Select(person => (Person: person, Made: samples.Apply(person))).ToList();
        db.AddRange(all.Select(a => a.Made.Application));
        foreach (var mail in all.SelectMany(a => a.Made.Mails))
        {
            db.Add(mail).Property(m => m.Attempts).CurrentValue = mail.State == MailState.Cancelled ? 0 : 1;
        }

        audit.Write(by, AuditAction.SamplesAdded, "", after: new { cohort = cohort.Name, count = all.Count });
        await db.SaveChangesAsync(ct);

        foreach (var (person, (application, _)) in all)
        {
            samples.Mend(person, application);
            db.AddRange(SampleApplicantsReviews.Of(person, application, samples, criteria));
            db.AddRange(SampleApplicantsReviews.NotesAndTags(person, application, samples, tags));
        }

        await db.SaveChangesAsync(ct);

        // Last, because it keeps the version of an application that nothing else changes any more.
        db.AddRange(SampleApplicantsReviews.Prepared(all.Select(a => a.Made.Application), samples));
        await db.SaveChangesAsync(ct);
    }

    private async Task<IReadOnlyList<ReviewCriterion>> CriteriaAsync(int cohortId, CancellationToken ct)
    {
        if (await db.ReviewCriteria.Where(c => c.CohortId == cohortId).OrderBy(c => c.Position).ToListAsync(ct) is { Count: > 0 } own)
        {
            return own;
        }

        var made = SampleApplicantsReviews.Criteria(cohortId);
        db.AddRange(made);
        return made;
    }

    private async Task<IReadOnlyList<Tag>> TagsAsync(int cohortId, CancellationToken ct)
    {
        var wanted = SampleApplicantsReviews.Tags(cohortId);
        var known = await db.Tags.Where(t => t.CohortId == cohortId).ToListAsync(ct);
        var missing = wanted.Where(w => known.All(k => k.Name != w.Name)).ToList();
        db.AddRange(missing);
        return [.. known.Where(k => wanted.Any(w => w.Name == k.Name)), .. missing];
    }
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Transfers;

/// <summary>Cohorts of a document with all that belongs to them.</summary>
internal sealed class CohortImport(CxoLabDb db, SettingImport settings, FormImport form, TimeProvider time)
{
    public SettingImport Settings => settings;

    /// <summary>Stores the cohorts that are not there yet, seen by nobody: what belongs to them names them by their ids.</summary>
    public async Task MakeMissingAsync(IReadOnlyList<CohortDocument> documents, CancellationToken ct)
    {
        var stored = await db.Cohorts.Select(c => c.Ordinal).Take(SiteExport.MostCohorts).ToListAsync(ct);
        db.AddRange(documents.Where(d => !stored.Contains(d.Ordinal)).Select(Made));
        await db.SaveChangesAsync(ct);
    }

    public async Task AddAsync(IReadOnlyList<CohortDocument> documents, CancellationToken ct)
    {
        foreach (var document in documents)
        {
            var cohort = await db.Cohorts.AsSplitQuery().Include(c => c.Sessions).Include(c => c.InterestAreas).SingleAsync(c => c.Ordinal == document.Ordinal, ct);
            await ChangeAsync(cohort, document, ct);
            AddAreas(cohort, document);
            AddSessions(cohort, document);
            await AddBriefingsAsync(cohort, document, ct);
            await form.AddThemesAsync(cohort, document, ct);
            await form.AddQuestionsAsync(cohort, document, ct);
            await AddCriteriaAsync(cohort, document, ct);
            await AddMailTextsAsync(cohort, document, ct);
            await settings.AddAsync(cohort.Id, document.Settings, ct);
        }
    }

    private static Cohort Made(CohortDocument document)
    {
        var (about, places) = (document.About, document.Places);
        var cohort = new Cohort(
            document.Ordinal, about.Name, about.TermStartsOn, about.TermEndsOn, new Yen(about.Fee), document.Recruitment, [],
            document.InterestAreas.Select((name, i) => new InterestArea(i + 1, name)), places.Capacity, document.Admission);
        cohort.Limits(places.Capacity, places.IsAbout, 0, 0);
        return cohort;
    }

    private async Task ChangeAsync(Cohort cohort, CohortDocument document, CancellationToken ct)
    {
        var about = document.About;
        var movesMoney = cohort.Fee.Amount != about.Fee || SiteExport.PlacesOf(cohort) != document.Places || cohort.Admission != document.Admission;
        if (movesMoney && await db.Applications.AnyAsync(a => a.CohortId == cohort.Id, ct))
        {
            throw new TransferException([$"Cohort {cohort.Ordinal} has applications: change its fee, places and admission at the desk."]);
        }

        if (movesMoney)
        {
            cohort.Limits(document.Places.Capacity, document.Places.IsAbout, 0, 0);
            cohort.Choose(document.Admission);
        }

        if (SiteExport.AboutOf(cohort) != about)
        {
            cohort.Change(about.Name, about.TermStartsOn, about.TermEndsOn, new Yen(about.Fee));
        }

        if (cohort.Recruitment != document.Recruitment)
        {
            cohort.Recruit(document.Recruitment);
        }

        // A document never takes a cohort from the site: people may have applied to it.
        if (document.PublishedUtc is { } at && at != cohort.PublishedUtc)
        {
            cohort.Publish(at);
        }
    }

    private static void AddAreas(Cohort cohort, CohortDocument document)
    {
        foreach (var name in document.InterestAreas.Except(cohort.InterestAreas.Select(a => a.Name)).ToList())
        {
            cohort.AddInterestArea(name);
        }
    }

    private void AddSessions(Cohort cohort, CohortDocument document)
    {
        foreach (var wanted in document.Sessions)
        {
            var session = cohort.Sessions.SingleOrDefault(s => s.Slug == wanted.Slug);
            if (session is null)
            {
                session = new CurriculumSession(wanted.Slug, wanted.Contents, wanted.Days);
                cohort.Add(session);
            }

            if (SiteExport.Of(session) != wanted)
            {
                session.Change(wanted.Contents);
                session.Move(wanted.Days, wasSeen: false);
                var entry = db.Entry(session);
                entry.Property(s => s.CancelledUtc).CurrentValue = wanted.CancelledUtc;
                entry.Property(s => s.MovedFrom).CurrentValue = wanted.MovedFrom;
                entry.Property(s => s.Sequence).CurrentValue = wanted.Sequence;
            }
        }
    }

    private async Task AddBriefingsAsync(Cohort cohort, CohortDocument document, CancellationToken ct)
    {
        foreach (var wanted in document.Briefings)
        {
            var briefing = await db.Briefings.SingleOrDefaultAsync(b => b.Slug == wanted.Slug, ct)
                ?? db.Add(new Briefing(wanted.Slug, wanted.Title, wanted.Subtitle, wanted.HeldOn, wanted.StartsAt, wanted.EndsAt, wanted.SignUpUrl).OfCohort(cohort.Id)).Entity;
            if (SiteExport.Of(briefing) != wanted)
            {
                briefing.Change(wanted.Title, wanted.Subtitle, wanted.HeldOn, wanted.StartsAt, wanted.EndsAt, wanted.SignUpUrl);
                db.Entry(briefing).Property(b => b.CancelledUtc).CurrentValue = wanted.CancelledUtc;
                db.Entry(briefing).Property(b => b.Sequence).CurrentValue = wanted.Sequence;
            }
        }
    }

    private async Task AddCriteriaAsync(Cohort cohort, CohortDocument document, CancellationToken ct)
    {
        foreach (var wanted in document.Criteria)
        {
            var criterion = await db.ReviewCriteria.SingleOrDefaultAsync(c => c.Key == wanted.Key, ct);
            if (criterion is null)
            {
                criterion = new ReviewCriterion(cohort.Id, wanted.Position, wanted.Name, wanted.Description, wanted.Weight);
                db.Add(criterion).Property(c => c.Key).CurrentValue = wanted.Key;
            }
            else if (SiteExport.Of(criterion) != wanted)
            {
                criterion.Change(wanted.Position, wanted.Name, wanted.Description, wanted.Weight);
            }
        }
    }

    private async Task AddMailTextsAsync(Cohort cohort, CohortDocument document, CancellationToken ct)
    {
        foreach (var wanted in document.MailTexts)
        {
            var template = await db.MailTemplates.SingleOrDefaultAsync(t => t.CohortId == cohort.Id && t.Kind == wanted.Kind, ct)
                ?? db.Add(new MailTemplate(cohort.Id, wanted.Kind)).Entity;

            if (SiteExport.Of(template) != wanted)
            {
                template.Write(new MailText(wanted.Subject, wanted.Title, wanted.Body), Actor.CommandLine, time.GetUtcNow().UtcDateTime);
            }
        }
    }
}

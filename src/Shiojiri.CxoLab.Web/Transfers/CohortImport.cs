using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Briefings;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Transfers;

/// <summary>Cohorts of a document with all that belongs to them.</summary>
internal sealed class CohortImport(CxoLabDb db, SettingImport settings, FormImport form, ProgrammeClock clock)
{
    /// <exception cref="TransferException">Something would be changed that only the desk may change.</exception>
    public async Task CheckAsync(IReadOnlyList<CohortDocument> documents, CancellationToken ct)
    {
        List<string> faults = [];
        foreach (var document in documents)
        {
            var cohort = await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(c => c.Ordinal == document.Ordinal, ct);
            if (cohort is not null && MovesMoney(cohort, document) && await db.Applications.AnyAsync(a => a.CohortId == cohort.Id, ct))
            {
                faults.Add($"Cohort {cohort.Ordinal} has applications: change its fee, places and admission at the desk.");
            }

            faults.AddRange(await CriteriaFaultsAsync(cohort, document, ct));
            faults.AddRange(await form.FaultsAsync(cohort?.Id ?? 0, document, ct));
        }

        if (faults.Count > 0)
        {
            throw new TransferException(faults);
        }
    }

    /// <summary>Stores the cohorts that are not there yet, seen by nobody: what belongs to them names them by their ids.</summary>
    public async Task MakeMissingAsync(IReadOnlyList<CohortDocument> documents, CancellationToken ct)
    {
        var stored = await db.Cohorts.OrderBy(c => c.Ordinal).Select(c => c.Ordinal).Take(SiteExport.MostCohorts).ToListAsync(ct);
        db.AddRange(documents.Where(d => !stored.Contains(d.Ordinal)).Select(Made));
        ColumnLimits.Check(db);
        await db.SaveChangesAsync(ct);
    }

    public async Task AddAsync(IReadOnlyList<CohortDocument> documents, CancellationToken ct)
    {
        foreach (var document in documents)
        {
            var cohort = await db.Cohorts.AsSplitQuery().Include(c => c.Sessions).Include(c => c.InterestAreas).SingleAsync(c => c.Ordinal == document.Ordinal, ct);
            Change(cohort, document);
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

    private static bool MovesMoney(Cohort cohort, CohortDocument document) =>
        cohort.Fee.Amount != document.About.Fee || SiteExport.PlacesOf(cohort) != document.Places || cohort.Admission != document.Admission;

    private static void Change(Cohort cohort, CohortDocument document)
    {
        var about = document.About;
        if (MovesMoney(cohort, document))
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
            if (cohort.Sessions.SingleOrDefault(s => s.Slug == wanted.Slug) is { } session)
            {
                Change(session, wanted, cohort.IsPublicAt(clock.UtcNow));
                continue;
            }

            session = new CurriculumSession(wanted.Slug, wanted.Contents, wanted.Days);
            cohort.Add(session);
            var entry = db.Entry(session);
            entry.Property(s => s.CancelledUtc).CurrentValue = wanted.CancelledUtc;
            entry.Property(s => s.MovedFrom).CurrentValue = wanted.MovedFrom;
            entry.Property(s => s.Sequence).CurrentValue = wanted.Sequence;
        }
    }

    // As the desk does it: whoever knows the old days is told of the new ones.
    private void Change(CurriculumSession session, SessionDocument wanted, bool wasSeen)
    {
        if (session.ToContents() != wanted.Contents)
        {
            session.Change(wanted.Contents);
        }

        if (session.ToDays() != wanted.Days)
        {
            session.Move(wanted.Days, wasSeen);
        }

        if (wanted.CancelledUtc is not null && !session.IsCancelled)
        {
            session.Cancel(clock.UtcNow);
        }
        else if (wanted.CancelledUtc is null && session.IsCancelled)
        {
            session.Reinstate();
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
        var stored = await db.ReviewCriteria.Where(c => c.CohortId == cohort.Id).ToDictionaryAsync(c => c.Key, ct);
        foreach (var wanted in document.Criteria)
        {
            if (!stored.TryGetValue(wanted.Key, out var criterion))
            {
                db.Add(new ReviewCriterion(cohort.Id, wanted.Position, wanted.Name, wanted.Description, wanted.Weight)).Property(c => c.Key).CurrentValue = wanted.Key;
            }
            else if (SiteExport.Of(criterion) != wanted)
            {
                criterion.Change(wanted.Position, wanted.Name, wanted.Description, wanted.Weight);
            }
        }
    }

    // Scores are sums over criteria: other criteria under them would mean something nobody gave.
    private async Task<IEnumerable<string>> CriteriaFaultsAsync(Cohort? cohort, CohortDocument document, CancellationToken ct)
    {
        var id = cohort?.Id ?? 0;
        var keys = document.Criteria.Select(c => c.Key).ToList();
        if (await db.ReviewCriteria.AnyAsync(c => c.CohortId != id && keys.Contains(c.Key), ct))
        {
            return [$"cohorts[{document.Ordinal}].criteria: a key belongs to another cohort."];
        }

        var stored = await db.ReviewCriteria.AsNoTracking().Where(c => c.CohortId == id).OrderBy(c => c.Position).ToListAsync(ct);
        var differs = stored.Count > 0 && !stored.Select(SiteExport.Of).SequenceEqual(document.Criteria.OrderBy(c => c.Position));
        return differs && document.Criteria.Count > 0 && (!stored.Select(c => c.Key).ToHashSet().SetEquals(keys) || await db.Reviews.AnyAsync(r => db.Applications.Any(a => a.Id == r.ApplicationId && a.CohortId == id), ct))
            ? [$"cohorts[{document.Ordinal}].criteria: the cohort has criteria of its own, or scores: change them at the desk."] : [];
    }

    private async Task AddMailTextsAsync(Cohort cohort, CohortDocument document, CancellationToken ct)
    {
        foreach (var wanted in document.MailTexts)
        {
            var template = await db.MailTemplates.SingleOrDefaultAsync(t => t.CohortId == cohort.Id && t.Kind == wanted.Kind, ct)
                ?? db.Add(new MailTemplate(cohort.Id, wanted.Kind)).Entity;

            if (SiteExport.Of(template) != wanted)
            {
                template.Write(new MailText(wanted.Subject, wanted.Title, wanted.Body), Actor.CommandLine, clock.RealUtcNow);
            }
        }
    }
}

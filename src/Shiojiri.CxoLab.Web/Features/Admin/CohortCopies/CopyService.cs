using Microsoft.EntityFrameworkCore.ChangeTracking;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Reviews;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Staff;

namespace Shiojiri.CxoLab.Web.Features.Admin.CohortCopies;

/// <summary>Stores the next cohort with all that it takes over, in one save. Account and terms of payment are not copied: somebody has to choose them.</summary>
internal sealed class CopyService(CxoLabDb db, AuditTrail audit, StaffSaveService saves)
{
    /// <summary>Stale when the next cohort has been made meanwhile.</summary>
    public async Task<SaveOutcome> SaveAsync(CopySource source, CopyForm form, CancellationToken ct)
    {
        if (form.Next != source.Next)
        {
            return SaveOutcome.Stale;
        }

        var days = source.Days.ToDictionary(d => d.Key, d => form.Day(d.Key)!.Value);
        var next = CohortCopy.Make(source.Cohort, source.Next, form.NameTyped!, days);
        db.Add(next);
        db.AddRange(source.Briefings.Where(b => !b.IsCancelled).Select(b => CohortCopy.Make(b, $"event-{RandomToken.Draw().ToLowerInvariant()}", days).For(next)));
        AddOfCohort(next, source.Criteria.Select(c => new ReviewCriterion(0, c.Position, c.Name, c.Description, c.Weight)));
        AddOfCohort(next, source.Templates.Select(Copy));
        AddOfCohort(next, source.Themes.Select(t => t.CopyFor(0, RandomToken.Draw())));
        AddOfCohort(next, QuestionCopy.Of(source.Questions, saves.Actor, saves.UtcNow));
        audit.Write(AuditAction.CohortCopied, next.Name, null, new { From = source.Cohort.Name, next.Ordinal });
        return await saves.SaveFirstAsync(ct);
    }

    private MailTemplate Copy(MailTemplate template)
    {
        var copy = new MailTemplate(0, template.Kind);
        copy.Write(template.Text, saves.Actor, saves.RealUtcNow);
        return copy;
    }

    // They name their cohort by its id alone, which the database gives in this very save: until then they share its stand-in.
    private void AddOfCohort<T>(Cohort cohort, IEnumerable<T> rows)
        where T : class
    {
        var id = db.Entry(cohort).Property(c => c.Id).CurrentValue;
        foreach (var row in rows)
        {
            EntityEntry entry = db.Add(row);
            var of = entry.Property(nameof(ReviewCriterion.CohortId));
            of.CurrentValue = id;
            of.IsTemporary = true;
        }
    }
}

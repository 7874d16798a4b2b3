using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Transfers;

/// <summary>What a cohort's form asks beyond what every form does: themes and own questions. Whoever chose or answered keeps the words they saw.</summary>
internal sealed class FormImport(CxoLabDb db, ProgrammeClock clock)
{
    /// <summary>Keys that belong to another cohort, and answered questions that would become another kind.</summary>
    /// <param name="cohortId">0: it is not there yet.</param>
    public async Task<IReadOnlyList<string>> FaultsAsync(int cohortId, CohortDocument document, CancellationToken ct)
    {
        var themes = document.Themes.Select(t => t.Key).ToList();
        var questions = document.Questions.ToDictionary(q => q.Key, q => q.Contents.Kind);
        var slugs = document.Briefings.Select(b => b.Slug).ToList();
        var stored = await db.FormQuestions.AsNoTracking().Include(q => q.Revisions).Where(q => questions.Keys.Contains(q.Key)).ToListAsync(ct);
        var answered = await db.QuestionAnswers.Select(a => a.QuestionId).Distinct().OrderBy(id => id).Take(5_000).ToListAsync(ct);
        var isElsewhere = stored.Any(q => q.CohortId != cohortId)
            || await db.Themes.AnyAsync(t => t.CohortId != cohortId && themes.Contains(t.Key), ct)
            || await db.Briefings.AnyAsync(b => b.CohortId != cohortId && slugs.Contains(b.Slug), ct);
        return
        [
            .. isElsewhere ? new[] { $"cohorts[{document.Ordinal}]: a theme, a question or a briefing in it belongs to another cohort." } : [],
            .. stored.Where(q => answered.Contains(q.Id) && q.Revisions.Single(r => r.Number == q.Number).Read().Kind != questions[q.Key])
                .Select(q => $"cohorts[{document.Ordinal}].questions[{q.Key}]: it has answers and stays of its kind."),
        ];
    }

    public async Task AddThemesAsync(Cohort cohort, CohortDocument document, CancellationToken ct)
    {
        foreach (var wanted in document.Themes)
        {
            var theme = await db.Themes.SingleOrDefaultAsync(t => t.Key == wanted.Key, ct)
                ?? db.Add(new Theme(cohort.Id, wanted.Key, wanted.Position, wanted.Contents)).Entity;
            if (theme.ToContents() != wanted.Contents)
            {
                theme.Change(wanted.Contents);
            }

            theme.MoveTo(wanted.Position);
            if (wanted.IsPublic && !theme.IsPublic)
            {
                theme.Publish(clock.UtcNow);
            }
            else if (!wanted.IsPublic && theme.IsPublic)
            {
                theme.Withdraw(clock.UtcNow);
            }
        }
    }

    public async Task AddQuestionsAsync(Cohort cohort, CohortDocument document, CancellationToken ct)
    {
        foreach (var wanted in document.Questions)
        {
            var question = await db.FormQuestions.Include(q => q.Revisions).SingleOrDefaultAsync(q => q.Key == wanted.Key, ct)
                ?? db.Add(new FormQuestion(cohort.Id, wanted.Key, wanted.Position, wanted.Contents, Actor.CommandLine, clock.RealUtcNow)).Entity;
            question.Change(wanted.Contents, Actor.CommandLine, clock.RealUtcNow);
            if (question.Position != wanted.Position)
            {
                question.MoveTo(wanted.Position);
            }

            if (wanted.IsPublished && question.PublishedUtc is null)
            {
                question.Publish(clock.UtcNow);
            }
        }
    }
}

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

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Questions;

/// <summary>Reads the questions of a cohort with the number of their answers, in two statements beyond the head.</summary>
internal sealed class QuestionsQuery(CxoLabDb db, CohortHeadQuery heads)
{
    private const int Most = 500;

    /// <summary>Null when there is no such cohort to be seen.</summary>
    public async Task<QuestionsPage?> FindAsync(int ordinal, CancellationToken ct)
    {
        if (await heads.FindAsync(ordinal, ct) is not { } head)
        {
            return null;
        }

        var questions = await Of(head.Cohort.Id).AsNoTracking().ToListAsync(ct);
        var counts = await Counts(head.Cohort.Id).ToDictionaryAsync(c => c.RevisionId, c => c.Count, ct);
        var rows = questions.Select(q => Row(q, counts)).ToList();
        return new QuestionsPage(
            head, [.. rows.Where(r => r.Question.RemovedUtc is null)], [.. rows.Where(r => r.Question.RemovedUtc is not null)], JapanTime.DayOf(head.NowUtc));
    }

    internal IQueryable<FormQuestion> Of(int cohortId) => db.FormQuestions
        .Where(q => q.CohortId == cohortId)
        .Include(q => q.Revisions.OrderBy(r => r.Number))
        .AsSingleQuery()
        .OrderBy(q => q.Position).ThenBy(q => q.Id)
        .Take(Most);

    // Of one person's two applications that were put together one counts.
    internal IQueryable<RevisionCount> Counts(int cohortId) => db.QuestionAnswers
        .Where(a => a.Position == 0 && db.Applications.Any(p => p.Id == a.ApplicationId && p.CohortId == cohortId && p.MergedIntoId == null))
        .GroupBy(a => a.RevisionId)
        .Select(g => new RevisionCount { RevisionId = g.Key, Count = g.Count() });

    private static QuestionRow Row(FormQuestion question, Dictionary<int, int> counts)
    {
        var current = question.Revisions.Single(r => r.Number == question.Number);
        var contents = current.Read();
        var said = question.Revisions.Select(r => (r.Read().Wording, Count: counts.GetValueOrDefault(r.Id), r.SavedUtc)).ToList();

        // It may have been changed since in something else than its words.
        var since = said.Last(s => s.Wording == contents.Wording).SavedUtc;
        for (var i = said.Count - 1; i >= 0 && said[i].Wording == contents.Wording; i--)
        {
            since = said[i].SavedUtc;
        }

        return new QuestionRow(
            new AskedQuestion(question.Id, question.Key, current.Id, contents) { PublishedUtc = question.PublishedUtc, RemovedUtc = question.RemovedUtc },
            question.Version, said.Sum(s => s.Count), since,
            [.. said.Where(s => s.Wording != contents.Wording).GroupBy(s => s.Wording).Select(g => new EarlierWording(g.Key, g.Sum(s => s.Count))).Where(e => e.Answers > 0)]);
    }
}

/// <summary>How many answers were given under a revision.</summary>
internal sealed class RevisionCount
{
    public int RevisionId { get; init; }

    public int Count { get; init; }
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Questions;

namespace Shiojiri.CxoLab.Web.Data;

/// <summary>The own questions of all cohorts, in memory, with every wording that they ever had: the form asks for them without a statement.</summary>
internal sealed class CohortQuestions : ISnapshotPart
{
    private const int MostQuestions = 2_000;
    private const int MostRevisions = 10_000;

    private Held _held = new([], [], []);

    public IReadOnlyList<Type> Entities { get; } = [typeof(FormQuestion), typeof(FormQuestionRevision)];

    /// <summary>Those that the form of a cohort asks now, in their order.</summary>
    public IReadOnlyList<AskedQuestion> AskedIn(int cohortId) => [.. AllOf(cohortId).Where(q => q.IsAsked)];

    /// <summary>Those that applicants of a cohort can have answered: what was taken from the form comes last.</summary>
    public IReadOnlyList<AskedQuestion> EverAskedIn(int cohortId) => [.. AllOf(cohortId).Where(q => q.PublishedUtc is not null).OrderBy(q => q.RemovedUtc is not null)];

    /// <summary>Drafts and removed ones too.</summary>
    public IReadOnlyList<AskedQuestion> AllOf(int cohortId) => _held.OfCohort.GetValueOrDefault(cohortId) ?? [];

    /// <summary>A question as one of its revisions said it; null when there is none.</summary>
    public AskedQuestion? As(int revisionId) => _held.Revisions.GetValueOrDefault(revisionId);

    /// <summary>Everything that could be chosen in a question, now and before.</summary>
    public IReadOnlyList<string> OptionsOf(AskedQuestion question) => _held.Options.GetValueOrDefault(question.Id) ?? [];

    /// <summary>The question and the choice that a filter names, as <see cref="AskedQuestion.FieldOf"/> does; null when there is no such one.</summary>
    public (AskedQuestion Question, string Choice)? AnswerOf(string? asked, int cohortId) =>
        asked?.Split('.') is [var key, _]
        && EverAskedIn(cohortId).FirstOrDefault(q => q.Key == key) is { } question
        && OptionsOf(question).FirstOrDefault(o => question.FieldOf(o) == asked) is { } choice
            ? (question, choice)
            : null;

    public async Task LoadAsync(CxoLabDb db, CancellationToken ct)
    {
        var questions = await db.FormQuestions.AsNoTracking().OrderBy(q => q.Position).ThenBy(q => q.Id).Take(MostQuestions)
            .Select(q => new { q.Id, q.CohortId, q.Key, q.Number, q.PublishedUtc, q.RemovedUtc }).ToListAsync(ct);
        var revisions = (await db.FormQuestionRevisions.AsNoTracking().OrderByDescending(r => r.Id).Take(MostRevisions).ToListAsync(ct)).ToLookup(r => r.QuestionId);
        var all = questions
            .SelectMany(q => revisions[q.Id].Select(r => (q.CohortId, IsCurrent: r.Number == q.Number, Question: new AskedQuestion(q.Id, q.Key, r.Id, r.Read())
            {
                PublishedUtc = q.PublishedUtc,
                RemovedUtc = q.RemovedUtc,
            })))
            .ToList();
        _held = new Held(
            all.Where(a => a.IsCurrent).GroupBy(a => a.CohortId).ToDictionary(g => g.Key, g => (IReadOnlyList<AskedQuestion>)[.. g.Select(a => a.Question)]),
            all.ToDictionary(a => a.Question.RevisionId, a => a.Question),
            all.OrderByDescending(a => a.Question.RevisionId).GroupBy(a => a.Question.Id)
                .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.SelectMany(a => a.Question.Contents.Options).Distinct()]));
    }

    private sealed record Held(Dictionary<int, IReadOnlyList<AskedQuestion>> OfCohort, Dictionary<int, AskedQuestion> Revisions, Dictionary<int, IReadOnlyList<string>> Options);
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Web.Data;

namespace Shiojiri.CxoLab.Web.Features.Admin.Shared;

/// <summary>An answer to one of the cohort's own questions, in the words in which it was asked.</summary>
/// <param name="Text">Null: asked and not answered.</param>
/// <param name="Note">Where the question says something else by now, or is not asked any more.</param>
internal sealed record AnswerLine(string Wording, string? Text, string? Note);

/// <summary>Reads what people answered to a cohort's own questions: one statement, and none for a cohort without any.</summary>
internal sealed class AnswersQuery(CxoLabDb db, CohortQuestions questions)
{
    private const int Most = 20_000;

    /// <param name="people">When each application was received, by its id.</param>
    public async Task<ILookup<int, AnswerLine>> OfAsync(int cohortId, IReadOnlyDictionary<int, DateTime> people, CancellationToken ct)
    {
        var rows = questions.EverAskedIn(cohortId).Count == 0 ? [] : await Rows([.. people.Keys]).Take(Most).ToListAsync(ct);
        return Of(cohortId, people, rows);
    }

    /// <summary>The same of rows that were read already.</summary>
    public ILookup<int, AnswerLine> Of(int cohortId, IReadOnlyDictionary<int, DateTime> people, IReadOnlyList<AnswerRow> rows)
    {
        var known = questions.EverAskedIn(cohortId);
        return people
            .SelectMany(p => Lines(known, [.. rows.Where(r => r.ApplicationId == p.Key)], p.Value).Select(line => (p.Key, Line: line)))
            .ToLookup(l => l.Key, l => l.Line);
    }

    // With the words that it was given under: they may be newer than what this node holds in memory. In no order, so that it can be joined to a row.
    internal IQueryable<AnswerRow> Rows(List<int> people) => db.QuestionAnswers
        .Where(a => people.Contains(a.ApplicationId))
        .Join(db.FormQuestionRevisions, a => a.RevisionId, r => r.Id, (a, r) => new { Answer = a, r.Json })
        .Join(db.FormQuestions, a => a.Answer.QuestionId, q => q.Id, (a, q) => new AnswerRow
        {
            CohortId = q.CohortId,
            ApplicationId = a.Answer.ApplicationId,
            QuestionId = a.Answer.QuestionId,
            Position = a.Answer.Position,
            Value = a.Answer.Value,
            Json = a.Json,
        });

    private static IEnumerable<AnswerLine> Lines(IReadOnlyList<AskedQuestion> known, IReadOnlyList<AnswerRow> rows, DateTime receivedUtc)
    {
        var said = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var question in known)
        {
            List<AnswerRow> own = [.. rows.Where(r => r.QuestionId == question.Id).OrderBy(r => r.Position)];
            if (own.Count > 0)
            {
                var asked = question with { Contents = QuestionContents.Read(own[0].Json) };
                said[question.Key] = [.. own.Select(r => r.Value)];
                yield return new AnswerLine(asked.Wording, string.Join('、', own.Select(r => asked.Say(r.Value))), Note(asked, question));
            }
            else if (question.IsAsked && question.PublishedUtc <= receivedUtc && (question.Contents.Condition is not { } condition
                || said.GetValueOrDefault(condition.Question)?.Any(condition.Answers.Contains) == true))
            {
                yield return new AnswerLine(question.Wording, null, null);
            }
        }
    }

    private static string? Note(AskedQuestion asked, AskedQuestion now) =>
        now.RemovedUtc is not null ? "いまはフォームにない質問です" : asked.Wording == now.Wording ? null : $"いまの質問の文：{now.Wording}";
}

/// <summary>One value of an answer, with the words of its question.</summary>
internal sealed class AnswerRow
{
    /// <summary>By which answers are joined to the row of a cohort.</summary>
    public int CohortId { get; init; }

    public int ApplicationId { get; init; }

    public int QuestionId { get; init; }

    public int Position { get; init; }

    public required string Value { get; init; }

    public required string Json { get; init; }
}

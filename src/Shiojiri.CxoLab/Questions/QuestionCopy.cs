using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Questions;

/// <summary>Makes the questions of the next cohort from those of one (質問を写す): with keys of their own, and conditions that lead to each other.</summary>
public static class QuestionCopy
{
    /// <param name="questions">In their order; what was taken from the form is left out.</param>
    public static IReadOnlyList<FormQuestion> Of(IReadOnlyList<AskedQuestion> questions, Actor by, DateTime nowUtc)
    {
        var kept = questions.Where(q => q.RemovedUtc is null).ToList();
        var keys = kept.ToDictionary(q => q.Key, _ => RandomToken.Draw());
        return [.. kept.Select((q, i) => Copy(q, keys, i + 1, by, nowUtc))];
    }

    private static FormQuestion Copy(AskedQuestion question, Dictionary<string, string> keys, int position, Actor by, DateTime nowUtc)
    {
        var condition = question.Contents.Condition;
        var contents = question.Contents with
        {
            Condition = condition is not null && keys.TryGetValue(condition.Question, out var source) ? condition with { Question = source } : null,
        };
        var copy = new FormQuestion(0, keys[question.Key], position, contents, by, nowUtc);
        if (question.PublishedUtc is not null)
        {
            copy.Publish(nowUtc);
        }

        return copy;
    }
}

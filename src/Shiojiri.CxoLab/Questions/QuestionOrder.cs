namespace Shiojiri.CxoLab.Questions;

/// <summary>The order of a cohort's questions (質問の順番): what a question depends on stands before it.</summary>
public static class QuestionOrder
{
    /// <summary>Whether a question can change places with the one before it.</summary>
    public static bool MayRise(IReadOnlyList<AskedQuestion> questions, int index) =>
        index > 0 && index < questions.Count && questions[index].Contents.Condition?.Question != questions[index - 1].Key;

    /// <summary>The questions before it that can be a condition: those with answers to choose from.</summary>
    /// <param name="key">Null: a new one, which will be the last.</param>
    public static IReadOnlyList<AskedQuestion> Sources(IReadOnlyList<AskedQuestion> questions, string? key) =>
        [.. questions.TakeWhile(q => q.Key != key).Where(q => q.Contents.Kind.HasOptions())];

    /// <summary>The questions that are asked only where this one is answered so.</summary>
    public static IReadOnlyList<AskedQuestion> DependingOn(IReadOnlyList<AskedQuestion> questions, string key) =>
        [.. questions.Where(q => q.Contents.Condition?.Question == key)];
}

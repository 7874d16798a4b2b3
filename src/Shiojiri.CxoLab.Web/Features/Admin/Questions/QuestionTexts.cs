using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

namespace Shiojiri.CxoLab.Web.Features.Admin.Questions;

/// <summary>What a question says, part by part, in words.</summary>
internal static class QuestionTexts
{
    /// <param name="questions">Those of the cohort, by whose words a condition is told.</param>
    public static IReadOnlyList<ChangedText> Changes(QuestionContents before, QuestionContents after, IReadOnlyList<AskedQuestion> questions)
    {
        var (old, typed) = (Parts(before, questions), Parts(after, questions));
        return [.. old.Zip(typed, (b, a) => new ChangedText(b.Label, b.Text, a.Text)).Where(c => c.Before != c.After)];
    }

    private static IReadOnlyList<(string Label, string? Text)> Parts(QuestionContents contents, IReadOnlyList<AskedQuestion> questions) =>
    [
        ("質問の文", contents.Wording),
        ("補足", contents.Hint),
        ("答え方", contents.Kind.Label()),
        ("必須か", contents.IsRequired ? "必須" : "任意"),
        ("選択肢", contents.Choices.Count == 0 ? null : string.Join('／', contents.Choices)),
        ("数の範囲", OwnQuestions.RangeOf(contents)),
        ("出す条件", contents.Condition is not { } condition ? "いつも出す"
            : $"{questions.FirstOrDefault(q => q.Key == condition.Question)?.Wording}：{string.Join('／', condition.Answers)}"),
    ];
}

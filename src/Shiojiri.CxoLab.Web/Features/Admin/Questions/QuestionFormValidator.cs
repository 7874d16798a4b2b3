using FluentValidation;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Text;
using Shiojiri.CxoLab.Web.Features.Shared;

namespace Shiojiri.CxoLab.Web.Features.Admin.Questions;

/// <summary>Checks a question against the others of its cohort: what it depends on stands before it, and what depends on it goes on to hold.</summary>
internal sealed class QuestionFormValidator : AbstractValidator<QuestionForm>
{
    public static readonly string[] Order =
    [
        nameof(QuestionForm.Wording), nameof(QuestionForm.Hint), nameof(QuestionForm.Kind), nameof(QuestionForm.Required), nameof(QuestionForm.Choices),
        nameof(QuestionForm.Least), nameof(QuestionForm.Most), nameof(QuestionForm.Shown),
    ];

    /// <param name="row">Null: a new one.</param>
    public QuestionFormValidator(QuestionsPage page, QuestionRow? row)
    {
        RuleFor(f => f.Wording).IsText("質問の文", QuestionLimits.Wording, required: "質問の文を入力してください");
        RuleFor(f => f.Wording).Must(_ => row is not null || !page.IsFull).WithMessage(QuestionsPage.FullSentence);
        RuleFor(f => f.Hint).IsText("補足", QuestionLimits.Hint);
        RuleFor(f => f.KindTyped)
            .NotNull().WithMessage("答え方を選んでください")
            .Must(kind => row is not { Answers: > 0 } || kind is null || kind == row.Contents.Kind)
            .WithMessage("答えが届いているため、答え方は変えられません。新しい質問を足してください")
            .OverridePropertyName(nameof(QuestionForm.Kind));
        RuleFor(f => f.Required).Must(r => r is "yes" or "no").WithMessage("必須か任意かを選んでください");
        RuleFor(f => f).Custom((form, context) => CheckChoices(form, page, row, message => context.AddFailure(nameof(QuestionForm.Choices), message)));
        When(f => f.KindTyped == QuestionKind.Number, () =>
        {
            RuleFor(f => f.LeastTyped).NotNull().When(f => !string.IsNullOrWhiteSpace(f.Least)).WithMessage("いちばん小さい数を、数字で入力してください").OverridePropertyName(nameof(QuestionForm.Least));
            RuleFor(f => f.MostTyped).NotNull().When(f => !string.IsNullOrWhiteSpace(f.Most)).WithMessage("いちばん大きい数を、数字で入力してください").OverridePropertyName(nameof(QuestionForm.Most));
            RuleFor(f => f.MostTyped).Must((f, most) => most is null || f.LeastTyped is null || most >= f.LeastTyped)
                .WithMessage("いちばん大きい数は、いちばん小さい数以上にしてください").OverridePropertyName(nameof(QuestionForm.Most));
        });
        RuleFor(f => f).Custom((form, context) => CheckCondition(form, page.SourcesOf(row), message => context.AddFailure(nameof(QuestionForm.Shown), message)));
    }

    private static void CheckChoices(QuestionForm form, QuestionsPage page, QuestionRow? row, Action<string> fail)
    {
        if (form.KindTyped is not { } kind)
        {
            return;
        }

        var choices = form.ChoicesTyped;
        if (kind is QuestionKind.OneOf or QuestionKind.SeveralOf && ChoiceFault(choices) is { } fault)
        {
            fail(fault);
        }

        // Whatever waits for an answer that cannot be given any more would never be asked.
        var options = kind == QuestionKind.YesNo ? [QuestionContents.Yes, QuestionContents.No] : kind.HasOptions() ? choices : [];
        foreach (var waiting in page.DependingOn(row))
        {
            foreach (var gone in waiting.Contents.Condition!.Answers.Where(a => !options.Contains(a)).Take(1))
            {
                fail($"「{gone}」は「{waiting.Wording}」を出す条件に使われています。先に「{waiting.Wording}」の条件を変えてください");
            }
        }
    }

    private static string? ChoiceFault(IReadOnlyList<string> choices) =>
        choices.Count < 2 ? "選択肢を一行に一つ、2つ以上入力してください"
        : choices.Count > QuestionLimits.Choices ? $"選択肢は{QuestionLimits.Choices}個までです（現在 {choices.Count}個）"
        : choices.ToList().FindIndex(c => Folding.Length(c) > QuestionLimits.Choice) is >= 0 and var at ? $"選択肢は{QuestionLimits.Choice}字以内で入力してください。{at + 1}つ目が長すぎます"
        : choices.Any(c => TextCheck.OfLine(c) is not null) ? "選択肢に表示できない文字が混ざっています。入力し直してください"
        : choices.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"「{twice.Key}」が2回あります。1つにしてください"
        : null;

    private static void CheckCondition(QuestionForm form, IReadOnlyList<AskedQuestion> sources, Action<string> fail)
    {
        if (form.Shown is not (QuestionForm.Always or QuestionForm.Sometimes))
        {
            fail("出す条件を選んでください");
        }
        else if (form.Shown == QuestionForm.Sometimes)
        {
            var ticked = form.Ticked(sources);
            var fault = ticked.Count == 0 ? "どの答えのときに出すかを選んでください"
                : ticked.Count > 1 ? "条件にできるのは、1つの質問の答えだけです"
                : form.IsToBePublished && !ticked.Single().Key.IsAsked ? $"「{ticked.Single().Key.Wording}」がまだ下書きです。先に公開してください"
                : null;
            if (fault is not null)
            {
                fail(fault);
            }
        }
    }
}

using Shiojiri.CxoLab.Questions;

namespace Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

/// <summary>The cohort's own questions as one form asks them.</summary>
/// <param name="Today">By which a day without its year is read.</param>
internal sealed record OwnQuestions(IReadOnlyList<AskedQuestion> Asked, DateOnly Today)
{
    public static readonly OwnQuestions None = new([], DateOnly.MinValue);

    /// <summary>The field at which a message stands.</summary>
    public static string Field(AskedQuestion question) => NameOf(question.Key);

    /// <summary>The name under which an answer is posted.</summary>
    public static string NameOf(string key) => $"{nameof(ApplyForm.Questions)}[{key}]";

    public IEnumerable<string> Fields => Asked.Select(Field);

    public AnswerSheet Check(ApplyForm form) => AnswerSheet.Of(Asked, form.Questions, Today);

    /// <summary>What is wrong with an answer, and what to do.</summary>
    public static string Say(AnswerFault fault)
    {
        var (contents, name) = (fault.Question.Contents, $"「{fault.Question.Wording}」");
        return fault.Kind switch
        {
            AnswerFaultKind.Missing => contents.Kind.HasOptions() ? $"{name}の答えを選んでください" : $"{name}に答えてください",
            AnswerFaultKind.Text => TextRule.Fault(
                fault.Folded, $"{name}の答え", contents.Kind == QuestionKind.LongText ? QuestionLimits.LongText : QuestionLimits.ShortText,
                contents.IsRequired ? $"{name}に答えてください" : null, contents.Kind == QuestionKind.LongText)!,
            AnswerFaultKind.NoChoice => $"{name}の答えを、一覧の中から選び直してください",
            AnswerFaultKind.NoDay => $"{name}には、日にちを 2022年7月30日 のように入力してください",
            AnswerFaultKind.NoNumber => $"{name}には、数字だけを入力してください",
            AnswerFaultKind.OutOfRange => $"{name}には、{RangeOf(contents)}の数を入力してください",
            _ => throw new InvalidOperationException($"No answer has the fault {fault.Kind}."),
        };
    }

    /// <summary>A question in one line, with everything one has to know to answer it.</summary>
    public static string Say(QuestionContents contents)
    {
        var about = new[]
        {
            contents.IsRequired ? "必須" : "任意", contents.Kind.Label(), RangeOf(contents), contents.Condition is null ? null : "ほかの答えによって出る質問",
        };
        return $"{contents.Wording}（{string.Join('・', about.OfType<string>())}）{(contents.Choices.Count > 0 ? " " + string.Join('／', contents.Choices) : "")}";
    }

    /// <summary>1から10まで, 1以上 …; null where any number will do.</summary>
    public static string? RangeOf(QuestionContents contents) => (contents.Least, contents.Most) switch
    {
        ({ } least, { } most) => $"{least:N0}から{most:N0}まで",
        ({ } least, null) => $"{least:N0}以上",
        (null, { } most) => $"{most:N0}以下",
        _ => null,
    };

    /// <summary>「前の質問」で「この答え」を選んだ方だけ …; null where it is asked of everybody.</summary>
    public string? WhenOf(AskedQuestion question) => question.Contents.Condition is not { } condition ? null
        : $"「{Asked.FirstOrDefault(q => q.Key == condition.Question)?.Wording}」で{string.Join('か', condition.Answers.Select(a => $"「{a}」"))}を選んだ方だけお答えください。";
}

/// <summary>One question in a form, with what was typed.</summary>
internal sealed record OwnQuestionField(OwnQuestions Questions, AskedQuestion Question, ApplyForm Form, IReadOnlyList<FieldError> Errors)
{
    /// <summary>So many choices are a list to open rather than to look over.</summary>
    private const int MostButtons = 8;

    private QuestionContents Contents => Question.Contents;

    public string Name => OwnQuestions.Field(Question);

    public string Id => FieldError.IdOf(Name);

    public string? Error => Errors.Of(Name);

    public string? Value => Form.Questions.GetValueOrDefault(Question.Key);

    public bool IsList => Contents.Kind == QuestionKind.OneOf && Contents.Choices.Count > MostButtons;

    public bool IsTicked(string choice) => Form.Questions.GetValueOrDefault(Question.FieldOf(choice)) == choice;

    /// <summary>The choices; of one that need not be answered also not to answer, since a button once pressed stays pressed.</summary>
    public IReadOnlyList<Choice> Buttons =>
        [.. Contents.Options.Select(o => new Choice(o, o)), .. Contents.IsRequired ? [] : new Choice[] { new("", "答えない") }];

    /// <summary>What stands under the question: the words of staff, and what the kind of answer asks for.</summary>
    public string? Hint
    {
        get
        {
            var own = Contents.Kind switch
            {
                QuestionKind.ShortText => $"{QuestionLimits.ShortText}字以内。",
                QuestionKind.LongText => $"{QuestionLimits.LongText}字以内。",
                QuestionKind.SeveralOf => "いくつでも選べます。",
                QuestionKind.Date => "例 2022年7月30日",
                QuestionKind.Number => OwnQuestions.RangeOf(Contents) is { } range ? $"{range}の数。" : "数字だけ。",
                _ => null,
            };
            var hint = string.Join(' ', new[] { Questions.WhenOf(Question), Contents.Hint, own }.OfType<string>());
            return hint.Length == 0 ? null : hint;
        }
    }
}

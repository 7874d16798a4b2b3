using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Questions;

/// <summary>What is wrong with an answer.</summary>
public enum AnswerFaultKind
{
    /// <summary>It is required, and nothing stands there.</summary>
    Missing,

    /// <summary>A text too long, or with what nobody can read; see <see cref="TextCheck"/>.</summary>
    Text,

    /// <summary>None of what can be chosen (any more).</summary>
    NoChoice,

    NoDay,

    NoNumber,

    /// <summary>A number below or above what is asked for.</summary>
    OutOfRange,
}

/// <param name="Folded">What was typed, folded.</param>
public sealed record AnswerFault(AskedQuestion Question, AnswerFaultKind Kind, string Folded);

/// <summary>An answer as it will be stored; several values where several were chosen.</summary>
public sealed record GivenAnswer(AskedQuestion Question, IReadOnlyList<string> Values)
{
    /// <summary>As a person reads it.</summary>
    public string Text => string.Join('、', Values.Select(Question.Say));
}

/// <summary>
/// The answers of one form, checked (答えの確認): which questions are asked follows from the answers before them, and what was typed where
/// nothing is asked is neither checked nor kept.
/// </summary>
/// <param name="Asked">The questions that are asked, given these answers.</param>
public sealed record AnswerSheet(IReadOnlyList<AskedQuestion> Asked, IReadOnlyList<GivenAnswer> Given, IReadOnlyList<AnswerFault> Faults)
{
    /// <param name="questions">In the order of the form.</param>
    /// <param name="typed">By the key of the question; where several can be chosen, by <see cref="AskedQuestion.FieldOf"/>.</param>
    /// <param name="today">By which a day without its year is read.</param>
    public static AnswerSheet Of(IReadOnlyList<AskedQuestion> questions, IReadOnlyDictionary<string, string?> typed, DateOnly today)
    {
        var (asked, given, faults) = (new List<AskedQuestion>(), new List<GivenAnswer>(), new List<AnswerFault>());
        foreach (var question in questions.Where(q => q.Contents.Condition is not { } condition || IsMet(condition, given)))
        {
            asked.Add(question);
            var (values, fault) = Read(question, typed, today);
            if (fault is { } kind)
            {
                faults.Add(new AnswerFault(question, kind, values.Count == 0 ? "" : values[0]));
            }
            else if (values.Count > 0)
            {
                given.Add(new GivenAnswer(question, values));
            }
        }

        return new AnswerSheet(asked, given, faults);
    }

    private static bool IsMet(QuestionCondition condition, List<GivenAnswer> given) =>
        given.Find(g => g.Question.Key == condition.Question)?.Values.Any(condition.Answers.Contains) == true;

    private static (IReadOnlyList<string> Values, AnswerFaultKind? Fault) Read(AskedQuestion question, IReadOnlyDictionary<string, string?> typed, DateOnly today)
    {
        var contents = question.Contents;
        var values = contents.Kind == QuestionKind.SeveralOf ? Ticked(question, typed) : Written(question, typed);
        return values.Count == 0 ? (values, contents.IsRequired ? AnswerFaultKind.Missing : null) : contents.Kind switch
        {
            QuestionKind.ShortText => (values, FaultOf(values[0], TextCheck.OfLine(values[0]), QuestionLimits.ShortText)),
            QuestionKind.LongText => (values, FaultOf(values[0], TextCheck.OfParagraph(values[0]), QuestionLimits.LongText)),
            QuestionKind.OneOf or QuestionKind.SeveralOf or QuestionKind.YesNo => (values, values.All(contents.Options.Contains) ? null : AnswerFaultKind.NoChoice),
            QuestionKind.Date => TypedDay.Parse(values[0], today) is { } day ? ([AnswerValue.Of(day)], null) : (values, AnswerFaultKind.NoDay),
            QuestionKind.Number => AnswerValue.TypedNumber(values[0]) is not { } number ? (values, AnswerFaultKind.NoNumber)
                : number < contents.Least || number > contents.Most ? (values, AnswerFaultKind.OutOfRange)
                : ([AnswerValue.Of(number)], null),
            _ => throw new InvalidOperationException("An unknown kind of question."),
        };
    }

    // In the order of the choices; what is no choice any more comes last, so that it is noticed.
    private static List<string> Ticked(AskedQuestion question, IReadOnlyDictionary<string, string?> typed)
    {
        var ticked = typed.Where(t => t.Key.StartsWith($"{question.Key}.", StringComparison.Ordinal) && !string.IsNullOrEmpty(t.Value)).Select(t => t.Value!).ToHashSet();
        return [.. question.Contents.Choices.Where(ticked.Contains), .. ticked.Where(t => !question.Contents.Choices.Contains(t)).Order(StringComparer.Ordinal)];
    }

    private static List<string> Written(AskedQuestion question, IReadOnlyDictionary<string, string?> typed)
    {
        var text = typed.GetValueOrDefault(question.Key);
        var folded = question.Contents.Kind == QuestionKind.LongText ? Folding.Paragraph(text) : question.Contents.Kind.HasOptions() ? text ?? "" : Folding.Line(text);
        return folded.Length == 0 ? [] : [folded];
    }

    private static AnswerFaultKind? FaultOf(string text, TextFault? fault, int limit) =>
        fault is not null || Folding.Length(text) > limit || text.Length > limit * Applications.ApplicantLimits.UnitsPerCharacter ? AnswerFaultKind.Text : null;
}

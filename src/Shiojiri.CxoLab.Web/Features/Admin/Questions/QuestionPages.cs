using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.ApplicationForm;

namespace Shiojiri.CxoLab.Web.Features.Admin.Questions;

/// <summary>A wording of before that somebody answered.</summary>
/// <param name="Answers">How many answers were given under it.</param>
internal sealed record EarlierWording(string Wording, int Answers);

/// <summary>One question in the list of a cohort's.</summary>
/// <param name="Answers">Under whatever wording.</param>
/// <param name="ChangedUtc">When it was said as it is now.</param>
internal sealed record QuestionRow(AskedQuestion Question, Guid Version, int Answers, DateTime ChangedUtc, IReadOnlyList<EarlierWording> Earlier)
{
    public QuestionContents Contents => Question.Contents;

    public string Wording => Question.Wording;

    public bool IsDraft => Question.PublishedUtc is null;

    /// <summary>短い文・100字まで, 一つ選ぶ・3つ …</summary>
    public string How => Contents.Kind switch
    {
        QuestionKind.ShortText => $"{Contents.Kind.Label()}・{QuestionLimits.ShortText}字まで",
        QuestionKind.LongText => $"{Contents.Kind.Label()}・{QuestionLimits.LongText}字まで",
        QuestionKind.OneOf or QuestionKind.SeveralOf => $"{Contents.Kind.Label()}・選択肢{Contents.Choices.Count}",
        QuestionKind.Number => OwnQuestions.RangeOf(Contents) is { } range ? $"{Contents.Kind.Label()}・{range}" : Contents.Kind.Label(),
        QuestionKind.YesNo or QuestionKind.Date => Contents.Kind.Label(),
        _ => throw new InvalidOperationException("An unknown kind of question."),
    };
}

/// <summary>The form that is open in the list.</summary>
/// <param name="Row">Null: a new one.</param>
/// <param name="Stale">What somebody else saved meanwhile beside what was typed; null when nobody did.</param>
internal sealed record OpenQuestion(QuestionRow? Row, QuestionForm Form, IReadOnlyList<FieldError> Errors, IReadOnlyList<ChangedText>? Stale = null)
{
    /// <summary>What applicants will see; null while something is wrong with what was typed.</summary>
    public OwnQuestionField? Preview { get; init; }
}

/// <summary>The own questions of a cohort at the desk.</summary>
/// <param name="Rows">Those that stand in the form or will, in its order.</param>
internal sealed record QuestionsPage(CohortHead Head, IReadOnlyList<QuestionRow> Rows, IReadOnlyList<QuestionRow> Removed, DateOnly Today)
{
    public static readonly string FullSentence = $"質問は{QuestionLimits.Questions}問までです。使わない質問を外すと、足せるようになります";

    public static readonly IReadOnlyList<Choice> Kinds = [.. Enum.GetValues<QuestionKind>().Select(k => new Choice(k.ToString(), k.Label()))];

    public static readonly IReadOnlyList<Choice> Needs = [new("yes", "必須"), new("no", "任意")];

    /// <summary>The one form that is open; null: none.</summary>
    public OpenQuestion? Open { get; init; }

    public bool IsFull => Rows.Count >= QuestionLimits.Questions;

    public string Address => $"{Head.Address}/questions";

    /// <summary>Somebody may have the form open at this moment.</summary>
    public bool IsOpen => Head.IsPublic && Head.Cohort.Recruitment.IsOpenAt(Head.NowUtc);

    public IReadOnlyList<AskedQuestion> Questions => [.. Rows.Select(r => r.Question)];

    public QuestionRow? Find(string key) => Rows.FirstOrDefault(r => r.Question.Key == key);

    public bool MayRise(QuestionRow row) => QuestionOrder.MayRise(Questions, IndexOf(row));

    public bool MayFall(QuestionRow row) => QuestionOrder.MayRise(Questions, IndexOf(row) + 1);

    public IReadOnlyList<AskedQuestion> SourcesOf(QuestionRow? row) => QuestionOrder.Sources(Questions, row?.Question.Key);

    public IReadOnlyList<AskedQuestion> DependingOn(QuestionRow? row) => row is null ? [] : QuestionOrder.DependingOn(Questions, row.Question.Key);

    /// <summary>前の質問が「この答え」のとき; null where it is always asked.</summary>
    public string? WhenOf(QuestionContents contents) => contents.Condition is not { } condition ? null
        : $"「{Questions.FirstOrDefault(q => q.Key == condition.Question)?.Wording}」が{string.Join('か', condition.Answers.Select(a => $"「{a}」"))}のとき";

    /// <summary>What applicants will see of a question that says this, behind the others.</summary>
    public OwnQuestionField PreviewOf(QuestionContents contents, QuestionRow? row)
    {
        var question = new AskedQuestion(0, row?.Question.Key ?? "new", 0, contents);
        return new OwnQuestionField(new OwnQuestions([.. SourcesOf(row), question], Today), question, new ApplyForm(), []);
    }

    private int IndexOf(QuestionRow row) => Rows.ToList().FindIndex(r => r.Question.Key == row.Question.Key);
}

/// <summary>The question before it is taken from the form.</summary>
internal sealed record QuestionRemovalPage(QuestionsPage Page, QuestionRow Row, bool IsStale);

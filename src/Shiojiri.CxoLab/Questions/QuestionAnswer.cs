namespace Shiojiri.CxoLab.Questions;

/// <summary>One value of an answer to a cohort's own question (質問への答え), with the revision that it was given under.</summary>
public sealed class QuestionAnswer
{
    private QuestionAnswer()
    {
    }

    private QuestionAnswer(AskedQuestion question, int position, string value)
    {
        (QuestionId, RevisionId, Position, Value) = (question.Id, question.RevisionId, position, value);
        ChoiceKey = question.Contents.Kind.HasOptions() ? AskedQuestion.ChoiceKey(value) : null;
    }

    public int Id { get; private set; }

    public int ApplicationId { get; private set; }

    public int QuestionId { get; private set; }

    public int RevisionId { get; private set; }

    /// <summary>From 0 among the values of one answer.</summary>
    public int Position { get; private set; }

    /// <summary>See <see cref="AnswerValue"/>.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Of what was chosen, see <see cref="AskedQuestion.ChoiceKey"/>: people are found by it. Null where one writes.</summary>
    public string? ChoiceKey { get; private set; }

    internal static IEnumerable<QuestionAnswer> Of(GivenAnswer given) => given.Values.Select((value, i) => new QuestionAnswer(given.Question, i, value));
}

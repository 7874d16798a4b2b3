using Shiojiri.CxoLab.Questions;

namespace Shiojiri.CxoLab.Tests.Questions;

/// <summary>Which questions are asked, and what counts as an answer.</summary>
public sealed class AnswerSheetTests
{
    private static readonly DateOnly Today = new(2022, 6, 10);

    [Theory]
    [InlineData(QuestionKind.ShortText, "　塩尻 ", "塩尻")]
    [InlineData(QuestionKind.LongText, "一\r\n二", "一\n二")]
    [InlineData(QuestionKind.YesNo, "はい", "はい")]
    [InlineData(QuestionKind.OneOf, "両方", "両方")]
    [InlineData(QuestionKind.Date, "7/30", "2022-07-30")]
    [InlineData(QuestionKind.Date, "令和4年７月30日(土)", "2022-07-30")]
    [InlineData(QuestionKind.Number, "１，２００", "1200")]
    [InlineData(QuestionKind.Number, "−5", "-5")]
    [InlineData(QuestionKind.Number, "0", "0")]
    public void An_answer_is_taken_as_people_type_it(QuestionKind kind, string typed, string stored)
    {
        var sheet = Sheet([Question("a", kind)], ("a", typed));

        Assert.Empty(sheet.Faults);
        Assert.Equal([stored], sheet.Given.Single().Values);
    }

    [Theory]
    [InlineData(QuestionKind.ShortText, "", AnswerFaultKind.Missing)]
    [InlineData(QuestionKind.ShortText, "一\n二", AnswerFaultKind.Text)]
    [InlineData(QuestionKind.ShortText, "塩\u202e尻", AnswerFaultKind.Text)]
    [InlineData(QuestionKind.LongText, " 　", AnswerFaultKind.Missing)]
    [InlineData(QuestionKind.YesNo, "たぶん", AnswerFaultKind.NoChoice)]
    [InlineData(QuestionKind.OneOf, "", AnswerFaultKind.Missing)]
    [InlineData(QuestionKind.OneOf, "にせの選択肢", AnswerFaultKind.NoChoice)]
    [InlineData(QuestionKind.SeveralOf, "", AnswerFaultKind.Missing)]
    [InlineData(QuestionKind.Date, "7/32", AnswerFaultKind.NoDay)]
    [InlineData(QuestionKind.Date, "2022-07-30(日)", AnswerFaultKind.NoDay)]
    [InlineData(QuestionKind.Number, "二つ", AnswerFaultKind.NoNumber)]
    [InlineData(QuestionKind.Number, "1,20", AnswerFaultKind.NoNumber)]
    [InlineData(QuestionKind.Number, "1.5", AnswerFaultKind.NoNumber)]
    [InlineData(QuestionKind.Number, "1000000000", AnswerFaultKind.NoNumber)]
    public void What_is_no_answer_is_named(QuestionKind kind, string typed, AnswerFaultKind fault)
    {
        var sheet = Sheet([Question("a", kind)], ("a", typed));

        Assert.Equal(fault, sheet.Faults.Single().Kind);
        Assert.Empty(sheet.Given);
    }

    [Theory]
    [InlineData(QuestionKind.ShortText, QuestionLimits.ShortText)]
    [InlineData(QuestionKind.LongText, QuestionLimits.LongText)]
    public void A_text_is_measured_as_a_reader_counts(QuestionKind kind, int limit)
    {
        var full = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", limit));

        Assert.Empty(Sheet([Question("a", kind)], ("a", full)).Faults);
        Assert.Equal(AnswerFaultKind.Text, Sheet([Question("a", kind)], ("a", full + "塩")).Faults.Single().Kind);
    }

    [Theory]
    [InlineData("0", AnswerFaultKind.OutOfRange)]
    [InlineData("1", null)]
    [InlineData("10", null)]
    [InlineData("11", AnswerFaultKind.OutOfRange)]
    public void A_number_keeps_to_its_bounds(string typed, AnswerFaultKind? fault)
    {
        var question = Question("a", QuestionKind.Number);
        question = question with { Contents = question.Contents with { Least = 1, Most = 10 } };

        Assert.Equal(fault, Sheet([question], ("a", typed)).Faults.SingleOrDefault()?.Kind);
    }

    [Fact]
    public void Several_choices_are_kept_in_the_order_of_the_question()
    {
        var question = Question("a", QuestionKind.SeveralOf);

        var sheet = Sheet([question], (question.FieldOf("両方"), "両方"), (question.FieldOf("6月17日"), "6月17日"), ("b.other", "よその答え"));

        Assert.Equal(["6月17日", "両方"], sheet.Given.Single().Values);
    }

    [Fact]
    public void A_choice_that_is_gone_is_not_taken_beside_others()
    {
        var question = Question("a", QuestionKind.SeveralOf);

        Assert.Equal(AnswerFaultKind.NoChoice, Sheet([question], (question.FieldOf("両方"), "両方"), ("a.0123456789", "前の選択肢")).Faults.Single().Kind);
    }

    [Theory]
    [InlineData("はい", "両方", new[] { "a", "b", "c" })]
    [InlineData("はい", "6月17日", new[] { "a", "b" })]
    [InlineData("はい", "", new[] { "a", "b" })]
    [InlineData("いいえ", "両方", new[] { "a" })]
    [InlineData("", "両方", new[] { "a" })]
    public void A_question_is_asked_only_where_the_ones_before_lead_to_it(string first, string second, string[] asked)
    {
        AskedQuestion[] chain =
        [
            Question("a", QuestionKind.YesNo, required: false), Question("b", QuestionKind.OneOf, new("a", ["はい"]), required: false),
            Question("c", QuestionKind.ShortText, new("b", ["両方"]), required: false),
        ];

        var sheet = Sheet(chain, ("a", first), ("b", second), ("c", "書いたこと"));

        Assert.Equal(asked, sheet.Asked.Select(q => q.Key));
        Assert.Empty(sheet.Faults);
        Assert.All(sheet.Given, given => Assert.Contains(given.Question.Key, asked));
    }

    [Fact]
    public void What_is_not_asked_is_neither_required_nor_checked()
    {
        AskedQuestion[] questions = [Question("a", QuestionKind.YesNo), Question("b", QuestionKind.Number, new("a", ["はい"])), Question("c", QuestionKind.Date, new("b", ["1"]))];

        var sheet = Sheet(questions, ("a", "いいえ"), ("b", "数ではない"));

        Assert.Equal((0, 1), (sheet.Faults.Count, sheet.Given.Count));
    }

    [Fact]
    public void Several_answers_and_any_of_them_fulfil_a_condition()
    {
        var source = Question("a", QuestionKind.SeveralOf);
        AskedQuestion[] questions = [source, Question("b", QuestionKind.ShortText, new("a", ["6月17日", "両方"]))];

        Assert.Equal(2, Sheet(questions, (source.FieldOf("6月29日"), "6月29日"), (source.FieldOf("両方"), "両方")).Asked.Count);
        Assert.Single(Sheet(questions, (source.FieldOf("6月29日"), "6月29日")).Asked);
    }

    private static AnswerSheet Sheet(AskedQuestion[] questions, params (string Key, string Value)[] typed) =>
        AnswerSheet.Of(questions, typed.ToDictionary(t => t.Key, t => (string?)t.Value), Today);

    private static AskedQuestion Question(string key, QuestionKind kind, QuestionCondition? condition = null, bool required = true) => new(1, key, 1, new QuestionContents(kind, $"質問{key}")
    {
        IsRequired = required,
        Choices = kind is QuestionKind.OneOf or QuestionKind.SeveralOf ? ["6月17日", "6月29日", "両方"] : [],
        Condition = condition,
    })
    {
        PublishedUtc = DateTime.UnixEpoch,
    };
}

using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Tests.Questions;

/// <summary>What a question says, said, and says in the next cohort.</summary>
public sealed class FormQuestionTests
{
    private static readonly DateTime Noon = new(2022, 6, 10, 3, 0, 0, DateTimeKind.Utc);
    private static readonly Actor By = new(1, "事務局");

    [Fact]
    public void Each_wording_is_a_revision_and_saying_the_same_is_none()
    {
        var question = new FormQuestion(1, "a", 1, new QuestionContents(QuestionKind.ShortText, "前の文"), By, Noon);

        question.Change(new QuestionContents(QuestionKind.ShortText, "前の文"), By, Noon);
        question.Change(new QuestionContents(QuestionKind.ShortText, "今の文"), By, Noon);

        Assert.Equal((2, "前の文/今の文"), (question.Number, string.Join('/', question.Revisions.Select(r => r.Read().Wording))));
    }

    [Fact]
    public void Contents_come_back_whole()
    {
        var contents = new QuestionContents(QuestionKind.OneOf, "どの\"説明会\"<b>")
        {
            Hint = "補足",
            IsRequired = true,
            Choices = ["両方", "A&B"],
            Least = -1,
            Most = 3,
            Condition = new QuestionCondition("key", ["はい"]),
        };

        var read = QuestionContents.Read(contents.ToJson());

        Assert.True(read.IsSameAs(contents));
        Assert.Equal(["両方", "A&B"], read.Choices);
    }

    [Fact]
    public void The_longest_question_fits_its_column()
    {
        var longest = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", QuestionLimits.Choice));
        var contents = new QuestionContents(QuestionKind.OneOf, string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", QuestionLimits.Wording)))
        {
            Hint = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", QuestionLimits.Hint)),
            Choices = [.. Enumerable.Repeat(longest, QuestionLimits.Choices)],
            Condition = new QuestionCondition(RandomToken.Draw(), [.. Enumerable.Repeat(longest, QuestionLimits.Choices)]),
        };

        Assert.InRange(contents.ToJson().Length, 1, QuestionLimits.Json);
    }

    [Fact]
    public void A_copy_has_keys_of_its_own_and_conditions_among_themselves()
    {
        AskedQuestion[] questions =
        [
            Asked("a", new QuestionContents(QuestionKind.YesNo, "経験")) with { PublishedUtc = Noon },
            Asked("gone", new QuestionContents(QuestionKind.ShortText, "外した")) with { PublishedUtc = Noon, RemovedUtc = Noon },
            Asked("b", new QuestionContents(QuestionKind.ShortText, "どんな") { Condition = new QuestionCondition("a", ["はい"]) }),
        ];

        var copies = QuestionCopy.Of(questions, By, Noon);

        Assert.Equal(["経験", "どんな"], copies.Select(c => c.Revisions.Single().Read().Wording));
        Assert.Equal(copies[0].Key, copies[1].Revisions.Single().Read().Condition!.Question);
        Assert.DoesNotContain(copies, c => c.Key is "a" or "b");
        Assert.Equal([true, false], copies.Select(c => c.PublishedUtc is not null));
    }

    [Fact]
    public void What_changed_is_told_and_a_hint_is_not()
    {
        var before = Asked("a", new QuestionContents(QuestionKind.ShortText, "文"));
        var gone = Asked("b", new QuestionContents(QuestionKind.ShortText, "なくなる"));
        AskedQuestion Said(QuestionContents contents) => before with { RevisionId = 2, Contents = contents };
        var added = Asked("c", new QuestionContents(QuestionKind.ShortText, "増える"));

        Assert.Empty(QuestionChange.Between([before], [Said(before.Contents with { Hint = "補足" })]));
        Assert.Equal(
            ["文→別の文", "→増える", "なくなる→"],
            QuestionChange.Between([before, gone], [Said(before.Contents with { Wording = "別の文" }), added]).Select(c => $"{c.Before?.Wording}→{c.After?.Wording}"));
        Assert.Single(QuestionChange.Between([before], [Said(before.Contents with { IsRequired = true })]));
    }

    [Fact]
    public void A_question_never_comes_before_what_it_depends_on()
    {
        AskedQuestion[] questions = [Asked("a", new QuestionContents(QuestionKind.YesNo, "経験")), Asked("b", new QuestionContents(QuestionKind.ShortText, "どんな") { Condition = new("a", ["はい"]) }), Asked("c", new QuestionContents(QuestionKind.Date, "日"))];

        Assert.Equal([false, false, true], Enumerable.Range(0, 3).Select(i => QuestionOrder.MayRise(questions, i)));
        Assert.Equal(["a"], QuestionOrder.Sources(questions, "c").Select(q => q.Key));
        Assert.Equal(["b"], QuestionOrder.DependingOn(questions, "a").Select(q => q.Key));
    }

    private static AskedQuestion Asked(string key, QuestionContents contents) => new(1, key, 1, contents);
}

using System.Globalization;
using Shiojiri.CxoLab.Questions;
using Shiojiri.CxoLab.Text;

namespace Shiojiri.CxoLab.Web.Features.Admin.Questions;

/// <summary>One own question of the application form, as typed.</summary>
internal sealed record QuestionForm
{
    public const string Always = "always";
    public const string Sometimes = "when";
    public const string Publish = "publish";

    public string? Wording { get; init; }

    public string? Hint { get; init; }

    public string? Kind { get; init; }

    /// <summary>「yes」: 必須.</summary>
    public string? Required { get; init; }

    /// <summary>One a line.</summary>
    public string? Choices { get; init; }

    public string? Least { get; init; }

    public string? Most { get; init; }

    /// <summary>Whether it is always asked, or only <see cref="When"/> an earlier question is answered so.</summary>
    public string? Shown { get; init; }

    /// <summary>Answers of one earlier question: its key and that of the choice, with a dot between.</summary>
    public List<string?> When { get; init; } = [];

    /// <summary>Of a new one: the key it will have, drawn with the form, so that a form sent twice adds one.</summary>
    public string? NewKey { get; init; }

    /// <summary>The version of the question that the form was filled from.</summary>
    public Guid Version { get; init; }

    /// <summary><see cref="Publish"/>, or a draft stays one.</summary>
    public string? Then { get; init; }

    public bool IsToBePublished => Then == Publish;

    public bool HasKey => RandomToken.IsWellFormed(NewKey);

    public QuestionKind? KindTyped => Enum.TryParse<QuestionKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public IReadOnlyList<string> ChoicesTyped => [.. Folding.Paragraph(Choices).Split('\n').Select(Folding.Line).Where(line => line.Length > 0)];

    public int? LeastTyped => AnswerValue.TypedNumber(Least);

    public int? MostTyped => AnswerValue.TypedNumber(Most);

    public static QuestionForm New() => new()
    {
        NewKey = RandomToken.Draw(),
        Kind = nameof(QuestionKind.ShortText),
        Required = "no",
        Shown = Always,
    };

    public static QuestionForm Of(QuestionContents contents, Guid version) => new()
    {
        Wording = contents.Wording,
        Hint = contents.Hint,
        Kind = contents.Kind.ToString(),
        Required = contents.IsRequired ? "yes" : "no",
        Choices = string.Join('\n', contents.Choices),
        Least = contents.Least?.ToString(CultureInfo.InvariantCulture),
        Most = contents.Most?.ToString(CultureInfo.InvariantCulture),
        Shown = contents.Condition is null ? Always : Sometimes,
        When = [.. contents.Condition?.Answers.Select(a => $"{contents.Condition.Question}.{AskedQuestion.ChoiceKey(a)}") ?? []],
        Version = version,
    };

    /// <summary>The answers that are ticked, by their question.</summary>
    public ILookup<AskedQuestion, string> Ticked(IEnumerable<AskedQuestion> sources) => sources
        .SelectMany(q => q.Contents.Options.Where(o => When.Contains(q.FieldOf(o))).Select(o => (Question: q, Answer: o)))
        .ToLookup(t => t.Question, t => t.Answer);

    /// <summary>What a checked form says; of what its kind does not use nothing.</summary>
    public QuestionContents ToContents(IEnumerable<AskedQuestion> sources)
    {
        var (kind, isNumber) = (KindTyped!.Value, KindTyped == QuestionKind.Number);
        return new QuestionContents(kind, Folding.Line(Wording))
        {
            Hint = Folding.Line(Hint) is { Length: > 0 } hint ? hint : null,
            IsRequired = Required == "yes",
            Choices = kind is QuestionKind.OneOf or QuestionKind.SeveralOf ? ChoicesTyped : [],
            Least = isNumber ? LeastTyped : null,
            Most = isNumber ? MostTyped : null,
            Condition = Shown != Sometimes ? null : Ticked(sources).Select(t => new QuestionCondition(t.Key.Key, [.. t])).Single(),
        };
    }
}

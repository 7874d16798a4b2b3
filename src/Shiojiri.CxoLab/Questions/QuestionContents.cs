using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shiojiri.CxoLab.Questions;

/// <summary>What a question of the form says and asks for (質問の内容). Two are the same when their <see cref="ToJson"/> is.</summary>
public sealed record QuestionContents(QuestionKind Kind, string Wording)
{
    public const string Yes = "はい";
    public const string No = "いいえ";

    private static readonly JsonSerializerOptions Format = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>補足: stands under the question.</summary>
    public string? Hint { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>What staff wrote to choose from (選択肢); empty for kinds without.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The smallest number that is taken; null: no bound of its own.</summary>
    public int? Least { get; init; }

    public int? Most { get; init; }

    /// <summary>出す条件; null: it is always asked.</summary>
    public QuestionCondition? Condition { get; init; }

    /// <summary>Everything one can choose from; empty where one writes.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Options => Kind switch
    {
        QuestionKind.OneOf or QuestionKind.SeveralOf => Choices,
        QuestionKind.YesNo => [Yes, No],
        _ => [],
    };

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    public static QuestionContents Read(string json) =>
        JsonSerializer.Deserialize<QuestionContents>(json, Format) ?? throw new InvalidOperationException("A revision of a question without contents.");

    public bool IsSameAs(QuestionContents other) => ToJson() == other.ToJson();
}

/// <summary>A question is asked only where an earlier one is answered so (出す条件).</summary>
/// <param name="Question">The key of the earlier question.</param>
/// <param name="Answers">One of these, in its very words.</param>
public sealed record QuestionCondition(string Question, IReadOnlyList<string> Answers);

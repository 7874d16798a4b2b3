namespace Shiojiri.CxoLab.Questions;

/// <summary>How a question of the form is answered (答え方).</summary>
public enum QuestionKind
{
    /// <summary>短い文: one line.</summary>
    ShortText,

    /// <summary>長い文: several lines.</summary>
    LongText,

    /// <summary>一つ選ぶ</summary>
    OneOf,

    /// <summary>いくつでも選ぶ</summary>
    SeveralOf,

    /// <summary>はい・いいえ</summary>
    YesNo,

    /// <summary>日にち</summary>
    Date,

    /// <summary>数: a whole number.</summary>
    Number,
}

public static class QuestionKindLabel
{
    /// <summary>短い文, 一つ選ぶ …</summary>
    public static string Label(this QuestionKind kind) => kind switch
    {
        QuestionKind.ShortText => "短い文",
        QuestionKind.LongText => "長い文",
        QuestionKind.OneOf => "一つ選ぶ",
        QuestionKind.SeveralOf => "いくつでも選ぶ",
        QuestionKind.YesNo => "はい・いいえ",
        QuestionKind.Date => "日にち",
        QuestionKind.Number => "数",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The answers are among those written down by staff or by the kind itself.</summary>
    public static bool HasOptions(this QuestionKind kind) => kind is QuestionKind.OneOf or QuestionKind.SeveralOf or QuestionKind.YesNo;
}

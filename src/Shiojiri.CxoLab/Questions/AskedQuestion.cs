using System.Security.Cryptography;
using System.Text;

namespace Shiojiri.CxoLab.Questions;

/// <summary>A question as it is asked by one of its revisions (質問の版).</summary>
/// <param name="RevisionId">Of the revision whose contents these are.</param>
public sealed record AskedQuestion(int Id, string Key, int RevisionId, QuestionContents Contents)
{
    public DateTime? PublishedUtc { get; init; }

    public DateTime? RemovedUtc { get; init; }

    public bool IsAsked => PublishedUtc is not null && RemovedUtc is null;

    public string Wording => Contents.Wording;

    /// <summary>A choice by its very words, short enough for an address and a field's name: ten hexadecimal digits.</summary>
    public static string ChoiceKey(string choice) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(choice)))[..ChoiceKeyLength];

    public const int ChoiceKeyLength = 10;

    /// <summary>The name of one choice's own field, where several may be chosen.</summary>
    public string FieldOf(string choice) => $"{Key}.{ChoiceKey(choice)}";

    /// <summary>An answer as a person reads it: 2022年7月30日(土) for a day, 1,200 for a number.</summary>
    public string Say(string value) => Contents.Kind switch
    {
        QuestionKind.Date => AnswerValue.Day(value) is { } day ? JapanTime.FullDate(day) : value,
        QuestionKind.Number => AnswerValue.Number(value)?.ToString("N0", System.Globalization.CultureInfo.InvariantCulture) ?? value,
        _ => value,
    };
}

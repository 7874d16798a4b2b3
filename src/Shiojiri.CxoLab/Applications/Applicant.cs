using Shiojiri.CxoLab.Questions;

namespace Shiojiri.CxoLab.Applications;

/// <summary>What a person wrote on the application form (申込内容), checked and folded.</summary>
public sealed record Applicant(
    string Key,
    string Name,
    string Kana,
    string? Email,
    string? Phone,
    string Residence,
    string? Occupation,
    IReadOnlyDictionary<int, AttendanceAnswer> Attendance,
    IReadOnlyList<int> InterestAreaIds,
    string Motivation,
    string? Skills,
    string? Relation,
    HeardFrom? HeardFrom)
{
    /// <summary>Staff know that somebody else of the cohort has the same address (a couple with one mailbox) and take both.</summary>
    public bool SharesAddress { get; init; }

    /// <summary>The themes of the cohort that interest the person.</summary>
    public IReadOnlyList<ChosenTheme> Themes { get; init; } = [];

    /// <summary>To the cohort's own questions.</summary>
    public IReadOnlyList<GivenAnswer> Answers { get; init; } = [];
}

/// <summary>The answer to 「この現地日程に参加できますか」.</summary>
public enum AttendanceAnswer
{
    Yes,
    Undecided,
    No,
}

public static class AttendanceAnswerLabel
{
    /// <summary>参加できる, 調整中 …</summary>
    public static string Label(this AttendanceAnswer answer) => answer switch
    {
        AttendanceAnswer.Yes => "参加できる",
        AttendanceAnswer.Undecided => "調整中",
        AttendanceAnswer.No => "参加が難しい",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };
}

/// <summary>How a person heard of the programme (知ったきっかけ).</summary>
public enum HeardFrom
{
    Briefing,
    SocialMedia,
    Acquaintance,
    Search,
    Article,
    Organiser,
    Other,
}

public static class HeardFromLabel
{
    /// <summary>募集説明イベント, SNS …</summary>
    public static string Label(this HeardFrom heard) => heard switch
    {
        HeardFrom.Briefing => "募集説明イベント",
        HeardFrom.SocialMedia => "SNS",
        HeardFrom.Acquaintance => "知人の紹介",
        HeardFrom.Search => "検索",
        HeardFrom.Article => "新聞・ウェブの記事",
        HeardFrom.Organiser => "自治体や運営団体からの案内",
        HeardFrom.Other => "その他",
        _ => throw new ArgumentOutOfRangeException(nameof(heard), heard, null),
    };
}

/// <summary>The limits of the form, in characters as a reader counts them (grapheme clusters).</summary>
public static class ApplicantLimits
{
    public const int Name = 60;
    public const int Kana = 60;
    public const int Email = 254;
    public const int Phone = 16;
    public const int Residence = 40;
    public const int Occupation = 60;
    public const int Motivation = 800;
    public const int Skills = 400;
    public const int Relation = 400;

    /// <summary>UTF-16 units kept for one character: a family emoji takes 11, so a text within its limit always fits its column.</summary>
    public const int UnitsPerCharacter = 12;
}

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
}

/// <summary>The answer to 「この現地日程に参加できますか」.</summary>
public enum AttendanceAnswer
{
    Yes,
    Undecided,
    No,
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

namespace Shiojiri.CxoLab.Content;

public enum ContentFieldKind
{
    Line,

    /// <summary>Several paragraphs with the signs of Markdown.</summary>
    Markdown,

    /// <summary>yyyy-MM-dd</summary>
    Day,

    /// <summary>HH:mm, in Japan</summary>
    Clock,

    /// <summary>年度: four digits.</summary>
    Year,

    /// <summary>The address of another site.</summary>
    Link,

    /// <summary>One of <see cref="ContentField.Choices"/>.</summary>
    Choice,

    /// <summary><see cref="ContentField.Ticked"/>, or empty.</summary>
    Tick,
}

/// <summary>One thing that is written in a piece of the site: its name in <see cref="ContentRevision.Fields"/>, what it is called, what may be typed.</summary>
/// <param name="Most">Longest text as a reader counts.</param>
public sealed partial record ContentField(string Name, string Label, ContentFieldKind Kind, int Most, bool IsNeeded = true, string? Hint = null)
{
    public const string Title = "Title";
    public const string Text = "Text";
    public const string Line = "Line";
    public const string Question = "Question";
    public const string Answer = "Answer";
    public const string Day = "Day";
    public const string Notice = "Notice";
    public const string NoticeOn = "NoticeOn";
    public const string NoticeAt = "NoticeAt";
    public const string Year = "Year";
    public const string Cohort = "Cohort";
    public const string Place = "Place";
    public const string Partners = "Partners";
    public const string People = "People";
    public const string Summary = "Summary";
    public const string Outcome = "Outcome";
    public const string Article = "Article";
    public const string Job = "Job";
    public const string Drawing = "Drawing";
    public const string DisplayName = "Name";
    public const string When = "When";
    public const string Consent = "Consent";
    public const string Role = "Role";
    public const string Seat = "Seat";
    public const string Url = "Url";

    /// <summary>What a tick is stored as.</summary>
    public const string Ticked = "yes";

    /// <summary>What may be chosen, as it is stored and as it is called.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    /// <summary>What is stored as people read it: a tick as はい, a choice by its name.</summary>
    public string? Shown(string? value) => (Kind, value) switch
    {
        (_, null) => null,
        (ContentFieldKind.Tick, Ticked) => "はい",
        (ContentFieldKind.Choice, _) => Choices.Where(c => c.Value == value).Select(c => c.Label).FirstOrDefault() ?? value,
        _ => value,
    };

    /// <summary>The fields of a kind, in the order of its form.</summary>
    public static IReadOnlyList<ContentField> Of(ContentKind kind) => kind switch
    {
        ContentKind.Text => OfText,
        ContentKind.Titled => OfTitled,
        ContentKind.Heading => OfHeading,
        ContentKind.Caption => OfCaption,
        ContentKind.Faq => OfFaq,
        ContentKind.News => OfNews,
        ContentKind.Project => OfProject,
        ContentKind.Voice => OfVoice,
        ContentKind.Organisation => OfOrganisation,
        ContentKind.Milestone => OfMilestone,
        ContentKind.Person => OfPerson,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The field that names a piece of the kind in lists; null when its place on the page does.</summary>
    public static string? NameOf(ContentKind kind) => kind switch
    {
        ContentKind.Faq => Question,
        ContentKind.News or ContentKind.Project or ContentKind.Organisation or ContentKind.Milestone => Title,
        ContentKind.Voice or ContentKind.Person => DisplayName,
        _ => null,
    };
}

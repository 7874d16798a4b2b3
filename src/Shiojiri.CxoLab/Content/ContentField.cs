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
}

/// <summary>One thing that is written in a piece of the site: its name in <see cref="ContentRevision.Fields"/>, what it is called, what may be typed.</summary>
/// <param name="Most">Longest text as a reader counts.</param>
public sealed record ContentField(string Name, string Label, ContentFieldKind Kind, int Most, bool IsNeeded = true, string? Hint = null)
{
    public const string Title = "Title";
    public const string Text = "Text";
    public const string Question = "Question";
    public const string Answer = "Answer";
    public const string Day = "Day";
    public const string Notice = "Notice";
    public const string NoticeOn = "NoticeOn";
    public const string NoticeAt = "NoticeAt";

    private const int MostText = 6_000;

    private static readonly ContentField[] OfText = [new(Text, "本文", ContentFieldKind.Markdown, MostText)];

    private static readonly ContentField[] OfTitled =
    [
        new(Title, "見出し", ContentFieldKind.Line, 60, Hint: "折り返してよい所に | を入れられます。"), new(Text, "本文", ContentFieldKind.Markdown, MostText),
    ];

    private static readonly ContentField[] OfFaq =
        [new(Question, "質問", ContentFieldKind.Line, 120), new(Answer, "答え", ContentFieldKind.Markdown, MostText)];

    private static readonly ContentField[] OfNews =
    [
        new(Title, "題名", ContentFieldKind.Line, 80), new(Day, "日付", ContentFieldKind.Day, 20, Hint: "お知らせの一覧に出る日です。"),
        new(Text, "本文", ContentFieldKind.Markdown, MostText),
        new(Notice, "全ページの上に出す一行", ContentFieldKind.Line, 80, IsNeeded: false, Hint: "大切なお知らせのときだけ。空なら出しません。"),
        new(NoticeOn, "一行を消す日", ContentFieldKind.Day, 20, IsNeeded: false), new(NoticeAt, "一行を消す時刻", ContentFieldKind.Clock, 10, IsNeeded: false, Hint: "空なら、その日の終わりです。"),
    ];

    /// <summary>The fields of a kind, in the order of its form.</summary>
    public static IReadOnlyList<ContentField> Of(ContentKind kind) => kind switch
    {
        ContentKind.Text => OfText,
        ContentKind.Titled => OfTitled,
        ContentKind.Faq => OfFaq,
        ContentKind.News => OfNews,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The field that names a piece of the kind in lists; null when its place on the page does.</summary>
    public static string? NameOf(ContentKind kind) => kind switch
    {
        ContentKind.Faq => Question,
        ContentKind.News => Title,
        _ => null,
    };
}

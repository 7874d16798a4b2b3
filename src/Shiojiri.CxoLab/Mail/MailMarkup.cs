namespace Shiojiri.CxoLab.Mail;

/// <summary>
/// Reads what staff wrote (文面の書き方) into the parts of a mail. The rules know no markup of their own: the site hands its reading in. What is
/// no markup has to come back as it was typed.
/// </summary>
public delegate IReadOnlyList<TextBlock> MailMarkup(string text);

/// <summary>One part of a written text; both parts of a mail are made of it.</summary>
public abstract record TextBlock
{
    private TextBlock()
    {
    }

    public sealed record Paragraph(IReadOnlyList<TextSpan> Spans) : TextBlock;

    public sealed record Heading(IReadOnlyList<TextSpan> Spans) : TextBlock;

    /// <summary>Points or steps (箇条書き、手順), all of one sort.</summary>
    public sealed record Items(IReadOnlyList<TextItem> All) : TextBlock;

    /// <summary>The same part with other spans.</summary>
    public TextBlock Select(Func<TextSpan, TextSpan> change) => this switch
    {
        Paragraph(var spans) => new Paragraph([.. spans.Select(change)]),
        Heading(var spans) => new Heading([.. spans.Select(change)]),
        Items(var all) => new Items([.. all.Select(i => i with { Spans = [.. i.Spans.Select(change)] })]),
        _ => throw new InvalidOperationException($"{GetType().Name} is no part of a text."),
    };
}

/// <summary>One point or step.</summary>
/// <param name="Sign">What stands before it, as typed: "-", "3.".</param>
/// <param name="Number">Of a step; null for a point.</param>
public sealed record TextItem(string Sign, int? Number, IReadOnlyList<TextSpan> Spans);

/// <summary>Words within a part; a line feed begins a new line.</summary>
/// <param name="Address">Where the words lead; null when they are no link.</param>
public sealed record TextSpan(string Words, bool IsStrong = false, string? Address = null);

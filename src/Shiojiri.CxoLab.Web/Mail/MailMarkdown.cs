using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Shiojiri.CxoLab.Mail;

namespace Shiojiri.CxoLab.Web.Mail;

/// <summary>
/// Reads the texts of mails as Markdown: headings, points, steps, bold words and links. Nothing else of Markdown is on, so that what has no such
/// meaning (a line of hyphens, an underscore in an address) stays as it was typed in both parts of a mail.
/// </summary>
internal static partial class MailMarkdown
{
    /// <summary>Longest text that is read as Markdown, in UTF-16 units.</summary>
    public const int MaxText = 20_000;

    // Ornaments (three asterisks and more, a line of hyphens) are no signs. While they are read, no characters stand in for theirs.
    private const string Signs = "-*_";
    private const char FirstStandIn = '\uFDED';

    /// <summary>Parts of texts that are kept read: a dozen kinds in two or three parts each, for a few cohorts.</summary>
    private const int MostKnown = 200;

    private static readonly MarkdownPipeline Pipeline = MailMarkdownSigns.Pipeline();

    // The placeholders are not filled in yet: the mails of a kind are all made of the same parts.
    private static readonly ConcurrentDictionary<string, IReadOnlyList<TextBlock>> Known = new();

    /// <summary>As <see cref="Read"/>, for the text of a kind of mail, which is the same for everybody and is kept. What is written to one person never is.</summary>
    public static IReadOnlyList<TextBlock> ReadKept(string text)
    {
        if (Known.TryGetValue(text, out var known))
        {
            return known;
        }

        if (Known.Count >= MostKnown)
        {
            Known.Clear();
        }

        return Known[text] = Read(text);
    }

    /// <summary>What is too long or too deep for it comes back as it was typed.</summary>
    public static IReadOnlyList<TextBlock> Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        if (text.Length <= MaxText)
        {
            try
            {
                var source = Ornament().Replace(string.Join('\n', lines.Select(InTodaysSigns)), WithoutSigns);
                return [.. Markdown.Parse(source, Pipeline).Select(block => BlockOf(block, source))];
            }
            catch (ArgumentException)
            {
                // Markdig's own limit of nesting.
            }
        }

        return [.. EmptyLines().Split(string.Join('\n', lines)).Where(p => p.Length > 0).Select(p => new TextBlock.Paragraph([new TextSpan(p)]))];
    }

    // Texts of earlier releases are kept as they were written: ■ began a heading, and a full-width dot or blank stood behind the number of a step.
    private static string InTodaysSigns(string line) => OldStep().Replace(OldHeading().Replace(line, "## "), "$1. ");

    private static TextBlock BlockOf(Block block, string source) => block switch
    {
        HeadingBlock heading when heading.Inline?.FirstChild is null => new TextBlock.Paragraph([new TextSpan(Typed(heading, source))]),
        HeadingBlock => new TextBlock.Heading(SpansOf(block, source)),
        ListBlock list => new TextBlock.Items([.. list.OfType<ListItemBlock>().Select(item => ItemOf(item, list, source))]),
        _ => new TextBlock.Paragraph(SpansOf(block, source)),
    };

    private static string Typed(Block block, string source) => source.Substring(block.Span.Start, block.Span.Length);

    private static TextItem ItemOf(ListItemBlock item, ListBlock list, string source) =>
        new(SignOf(item, source), list.IsOrdered ? item.Order : null, SpansOf(item, source));

    private static string SignOf(ListItemBlock item, string source) => Sign().Match(source, item.Span.Start).Value;

    // The leaves alone, whatever is nested in what: words follow each other as they were typed.
    private static List<TextSpan> SpansOf(Block block, string source)
    {
        var spans = new List<TextSpan>();
        foreach (var leaf in block is LeafBlock own ? [own] : block.Descendants<LeafBlock>())
        {
            if (leaf != block)
            {
                Add(spans, new TextSpan(Lead(leaf, block, source, isFirst: spans.Count == 0)));
            }

            foreach (var link in leaf.Inline?.Descendants<LinkInline>().Where(l => !IsLink(l)).ToList() ?? [])
            {
                link.ReplaceBy(new LiteralInline($"{(link.IsImage ? "!" : "")}[{WordsOf(link)}]({link.Url})"), copyChildren: false);
            }

            foreach (var inline in leaf.Inline?.Descendants<Inline>() ?? [])
            {
                Add(spans, new TextSpan(WordsOf(inline), inline.FindParentOfType<EmphasisInline>().Any(), AddressOf(inline)));
            }
        }

        return spans;
    }

    // A further paragraph of an item begins on a line of its own; a point within a point keeps its sign there.
    private static string Lead(LeafBlock leaf, Block within, string source, bool isFirst)
    {
        var depth = 0;
        for (var around = leaf.Parent; around is not null && around != within; around = around.Parent)
        {
            depth += around is ListItemBlock ? 1 : 0;
        }

        var sign = depth > 0 && leaf.Parent is ListItemBlock item && item[0] == leaf ? $"{SignOf(item, source)} " : "";
        return (isFirst ? "" : "\n") + new string(' ', 2 * depth) + sign;
    }

    private static void Add(List<TextSpan> spans, TextSpan next)
    {
        if (next.Words.Length == 0)
        {
            return;
        }

        if (spans.Count > 0 && spans[^1] is var last && (last.IsStrong, last.Address) == (next.IsStrong, next.Address))
        {
            spans[^1] = last with { Words = last.Words + next.Words };
        }
        else
        {
            spans.Add(next);
        }
    }

    private static string WordsOf(Inline inline) => inline switch
    {
        LiteralInline literal => WithSigns(literal.Content.ToString()),
        LineBreakInline => "\n",
        _ => "",
    };

    private static string WordsOf(LinkInline link) => string.Concat(link.Descendants<Inline>().Select(WordsOf));

    private static string? AddressOf(Inline inline) => inline.FindParentOfType<LinkInline>().LastOrDefault()?.Url is { } address ? WithSigns(address) : null;

    private static bool IsLink(LinkInline link) => !link.IsImage && Harmless().IsMatch(link.Url ?? "");

    private static string WithoutSigns(Match ornament) =>
        string.Concat(ornament.Value.Select(c => Signs.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? (char)(FirstStandIn + at) : c));

    private static string WithSigns(string text) => text.AsSpan().IndexOfAnyInRange(FirstStandIn, '\uFDEF') < 0
        ? text
        : string.Concat(text.Select(c => c is >= FirstStandIn and <= '\uFDEF' ? Signs[c - FirstStandIn] : c));

    [GeneratedRegex(@"^■(?!■)[ \t\u3000]*(?=\S)")]
    private static partial Regex OldHeading();

    [GeneratedRegex(@"^([0-9]{1,2})(?:．(?![0-9０-９])[ \t\u3000]*|\.[\t\u3000][ \t\u3000]*)(?=\S)")]
    private static partial Regex OldStep();

    [GeneratedRegex(@"\*{3,}|^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Ornament();

    [GeneratedRegex(@"\G(?:[-*]|[0-9]{1,9}[.)])")]
    private static partial Regex Sign();

    [GeneratedRegex(@"\n{2,}")]
    private static partial Regex EmptyLines();

    // An own path begins with one slash: two, or a slash and a backslash, lead to another host.
    [GeneratedRegex(@"^(https?://[^\s\\]+|mailto:[^\s\\]+|tel:[0-9+\-]+|/(?![/\\])[^\s\\]*)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();
}

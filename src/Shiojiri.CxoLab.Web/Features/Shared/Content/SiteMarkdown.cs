using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Html;
using Shiojiri.CxoLab.Pictures;

namespace Shiojiri.CxoLab.Web.Features.Shared.Content;

/// <summary>
/// Makes HTML of what staff write. Two walls, one behind the other: Markdig writes no raw HTML, and what it wrote passes a list of few
/// elements and of harmless links. What is too long or too deep for it stands there as it was typed. A picture of the site is put in behind
/// both walls, made by <see cref="PictureElement"/>; any other picture is left out.
/// </summary>
/// <param name="programme">What the programme is called now: its name does not break over two lines.</param>
internal sealed partial class SiteMarkdown(Func<string> programme, PictureCatalogue pictures)
{
    /// <summary>Longest text that is read as Markdown, in UTF-16 units.</summary>
    public const int MaxText = 20_000;

    private const int MostRemembered = 500;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseSoftlineBreakAsHardlineBreak().Build();

    private readonly HtmlSanitizer _sanitizer = Sanitizer();
    private readonly ConcurrentDictionary<(string Text, int Top, string Brand, object? Pictures), IHtmlContent> _remembered = new();

    /// <param name="top">The level of the highest heading in the text: 2 under a page's title, 3 under a heading of the page.</param>
    public IHtmlContent Render(string text, int top = 2)
    {
        // With other pictures, or under another name, the same text is another page.
        var brand = programme();
        var asked = (text, top, brand, text.Contains(PictureReferences.Scheme, StringComparison.Ordinal) ? pictures.All : null);
        if (_remembered.TryGetValue(asked, out var known))
        {
            return known;
        }

        if (_remembered.Count >= MostRemembered)
        {
            _remembered.Clear();
        }

        return _remembered[asked] = new HtmlString(Html(text, top, Escaped(brand)));
    }

    private string Html(string text, int top, string brand)
    {
        if (text.Length > MaxText)
        {
            return AsTyped(text);
        }

        try
        {
            var document = Markdown.Parse(TextPictures.WithoutMarks(text), Pipeline);
            var shown = TextPictures.TakeOut(document, pictures);
            var headings = document.Descendants<HeadingBlock>().ToList();
            var highest = headings.Select(h => h.Level).DefaultIfEmpty(1).Min();
            foreach (var heading in headings)
            {
                heading.Level = Math.Min(heading.Level - highest + top, 6);
            }

            var html = Outside().Replace(_sanitizer.Sanitize(document.ToHtml(Pipeline)), "$1" + Icon.Elsewhere + "$2");
            html = Words().Replace(html, words => brand.Length == 0 ? words.Value : words.Value.Replace(brand, $"<span class=\"nb\">{brand}</span>", StringComparison.Ordinal));
            return TextPictures.PutIn(html, shown).Trim();
        }
        catch (ArgumentException)
        {
            // Markdig's own limit of nesting.
            return AsTyped(text);
        }
    }

    // As the sanitizer writes it; more would be encoded than it does.
    private static string Escaped(string brand) =>
        brand.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string AsTyped(string text) => $"<p>{HtmlEncoder.Default.Encode(text)}</p>";

    private static HtmlSanitizer Sanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(["p", "br", "strong", "em", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "blockquote", "hr", "code", "pre"]),
            AllowedAttributes = new HashSet<string>(["href", "start"]),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "tel"]),
            UriAttributes = new HashSet<string>(["href"]),
        });
        sanitizer.FilterUrl += (_, link) => link.SanitizedUrl = IsHarmless(link.OriginalUrl) ? link.SanitizedUrl : null;
        return sanitizer;
    }

    private static bool IsHarmless(string url) => Harmless().IsMatch(url);

    // An own path begins with one slash: two, or a slash and a backslash, lead to another host.
    [GeneratedRegex(@"^(https?://[^\s\\]+|mailto:[^\s\\]+|tel:[0-9+\-]+|/(?![/\\])[^\s\\]*|#[^\s\\]*)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();

    // What stands between two tags: the name of the programme does not break there.
    [GeneratedRegex("(?<=>)[^<>]+")]
    private static partial Regex Words();

    // The sanitizer writes every link in this one form.
    [GeneratedRegex(@"(<a href=""https?://[^""]*"">(?:(?!</a>).)*)(</a>)", RegexOptions.Singleline)]
    private static partial Regex Outside();
}

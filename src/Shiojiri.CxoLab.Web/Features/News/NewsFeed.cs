using System.Globalization;
using System.Text.Encodings.Web;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Web.Features.Shared.Content;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.News;

/// <summary>The news as an Atom feed (RFC 4287). A piece is known by the address of its page, and is new again when staff publish it anew.</summary>
internal sealed class NewsFeed(SiteMarkdown markdown, IOptions<SiteSettings> site, ProgrammeValues programme)
{
    public const string ContentType = "application/atom+xml";

    /// <summary>As many as a reader that comes once in a while needs.</summary>
    private const int Most = 50;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private string Base => site.Value.BaseUrl;

    /// <param name="news">At least one piece, in their order.</param>
    public XDocument Of(IReadOnlyList<ShownPiece> news) => new(new XElement(
        Atom + "feed",
        new XAttribute(XNamespace.Xml + "lang", "ja"),
        new XAttribute(XNamespace.Xml + "base", $"{Base}/"),
        new XElement(Atom + "id", $"{Base}/feed.xml"),
        new XElement(Atom + "title", Clean($"{programme.Title}からのお知らせ")),
        new XElement(Atom + "updated", Instant(news.Max(n => n.SinceUtc))),
        new XElement(Atom + "author", new XElement(Atom + "name", Clean(programme.OfficeName)), new XElement(Atom + "uri", $"{Base}/")),
        Link("self", "/feed.xml", ContentType),
        Link("alternate", "/news", "text/html"),
        news.Take(Most).Select(Entry)));

    private XElement Entry(ShownPiece piece) => new(
        Atom + "entry",
        new XElement(Atom + "id", $"{Base}/news/{piece.Key}"),
        new XElement(Atom + "title", Clean(piece[ContentField.Title])),
        new XElement(Atom + "updated", Instant(piece.SinceUtc)),
        Link("alternate", $"/news/{piece.Key}", "text/html"),
        new XElement(Atom + "content", new XAttribute("type", "html"), Html(piece)));

    private XElement Link(string relation, string path, string type) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", Base + path));

    private string Html(ShownPiece piece)
    {
        using var html = new StringWriter();
        markdown.Render(piece[ContentField.Text]).WriteTo(html, HtmlEncoder.Default);
        return Clean(html.ToString());
    }

    // Only a draft has no such time, and no draft comes here.
    private static string Instant(DateTime? utc) => (utc ?? DateTime.UnixEpoch).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Without what XML can't hold.</summary>
    private static string Clean(string text)
    {
        try
        {
            return XmlConvert.VerifyXmlChars(text);
        }
        catch (XmlException)
        {
            return string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD && (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))));
        }
    }
}

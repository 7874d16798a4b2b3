using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Crawlers;

/// <summary>
/// Every address that a search engine shall know (sitemaps.org, 0.9), and since when it says what it says where that is known: of pages with one
/// text of staff's. The form is left out: it is not to be found while it is closed.
/// </summary>
internal sealed class SitemapQuery(CxoLabDb db, PastCohorts past, ShownContent shown, SiteThemes themes, IOptions<SiteSettings> site)
{
    private static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Pages =
    [
        "/", "/program", "/recruit", "/schedule", "/projects", "/briefings", "/faq",
        "/privacy", "/legal", "/contact", "/accessibility",
    ];

    public async Task<XDocument> MakeAsync(CancellationToken ct)
    {
        var cohorts = await past.ListAsync(ct);
        Entry[] entries =
        [
            .. Pages.Select(path => new Entry(path)),
            .. shown.Of(ContentKind.Project).Select(p => new Entry($"/projects/{p.Key}", p.SinceUtc)),
            .. shown.News.Count == 0 ? [] : shown.News.Select(n => new Entry($"/news/{n.Key}", n.SinceUtc)).Prepend(new("/news")),
            .. (await themes.ReachableAsync(db, ct)).Select(t => new Entry(t.Path)),
            .. cohorts.Count == 0 ? [] : cohorts.Select(c => new Entry($"/cohorts/{c.Ordinal}")).Prepend(new("/cohorts")),
        ];
        return new XDocument(new XElement(Namespace + "urlset", entries.Select(entry => new XElement(
            Namespace + "url",
            new XElement(Namespace + "loc", site.Value.BaseUrl + entry.Path),
            entry.ChangedUtc is { } changed ? new XElement(Namespace + "lastmod", changed.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : null))));
    }

    private sealed record Entry(string Path, DateTime? ChangedUtc = null);
}

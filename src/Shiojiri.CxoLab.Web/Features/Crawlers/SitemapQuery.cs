using System.Xml.Linq;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Crawlers;

/// <summary>Every address that a search engine shall know (sitemaps.org, 0.9).</summary>
internal sealed class SitemapQuery(CxoLabDb db, PastCohorts past, ShownContent shown, SiteThemes themes, IOptions<SiteSettings> site)
{
    private static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Pages =
    [
        "/", "/program", "/recruit", "/schedule", "/projects", "/briefings", "/faq", "/apply",
        "/privacy", "/legal", "/contact", "/accessibility",
    ];

    public async Task<XDocument> MakeAsync(CancellationToken ct)
    {
        var cohorts = await past.ListAsync(ct);
        string[] paths =
        [
            .. Pages,
            .. shown.Projects.Select(p => $"/projects/{p.Slug}"),
            .. (await themes.ReachableAsync(db, ct)).Select(t => t.Path),
            .. cohorts.Count == 0 ? [] : cohorts.Select(c => $"/cohorts/{c.Ordinal}").Prepend("/cohorts"),
        ];
        return new XDocument(new XElement(Namespace + "urlset", paths.Select(path => new XElement(Namespace + "url", new XElement(Namespace + "loc", site.Value.BaseUrl + path)))));
    }
}

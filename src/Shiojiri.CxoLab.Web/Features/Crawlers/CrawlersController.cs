using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Crawlers;

/// <summary>What machines ask for: the map of the site, where they may go, and whom to tell of a hole in it.</summary>
internal sealed class CrawlersController(
    CxoLabDb db, IOptions<SiteSettings> site, CurrentSettings settings, TimeProvider time) : Controller
{
    private static readonly string[] Pages =
    [
        "/", "/program", "/recruit", "/schedule", "/projects", "/briefings", "/faq", "/apply",
        "/privacy", "/legal", "/contact", "/accessibility",
    ];

    [PublicPage]
    [HttpGet("/sitemap.xml")]
    public async Task<IActionResult> Sitemap(CancellationToken ct)
    {
        XNamespace ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var slugs = await db.PastProjects.OrderBy(p => p.Id).Select(p => p.Slug).Take(1000).ToListAsync(ct);
        var urls = Pages.Concat(slugs.Select(slug => $"/projects/{slug}"))
            .Select(path => new XElement(ns + "url", new XElement(ns + "loc", site.Value.BaseUrl + path)));
        var map = new XDocument(new XElement(ns + "urlset", urls));
        return Content($"""<?xml version="1.0" encoding="utf-8"?>{"\n"}{map}""", "application/xml", Encoding.UTF8);
    }

    [PublicPage]
    [HttpGet("/robots.txt")]
    public IActionResult Robots() => Content(
        $"User-agent: *\nDisallow: /apply/\nDisallow: /admin\n\nSitemap: {site.Value.BaseUrl}/sitemap.xml\n", "text/plain", Encoding.UTF8);

    /// <summary>RFC 9116; there is none while nobody can be reached.</summary>
    [HttpGet("/.well-known/security.txt")]
    public IActionResult Security() => settings.Contact.Email is { } email
        ? Content(
            $"Contact: mailto:{email}\nExpires: {time.GetUtcNow().AddDays(180):yyyy-MM-dd'T'00:00:00'Z'}\nPreferred-Languages: ja, en\nCanonical: {site.Value.BaseUrl}/.well-known/security.txt\n",
            "text/plain",
            Encoding.UTF8)
        : NotFound();
}

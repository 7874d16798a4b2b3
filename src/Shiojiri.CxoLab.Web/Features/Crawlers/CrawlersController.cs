using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Hosting;

namespace Shiojiri.CxoLab.Web.Features.Crawlers;

/// <summary>What machines ask for: the map of the site, where they may go, and whom to tell of a hole in it.</summary>
internal sealed class CrawlersController(SitemapQuery sitemap, IOptions<SiteSettings> site, CurrentSettings settings, TimeProvider time) : Controller
{
    [PublicPage]
    [HttpGet("/sitemap.xml")]
    public async Task<IActionResult> Sitemap(CancellationToken ct) =>
        Content($"""<?xml version="1.0" encoding="utf-8"?>{"\n"}{await sitemap.MakeAsync(ct)}""", "application/xml", Encoding.UTF8);

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

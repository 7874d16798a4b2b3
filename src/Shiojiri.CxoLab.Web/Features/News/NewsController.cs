using System.Text;
using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.Content;

namespace Shiojiri.CxoLab.Web.Features.News;

/// <summary>What is new (お知らせ). There is no such page, and no feed, while there is no news.</summary>
[PublicPage]
internal sealed class NewsController(ShownContent shown, SiteMarkdown markdown, NewsFeed feed) : Controller
{
    [HttpGet("/news")]
    public IActionResult Index() => shown.News is { Count: > 0 } news ? View(news.Select(NewsHead.Of).ToList()) : NotFound();

    [HttpGet("/news/{key}")]
    public IActionResult Show(string key) =>
        shown.News.FirstOrDefault(n => n.Key == key) is { } piece ? View(new NewsPage(NewsHead.Of(piece), markdown.Render(piece[ContentField.Text]))) : NotFound();

    [HttpGet("/feed.xml")]
    public IActionResult Feed() => shown.News is { Count: > 0 } news
        ? Content($"""<?xml version="1.0" encoding="utf-8"?>{"\n"}{feed.Of(news)}""", NewsFeed.ContentType, Encoding.UTF8)
        : NotFound();
}

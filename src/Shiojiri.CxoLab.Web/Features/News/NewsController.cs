using Microsoft.AspNetCore.Mvc;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Features.Shared.Content;

namespace Shiojiri.CxoLab.Web.Features.News;

/// <summary>What is new (お知らせ). There is no such page while there is no news.</summary>
[PublicPage]
internal sealed class NewsController(ShownContent shown, SiteMarkdown markdown) : Controller
{
    [HttpGet("/news")]
    public IActionResult Index() => shown.News is { Count: > 0 } news ? View(news.Select(NewsHead.Of).ToList()) : NotFound();

    [HttpGet("/news/{key}")]
    public IActionResult Show(string key) =>
        shown.News.FirstOrDefault(n => n.Key == key) is { } piece ? View(new NewsPage(NewsHead.Of(piece), markdown.Render(piece[ContentField.Text]))) : NotFound();
}

using System.Net;
using System.Xml.Linq;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Crawlers;

/// <summary>The map of the site.</summary>
public sealed class SitemapTests
{
    [Fact]
    public async Task It_says_since_when_a_page_says_what_it_says_where_that_is_known()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var key = (await editor.WriteAsync("new/news", "now", ("Title", "お知らせ"), ("Day", "2022-06-01"), ("Text", "本文。"))).Split('/')[^1];
        site.Clock.Advance(TimeSpan.FromHours(1));
        await editor.WriteAsync("wainari", "now", ("Summary", "地域の資源を見えるようにしました。"));
        await editor.WriteAsync("craft-multi-skills", "draft", ("Summary", "まだ下書きです。"));

        var changed = await ChangedAsync(site);

        Assert.Equal(
            new Dictionary<string, string?> { [$"/news/{key}"] = "2022-06-10T00:00:00Z", ["/projects/wainari"] = "2022-06-10T01:00:00Z" },
            changed.Where(c => c.Value is not null).ToDictionary());
        Assert.Contains("/accessibility", changed.Keys);
    }

    [Fact]
    public async Task Whatever_it_lists_is_there_and_may_be_found_whatever_the_state_of_recruitment()
    {
        using var site = await Site.StartAsync();
        foreach (var days in new[] { 0, 60, 300 })
        {
            site.Clock.Advance(TimeSpan.FromDays(days));
            foreach (var path in (await ChangedAsync(site)).Keys)
            {
                var page = await site.Visitor().OpenAsync(path);
                Assert.Equal((path, HttpStatusCode.OK), (path, page.Status));
                Assert.Empty(page.Html.QuerySelectorAll("meta[name=robots]"));
                Assert.Equal($"http://localhost:5080{path}", page.Html.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
            }
        }
    }

    private static async Task<Dictionary<string, string?>> ChangedAsync(Site site)
    {
        var map = XDocument.Parse((await site.Visitor().OpenAsync("/sitemap.xml")).Body).Root!;
        return map.Elements().ToDictionary(
            url => new Uri(url.Element(map.Name.Namespace + "loc")!.Value).AbsolutePath, url => url.Element(map.Name.Namespace + "lastmod")?.Value);
    }
}

using System.Net;
using System.Xml;
using System.Xml.Linq;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.News;

/// <summary>The news as an Atom feed (RFC 4287).</summary>
public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly string[] Required = ["id", "title", "updated"];

    [Fact]
    public async Task While_there_is_no_news_there_is_no_feed_and_no_way_to_it()
    {
        using var site = await Site.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().OpenAsync("/feed.xml")).Status);
        Assert.Empty((await site.Visitor().OpenAsync("/")).Html.QuerySelectorAll("link[rel=alternate]"));
    }

    [Fact]
    public async Task A_piece_is_in_it_with_all_that_the_standard_asks_for()
    {
        using var site = await Site.StartAsync(new() { ["Site:PublicBaseUrl"] = "https://lab.example.jp" });
        var editor = site.CreateClient(new() { BaseAddress = new("https://lab.example.jp") });
        var staff = await site.StaffAsync(Role.Editor);
        staff.BaseAddress = new("https://lab.example.jp");
        var key = (await staff.WriteAsync("new/news", "now", ("Title", "<b>開催</b>&お知らせ"), ("Day", "2022-06-09"), ("Text", "**太字**と[募集要項](/recruit)"))).Split('/')[^1];

        var answer = await editor.GetAsync(new Uri("/feed.xml", UriKind.Relative));
        var feed = Read(await answer.Content.ReadAsStringAsync());
        var entry = Assert.Single(feed.Elements(Atom + "entry"));

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            ("https://lab.example.jp/feed.xml", "塩尻CxO Labからのお知らせ", "塩尻CxO Lab 運営事務局", "2022-06-10T00:00:00Z"),
            (Word(feed, "id"), Word(feed, "title"), Word(feed.Element(Atom + "author")!, "name"), Word(feed, "updated")));
        Assert.Equal(
            [("self", "https://lab.example.jp/feed.xml"), ("alternate", "https://lab.example.jp/news")],
            feed.Elements(Atom + "link").Select(l => (l.Attribute("rel")!.Value, l.Attribute("href")!.Value)));
        Assert.Equal(
            ($"https://lab.example.jp/news/{key}", "<b>開催</b>&お知らせ", "2022-06-10T00:00:00Z", $"https://lab.example.jp/news/{key}"),
            (Word(entry, "id"), Word(entry, "title"), Word(entry, "updated"), entry.Element(Atom + "link")!.Attribute("href")!.Value));
        Assert.Equal(("html", "<p><strong>太字</strong>と<a href=\"/recruit\">募集要項</a></p>"), (entry.Element(Atom + "content")!.Attribute("type")!.Value, Word(entry, "content")));
        Assert.Equal("https://lab.example.jp/", feed.Attribute(XNamespace.Xml + "base")!.Value);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync(new Uri(Word(entry, "id")))).StatusCode);
    }

    [Fact]
    public async Task It_comes_and_goes_by_the_clock()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Editor);
        await staff.WriteAsync("new/news", "now", ("Title", "いまのお知らせ"), ("Day", "2022-06-10"), ("Text", "本文。"), ("UntilOn", "2022-06-12"), ("UntilAt", "9:00"));
        await staff.WriteAsync("new/news", "later", ("Title", "あしたのお知らせ"), ("Day", "2022-06-11"), ("Text", "本文。"), ("FromOn", "2022-06-11"), ("FromAt", "9:00"));
        await staff.WriteAsync("new/news", "draft", ("Title", "まだ秘密"), ("Day", "2022-06-11"), ("Text", "本文。"));
        var seen = new List<string>();

        foreach (var hours in new[] { 0, 24, 24 })
        {
            site.Clock.Advance(TimeSpan.FromHours(hours));
            var page = await site.Visitor().OpenAsync("/feed.xml");
            seen.Add($"{Word(Read(page.Body), "updated")} {string.Join('、', Read(page.Body).Elements(Atom + "entry").Select(e => Word(e, "title")))}");
        }

        Assert.Equal(
            ["2022-06-10T00:00:00Z いまのお知らせ", "2022-06-11T00:00:00Z あしたのお知らせ、いまのお知らせ", "2022-06-11T00:00:00Z あしたのお知らせ"], seen);
    }

    [Fact]
    public async Task It_is_kept_finished_and_not_sent_twice()
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        await (await site.StaffAsync(Role.Editor)).WriteAsync("new/news", "now", ("Title", "お知らせ"), ("Day", "2022-06-10"), ("Text", "本文。"));
        var first = await site.Visitor().OpenAsync("/feed.xml");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/feed.xml");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Answer.Headers.ETag!.ToString());
        count.StartAgain();

        var second = await site.Visitor().SendAsync(again);

        Assert.Equal((HttpStatusCode.NotModified, 0), (second.StatusCode, count.Statements));
        Assert.Equal("no-cache", first.Answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Home_and_news_lead_to_it()
    {
        using var site = await Site.StartAsync();
        var address = await (await site.StaffAsync(Role.Editor)).WriteAsync("new/news", "now", ("Title", "お知らせ"), ("Day", "2022-06-10"), ("Text", "本文。"));

        foreach (var path in new[] { "/", "/news", $"/news/{address.Split('/')[^1]}" })
        {
            var link = (await site.Visitor().OpenAsync(path)).Html.QuerySelector("head link[rel=alternate]")!;
            Assert.Equal(("application/atom+xml", "/feed.xml"), (link.GetAttribute("type"), link.GetAttribute("href")));
        }
    }

    private static XElement Read(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var feed = XDocument.Load(reader).Root!;
        Assert.All(
            feed.Elements(Atom + "entry").Prepend(feed),
            one => Assert.All(Required, name => Assert.NotEqual("", Assert.Single(one.Elements(Atom + name)).Value)));
        return feed;
    }

    private static string Word(XElement element, string name) => element.Element(Atom + name)!.Value;
}

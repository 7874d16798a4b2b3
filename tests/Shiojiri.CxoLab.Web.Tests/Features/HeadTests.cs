using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features;

/// <summary>What the head of a page tells other sites and search engines.</summary>
public sealed class HeadTests
{
    private static readonly string[] Pages =
    [
        "/", "/program", "/recruit", "/schedule", "/projects", "/projects/wainari", "/briefings", "/faq", "/privacy", "/legal", "/contact", "/accessibility", "/apply",
    ];

    [Fact]
    public async Task Every_public_page_says_what_it_is_to_those_who_share_it()
    {
        using var site = await Site.StartAsync();
        foreach (var path in Pages)
        {
            var page = await site.Visitor().OpenAsync(path);
            string? Word(string property) => page.Html.QuerySelector($"meta[property='og:{property}']")?.GetAttribute("content");

            Assert.Equal(page.Title, path == "/" ? "塩尻CxO Lab｜関わるほど、ふるさとになる。" : $"{Word("title")}｜塩尻CxO Lab");
            Assert.Equal(page.Html.QuerySelector("meta[name=description]")!.GetAttribute("content"), Word("description"));
            Assert.Equal(
                ($"http://localhost:5080{path}", "塩尻CxO Lab", "ja_JP", "1200", "630", "image/png", path == "/projects/wainari" ? "article" : "website"),
                (Word("url"), Word("site_name"), Word("locale"), Word("image:width"), Word("image:height"), Word("image:type"), Word("type")));
            Assert.StartsWith("http://localhost:5080/share/", Word("image"), StringComparison.Ordinal);
            Assert.Equal(page.Title, Word("image:alt"));
            Assert.Equal("summary_large_image", page.Html.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
            Assert.Equal(Word("url"), page.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        }
    }

    [Theory]
    [InlineData("/Recruit", "/recruit")]
    [InlineData("/faq/", "/faq")]
    [InlineData("/projects?year=2020", "/projects")]
    [InlineData("/projects/wainari?utm_source=x", "/projects/wainari")]
    [InlineData("/?from=mail", "/")]
    public async Task However_a_page_is_asked_for_it_has_one_address(string asked, string path)
    {
        using var site = await Site.StartAsync(new() { ["Site:PublicBaseUrl"] = "https://lab.example.jp" });

        var page = await Page.OfAsync(site.Visitor().GetAsync(new Uri($"https://lab.example.jp{asked}")));

        Assert.Equal($"https://lab.example.jp{path}", page.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal($"https://lab.example.jp{path}", page.Html.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("/contact/sent")]
    [InlineData("/apply/again/sent")]
    [InlineData("/no-such-page")]
    public async Task What_is_not_to_be_found_says_so_and_nothing_else(string path)
    {
        using var site = await Site.StartAsync();

        var page = await site.Visitor().OpenAsync(path);

        Assert.Equal("noindex", page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Empty(page.Html.QuerySelectorAll("link[rel=canonical], meta[property^='og:']"));
    }
}

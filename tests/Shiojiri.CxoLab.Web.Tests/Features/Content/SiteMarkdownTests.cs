using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Web.Features.Shared.Content;

namespace Shiojiri.CxoLab.Web.Tests.Features.Content;

/// <summary>What staff write becomes HTML that can do no harm, whoever wrote it.</summary>
public sealed class SiteMarkdownTests
{
    private static readonly string[] Elements = ["p", "br", "strong", "em", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "blockquote", "hr", "code", "pre", "svg", "path", "span"];

    private static readonly string[] Attributes = ["href", "start"];

    private readonly PictureCatalogue _pictures = new();
    private readonly SiteMarkdown _markdown;

    public SiteMarkdownTests() => _markdown = new(() => "塩尻CxO Lab", _pictures);

    [Theory]
    [InlineData("一行目\n二行目", "<p>一行目<br>\n二行目</p>")]
    [InlineData("**太字** & <b>", "<p><strong>太字</strong> &amp; &lt;b&gt;</p>")]
    [InlineData("- 一\n- 二", "<ul>\n<li>一</li>\n<li>二</li>\n</ul>")]
    [InlineData("3. 三\n4. 四", "<ol start=\"3\">\n<li>三</li>\n<li>四</li>\n</ol>")]
    [InlineData("[要項](/recruit#fee)", "<p><a href=\"/recruit#fee\">要項</a></p>")]
    [InlineData("[電話](tel:0263-52-0280) [メール](mailto:info@example.jp)", "<p><a href=\"tel:0263-52-0280\">電話</a> <a href=\"mailto:info@example.jp\">メール</a></p>")]
    [InlineData("# 大\n### 小", "<h2>大</h2>\n<h4>小</h4>")]
    [InlineData("### 小\n#### もっと小", "<h2>小</h2>\n<h3>もっと小</h3>")]
    [InlineData("", "")]
    public void Text_becomes_what_its_signs_say(string text, string html) => Assert.Equal(html, _markdown.Render(text).ToString());

    [Fact]
    public void Headings_stand_below_the_heading_that_the_page_has_already() =>
        Assert.Equal("<h4>見出し</h4>", _markdown.Render("# 見出し", top: 4).ToString());

    [Fact]
    public void A_link_to_another_site_carries_the_sign_of_leaving() =>
        Assert.StartsWith("<p><a href=\"https://onexxxx.com/\">ONE X<svg", _markdown.Render("[ONE X](https://onexxxx.com/)").ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_name_of_the_programme_stays_in_one_line() => Assert.Equal(
        "<p><span class=\"nb\">塩尻CxO Lab</span>と<a href=\"/program\">塩尻</a></p>", _markdown.Render("塩尻CxO Labと[塩尻](/program)").ToString());

    [Fact]
    public void A_picture_of_the_site_is_shown_and_its_words_can_do_no_harm()
    {
        _pictures.Set([new("AAAAAAAAAAAAAAAAAAAAAA", "駅\"><script>alert(1)</script>", "田中<b>", 600, 400)]);

        var html = _markdown.Render("![](picture:AAAAAAAAAAAAAAAAAAAAAA)").ToString()!;
        var body = new HtmlParser().ParseDocument($"<body>{html}").Body!;

        Assert.Equal(["figure", "picture", "source", "img", "figcaption"], body.QuerySelectorAll("*").Select(e => e.LocalName));
        Assert.Equal(("駅\"><script>alert(1)</script>", "撮影：田中<b>"), (body.QuerySelector("img")!.GetAttribute("alt"), body.TextContent));
        Assert.Equal(["alt", "decoding", "height", "loading", "sizes", "src", "srcset", "width"], body.QuerySelector("img")!.Attributes.Select(a => a.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("![駅\" onerror=\"alert(1)](picture:AAAAAAAAAAAAAAAAAAAAAA \"onload=alert(1)\")", "figure picture source img")]
    [InlineData("前に![駅](picture:AAAAAAAAAAAAAAAAAAAAAA)後に", "p picture source img")]
    [InlineData("![駅](picture:AAAAAAAAAAAAAAAAAAAAAA)\n![駅](picture:AAAAAAAAAAAAAAAAAAAAAA)", "figure picture source img figure picture source img")]
    [InlineData("- ![駅](picture:AAAAAAAAAAAAAAAAAAAAAA)", "ul li picture source img")]
    [InlineData("[![駅](picture:AAAAAAAAAAAAAAAAAAAAAA)](/program)", "p a picture source img")]
    [InlineData("[駅](picture:AAAAAAAAAAAAAAAAAAAAAA)", "p a")]
    [InlineData("![駅](picture:BBBBBBBBBBBBBBBBBBBBBB)", "p")]
    [InlineData("![駅](PICTURE:AAAAAAAAAAAAAAAAAAAAAA)", "p")]
    [InlineData("![駅](picture:AAAAAAAAAAAAAAAAAAAAAA/../../x)", "p")]
    [InlineData("![駅](https://evil.example/picture:AAAAAAAAAAAAAAAAAAAAAA)", "p")]
    [InlineData("\ufdd00\ufdd1 と \ufdd07\ufdd1", "p")]
    [InlineData("\ufdd00\ufdd1 ![駅](picture:AAAAAAAAAAAAAAAAAAAAAA)", "p picture source img")]
    public void Only_a_known_picture_named_as_one_is_shown(string text, string elements)
    {
        _pictures.Set([new("AAAAAAAAAAAAAAAAAAAAAA", "駅", null, 600, 400)]);

        var body = new HtmlParser().ParseDocument($"<body>{_markdown.Render(text)}").Body!;

        Assert.Equal(elements, string.Join(' ', body.QuerySelectorAll("*").Select(e => e.LocalName)));
        Assert.All(body.QuerySelectorAll("*"), e => Assert.Null(e.Attributes.FirstOrDefault(a => a.Name.StartsWith("on", StringComparison.Ordinal))));
        Assert.All(body.QuerySelectorAll("img"), e => Assert.StartsWith("/pictures/AAAAAAAAAAAAAAAAAAAAAA/", e.GetAttribute("src"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_shows_what_becomes_of_its_pictures()
    {
        const string Text = "![駅](picture:AAAAAAAAAAAAAAAAAAAAAA)";
        var shown = new List<bool> { Shows() };
        _pictures.Set([new("AAAAAAAAAAAAAAAAAAAAAA", "駅", null, 600, 400)]);
        shown.Add(Shows());
        _pictures.Set([]);
        shown.Add(Shows());

        Assert.Equal([false, true, false], shown);

        bool Shows() => _markdown.Render(Text).ToString()!.Contains("<img", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](<javascript:alert(1)>)")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](//evil.example/)")]
    [InlineData("[x](/\\evil.example/)")]
    [InlineData("[x](\\\\evil.example)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](https://evil.example/pixel.png)")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("[a](https://a.example \"onmouseover=alert(1)\")")]
    [InlineData("[a](https://a.example/\"onmouseover=\"alert(1))")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("<iframe src=https://evil.example></iframe>")]
    [InlineData("<!-- --><script>alert(1)</script>")]
    [InlineData("`<script>`\n\n    <script>alert(1)</script>")]
    [InlineData("<form action=https://evil.example><input name=password>")]
    [InlineData("<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("[x](https://a.example/<script>alert(1)</script>)")]
    [InlineData("**<b onclick=alert(1)>** _<i style=x:expression(1)>_")]
    public void Nothing_hostile_gets_through(string text)
    {
        var body = new HtmlParser().ParseDocument($"<body>{_markdown.Render(text)}").Body!;

        Assert.All(body.QuerySelectorAll("*"), e => Assert.Contains(e.LocalName, Elements));
        Assert.All(body.QuerySelectorAll("*").Where(e => e.LocalName is not ("svg" or "path" or "span")).SelectMany(e => e.Attributes), a => Assert.Contains(a.Name, Attributes));
        Assert.All(body.QuerySelectorAll("a[href]"), a => Assert.Matches(@"^(https://a\.example|/[^/\\])", a.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("> ", 10_000)]
    [InlineData("- ", 10_000)]
    [InlineData("[", 20_000)]
    [InlineData("*_", 10_000)]
    [InlineData("`a", 10_000)]
    [InlineData("![](", 5_000)]
    [InlineData("<a ", 6_000)]
    [InlineData("あ", 200_000)]
    [InlineData("**a", 6_600)]
    public void However_deep_or_long_a_text_is_it_takes_little_time(string part, int times)
    {
        var begun = Stopwatch.GetTimestamp();

        var html = _markdown.Render(string.Concat(Enumerable.Repeat(part, times))).ToString()!;

        Assert.NotEqual("", html);
        Assert.InRange(Stopwatch.GetElapsedTime(begun).TotalSeconds, 0, 10);
    }

    [Fact]
    public void A_list_a_hundred_deep_is_still_shown()
    {
        var text = string.Join('\n', Enumerable.Range(0, 100).Select(i => $"{new string(' ', i * 2)}- {i}"));

        Assert.Contains("99", new HtmlParser().ParseDocument(_markdown.Render(text).ToString()!).Body!.Text(), StringComparison.Ordinal);
    }
}

using System.Net;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Hosting;

/// <summary>Headers, cookies, hosts and error pages.</summary>
public sealed class WireTests
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/apply", 200)]
    [InlineData("/nope", 404)]
    [InlineData("/apply/confirm", 302)]
    [InlineData("/css/site.css", 200)]
    [InlineData("/error/500", 404)]
    [InlineData("/health/ready", 200)]
    public async Task Every_answer_carries_the_security_headers(string path, int status)
    {
        using var site = await Site.StartAsync();

        var page = await site.Visitor(followsRedirects: false).OpenAsync(path);

        string Header(string name) => string.Join(", ", page.Answer.Headers.TryGetValues(name, out var values) ? values : []);
        Assert.Equal(status, (int)page.Status);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
            Header("Content-Security-Policy"));
        Assert.Equal(("nosniff", "same-origin", "same-origin", ""), (Header("X-Content-Type-Options"), Header("Referrer-Policy"), Header("Cross-Origin-Opener-Policy"), Header("Server")));
        Assert.NotEmpty(Header("Permissions-Policy"));
    }

    [Fact]
    public async Task The_headers_are_there_on_a_refused_post_too()
    {
        using var site = await Site.StartAsync();

        var page = await site.Visitor().PostAsync("/apply", [KeyValuePair.Create("a", "1"), KeyValuePair.Create("a", "2")]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.True(page.Answer.Headers.Contains("Content-Security-Policy"));
        Assert.Equal("送信を受け付けられませんでした", page.Heading);
    }

    [Fact]
    public async Task An_unknown_page_is_told_of_in_Japanese_with_two_ways_on_and_no_number()
    {
        using var site = await Site.StartAsync();

        var page = await site.Visitor().OpenAsync("/nope");

        Assert.Equal("ページが見つかりません", page.Heading);
        Assert.Equal(["/", "/recruit"], page.Html.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["ページが移ったか、アドレスが違っているのかもしれません。"], page.Texts("main p"));
    }

    [Theory]
    [InlineData("/admin/nope")]
    [InlineData("/admin/applications/0000000000")]
    public async Task An_unknown_page_of_the_desk_leads_back_into_the_desk(string path)
    {
        using var site = await Site.StartAsync();

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "ページが見つかりません"), (page.Status, page.Heading));
        Assert.Equal(["/admin", "/admin", "/admin/applications"], page.Html.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        Assert.Empty(page.Texts(".site-foot"));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    public async Task Methods_nobody_needs_are_refused(string method)
    {
        using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/apply");

        var page = await Page.OfAsync(site.Visitor().SendAsync(request));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, page.Status);
    }

    [Fact]
    public async Task An_unknown_host_is_refused()
    {
        using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://evil.example/");

        var page = await Page.OfAsync(site.Visitor().SendAsync(request));

        Assert.Equal((HttpStatusCode.BadRequest, "送信を受け付けられませんでした", true), (page.Status, page.Heading, page.Answer.Headers.Contains("Content-Security-Policy")));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    public async Task A_host_that_is_not_ours_is_refused_with_a_page(string host)
    {
        using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Host", host);

        var page = await Page.OfAsync(site.Visitor().SendAsync(request));

        Assert.Equal((HttpStatusCode.BadRequest, "送信を受け付けられませんでした"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task The_health_of_a_machine_may_be_asked_by_its_number()
    {
        using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://10.0.0.5/health/ready");

        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/apply")]
    [InlineData("/projects/wainari")]
    public async Task A_page_can_be_asked_for_with_HEAD(string path)
    {
        using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/apply")]
    [InlineData("/projects")]
    [InlineData("/faq")]
    [InlineData("/sitemap.xml")]
    public async Task A_body_on_a_reading_request_is_never_read(string path)
    {
        using var site = await Site.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Content = new ByteArrayContent("a=1"u8.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded; charset=utf-7");

        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task In_production_the_form_cookie_is_bound_to_this_host_and_https()
    {
        using var site = await Site.StartAsync(Ready.Production);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://lab.example.jp/apply");

        var page = await Page.OfAsync(site.Visitor().SendAsync(request));

        var cookie = Assert.Single(page.Answer.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^__Host-cxolab-form=[^;]+; path=/; secure; samesite=strict; httponly$", cookie);
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(page.Answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.Equal("private, no-cache", page.Answer.Headers.CacheControl!.ToString().Replace("no-cache, private", "private, no-cache", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_production_http_moves_to_the_configured_address_whatever_the_host_header_says()
    {
        using var site = await Site.StartAsync(Ready.Production);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/recruit?a=b");

        var page = await Page.OfAsync(site.Visitor(followsRedirects: false).SendAsync(request));

        Assert.Equal((HttpStatusCode.PermanentRedirect, "https://lab.example.jp/recruit?a=b"), (page.Status, page.Answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Nothing_that_is_no_page_is_served()
    {
        using var site = await Site.StartAsync();

        foreach (var path in new[] { "/appsettings.json", "/appsettings.Development.json", "/web.config", "/.git/config", "/App_Data/cxolab.db", "/cxolab.db", "/../appsettings.json", "/css/", "/Features/Home/Index.cshtml", "/bin/" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().OpenAsync(path)).Status);
        }
    }

    [Fact]
    public async Task The_map_for_crawlers_names_every_project_at_the_public_address()
    {
        using var site = await Site.StartAsync(new() { ["Site:PublicBaseUrl"] = "https://lab.example.jp", ["Site:TrustedProxies:0"] = "127.0.0.1" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://lab.example.jp/sitemap.xml");

        var map = await Page.OfAsync(site.Visitor().SendAsync(request));

        var addresses = System.Xml.Linq.XDocument.Parse(map.Body).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value).ToList();
        Assert.Equal(20, addresses.Count);
        Assert.All(addresses, a => Assert.StartsWith("https://lab.example.jp/", a, StringComparison.Ordinal));
        Assert.Contains("https://lab.example.jp/projects/wainari", addresses);
    }
}

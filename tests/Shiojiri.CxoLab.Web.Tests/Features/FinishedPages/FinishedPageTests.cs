using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Features.Shared;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.FinishedPages;

/// <summary>Public pages are rendered once and handed out until something of them changes.</summary>
public sealed class FinishedPageTests
{
    private static readonly string[] Pages =
        ["/", "/program", "/recruit", "/schedule", "/projects", "/briefings", "/faq", "/privacy", "/legal", "/accessibility", "/sitemap.xml", "/robots.txt"];

    [Fact]
    public async Task A_page_is_rendered_once_however_many_ask_at_one_moment()
    {
        var count = new RenderCount();
        await using var site = await Site.StartAsync(services: count.Watch);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => site.Visitor().OpenAsync("/schedule")));
        var forty = count.Pages;
        await site.Visitor().OpenAsync("/schedule");

        Assert.Single(answers.Select(a => a.Body).Distinct());
        Assert.Equal((1, 1), (forty, count.Pages));
    }

    [Fact]
    public async Task It_is_the_same_for_everybody_and_holds_nothing_of_anybody()
    {
        await using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await (await site.StaffAsync(Role.Editor)).WriteAsync("new/news", "now", ("Title", "お知らせ"), ("Day", "2022-06-10"), ("Text", "本文。"));
        var marked = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PublicPageAttribute>() is not null).Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}").Distinct().ToList();

        foreach (var path in Pages.Concat(["/news", "/feed.xml"]))
        {
            var seen = new List<Page> { await staff.OpenAsync(path), await site.Visitor().OpenAsync(path), await staff.OpenAsync(path) };
            Assert.Single(seen.Select(p => p.Body).Distinct());
            Assert.All(seen, page =>
            {
                Assert.Equal((HttpStatusCode.OK, false), (page.Status, page.Answer.Headers.Contains("Set-Cookie")));
                Assert.DoesNotContain("事務局 Administrator", page.Body, StringComparison.Ordinal);
                Assert.Empty(page.Html.QuerySelectorAll("input[type=hidden], [nonce], form"));
            });
        }

        Assert.Equal(
            Pages.Concat(["/news", "/feed.xml", "/news/{key}", "/projects/{slug}", "/cohorts", "/cohorts/{ordinal:int}", "/themes/{key}"]).Order(StringComparer.Ordinal), marked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_first_answer_and_all_later_ones_carry_the_same_headers()
    {
        await using var site = await Site.StartAsync();
        var long_way = Headers((await site.Visitor().OpenAsync("/faq?x")).Answer);

        var first = Headers((await site.Visitor().OpenAsync("/faq")).Answer);
        var second = Headers((await site.Visitor().OpenAsync("/faq")).Answer);

        Assert.Equal(first, second);
        Assert.Equal(long_way.Keys.Append("Cache-Control").Append("ETag").Append("Vary").Append("Content-Length").Distinct().Order(), first.Keys.Order());
        Assert.All(long_way, h => Assert.Equal(h.Value, first[h.Key]));
        Assert.Equal(("no-cache", "Accept-Encoding"), (first["Cache-Control"], first["Vary"]));
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=1.0, br;q=0", "gzip")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0.000, gzip;q=0.0", null)]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task It_comes_packed_as_the_browser_wants_it(string? accepts, string? comes)
    {
        await using var site = await Site.StartAsync();
        var plain = (await site.Visitor().OpenAsync("/")).Body;

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            var answer = await AskAsync(site, method, "/", ("Accept-Encoding", accepts));
            var bytes = await answer.Content.ReadAsByteArrayAsync();

            Assert.Equal((HttpStatusCode.OK, comes), (answer.StatusCode, answer.Content.Headers.ContentEncoding.SingleOrDefault()));
            Assert.Equal(method == HttpMethod.Get ? plain : "", Unpacked(bytes, comes));
            Assert.True(answer.Content.Headers.ContentLength > 0);
        }
    }

    [Fact]
    public async Task Whoever_has_it_is_told_so_until_it_changes()
    {
        await using var site = await Site.StartAsync();
        await site.Visitor().OpenAsync("/faq");
        var tag = (await AskAsync(site, HttpMethod.Get, "/faq", ("Accept-Encoding", "br"))).Headers.ETag!.ToString();

        var known = await AskAsync(site, HttpMethod.Get, "/faq", ("Accept-Encoding", "br"), ("If-None-Match", $"\"other\", W/{tag}"));
        var otherPacking = await AskAsync(site, HttpMethod.Get, "/faq", ("Accept-Encoding", "gzip"), ("If-None-Match", tag));
        await (await site.StaffAsync(Role.Editor)).WriteAsync("new/faq", "now", ("Question", "泊まれますか"), ("Answer", "はい。"));
        var changed = await AskAsync(site, HttpMethod.Get, "/faq", ("Accept-Encoding", "br"), ("If-None-Match", tag));

        Assert.Equal((HttpStatusCode.NotModified, 0), (known.StatusCode, (await known.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (otherPacking.StatusCode, changed.StatusCode));
    }

    [Fact]
    public async Task What_staff_change_is_seen_by_the_next_who_asks()
    {
        await using var site = await Site.StartAsync();
        await site.Visitor().OpenAsync("/recruit");
        await site.InDatabaseAsync(async db =>
        {
            var cohort = await db.Cohorts.SingleAsync();
            cohort.Change("第三期", cohort.TermStartsOn, cohort.TermEndsOn, new Yen(25_000));
            return await db.SaveChangesAsync();
        });

        Assert.Contains("25,000円", (await site.Visitor().OpenAsync("/recruit")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_alone_changes_a_page_at_its_second()
    {
        await using var site = await Site.StartAsync(now: new DateTimeOffset(2022, 6, 16, 23, 59, 59, JapanTime.Offset));
        async Task<(string Left, int Open)> SeenAsync() =>
            ((await site.Visitor().OpenAsync("/")).Text(".applybar .nb"), (await site.Visitor().OpenAsync("/briefings")).Html.QuerySelectorAll("a[href*='peatix']").Length);

        var eve = await SeenAsync();
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var day = await SeenAsync();
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 17, 21, 29, 59, JapanTime.Offset));
        var during = await SeenAsync();
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var over = await SeenAsync();

        Assert.Equal([("あと44日", 2), ("あと43日", 2), ("あと43日", 2), ("あと43日", 1)], [eve, day, during, over]);
    }

    [Fact]
    public async Task The_last_place_is_seen_and_the_ones_before_it_cost_nothing()
    {
        var count = new QueryCount();
        await using var site = await Site.StartAsync(services: count.Watch);
        await site.InDatabaseAsync(async db =>
        {
            (await db.Cohorts.SingleAsync()).Limits(2, isAbout: false, 0, 0);
            return await db.SaveChangesAsync();
        });
        var before = (await site.Visitor().OpenAsync("/recruit")).Body;

        await site.ApplicantAsync();
        count.StartAgain();
        var first = ((await site.Visitor().OpenAsync("/recruit")).Body, count.Statements);
        await site.ApplicantAsync("塩尻 次郎", "jiro@example.jp");
        var last = (await site.Visitor().OpenAsync("/recruit")).Body;

        Assert.Equal((before, 0), first);
        Assert.NotEqual(before, last);
    }

    [Fact]
    public async Task What_is_missing_or_asked_for_otherwise_is_not_kept()
    {
        var count = new RenderCount();
        await using var site = await Site.StartAsync(services: count.Watch);
        var stranger = site.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("http://other.example.jp") });

        await site.Visitor().OpenAsync("/faq");
        var elsewhere = await stranger.OpenAsync("/faq");
        var missing = new List<HttpStatusCode> { (await site.Visitor().OpenAsync("/projects/none")).Status, (await site.Visitor().OpenAsync("/news")).Status };
        count.StartAgain();
        await site.Visitor().OpenAsync("/faq?utm_source=x");
        var rendered = count.Pages;
        var posted = await site.Visitor().PostAsync("/faq", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.Status);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], missing);
        Assert.Equal((1, HttpStatusCode.MethodNotAllowed), (rendered, posted.StatusCode));
    }

    [Fact]
    public async Task Over_http_nothing_is_handed_out_where_the_site_is_https()
    {
        await using var site = await Site.StartAsync(Ready.Production);
        Assert.Equal(HttpStatusCode.OK, (await site.SecureVisitor().OpenAsync("/faq")).Status);
        var open = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("http://lab.example.jp") });

        var secure = await site.SecureVisitor().OpenAsync("/faq");
        var answer = await open.GetAsync(new Uri("/faq", UriKind.Relative));

        Assert.Equal("max-age=31536000; includeSubDomains", secure.Answer.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Equal((HttpStatusCode.PermanentRedirect, "https://lab.example.jp/faq"), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [SqliteFact]
    public async Task While_the_database_is_away_the_public_pages_go_on()
    {
        var away = new AwayDatabase();
        await using var site = await Site.StartAsync(services: away.Watch);
        var before = (await site.Visitor().OpenAsync("/recruit")).Body;

        away.Error = 5;
        var finished = await site.Visitor().OpenAsync("/recruit");
        var rendered = new List<HttpStatusCode>();
        foreach (var path in new[] { "/recruit?anew", "/", "/program", "/schedule", "/briefings", "/projects", "/faq", "/privacy", "/contact" })
        {
            rendered.Add((await site.Visitor().OpenAsync(path)).Status);
        }

        Assert.Equal((HttpStatusCode.OK, before), (finished.Status, finished.Body));
        Assert.All(rendered, status => Assert.Equal(HttpStatusCode.OK, status));
    }

    private static SortedDictionary<string, string> Headers(HttpResponseMessage answer) =>
        new(answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Date").ToDictionary(h => h.Key, h => string.Join(", ", h.Value)));

    private static Task<HttpResponseMessage> AskAsync(Site site, HttpMethod method, string path, params (string Name, string? Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers.Where(h => h.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return site.Visitor().SendAsync(request);
    }

    private static string Unpacked(byte[] bytes, string? packing)
    {
        using var packed = new MemoryStream(bytes);
        using Stream stream = packing switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

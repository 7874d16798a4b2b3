using System.Net;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features;

/// <summary>What every public page has in common.</summary>
public sealed class PublicPagesTests : IClassFixture<SharedSite>
{
    private readonly HttpClient _visitor;

    public PublicPagesTests(SharedSite shared) => _visitor = shared.Visitor;

    public static TheoryData<string, string> Pages => new()
    {
        { "/", "関わるほど、ふるさとになる。" },
        { "/program", "塩尻と市外を結ぶ、6か月の実践" },
        { "/recruit", "第三期メンバー 募集要項" },
        { "/schedule", "第三期のスケジュール" },
        { "/projects", "過去のプロジェクト" },
        { "/projects?year=2020", "過去のプロジェクト" },
        { "/projects/wainari", "WaiNari を活用した地域資源の可視化による販路拡大プロジェクト" },
        { "/briefings", "募集説明イベント" },
        { "/faq", "よくある質問" },
        { "/privacy", "個人情報の取り扱い" },
        { "/legal", "特定商取引法に基づく表記" },
        { "/contact", "お問い合わせ" },
        { "/accessibility", "ウェブアクセシビリティ方針" },
    };

    /// <summary>A form has a token, and with it a cookie.</summary>
    public static TheoryData<string, string> WithoutForm
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var page in Pages.Where(page => (string)page[0] != "/contact"))
            {
                pages.Add((string)page[0], (string)page[1]);
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_there_under_its_heading(string path, string heading)
    {
        var page = await _visitor.OpenAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal([heading], page.Texts("h1"));
        Assert.Equal("ja", page.Html.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [MemberData(nameof(WithoutForm))]
    public async Task A_page_is_the_same_for_everyone(string path, string heading)
    {
        var page = await _visitor.OpenAsync(path);

        Assert.NotEmpty(heading);
        Assert.False(page.Answer.Headers.Contains("Set-Cookie"));
        Assert.Empty(page.Html.QuerySelectorAll("form, input, [name='FormToken']"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_takes_nothing_from_another_host_and_nothing_inline(string path, string heading)
    {
        var page = await _visitor.OpenAsync(path);

        var sources = page.Html.QuerySelectorAll("script:not([type='application/ld+json']), link[rel~='stylesheet'], link[rel~='icon'], img, source")
            .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href") ?? e.GetAttribute("srcset"));
        Assert.NotEmpty(heading);
        Assert.All(sources, source => Assert.StartsWith("/", source, StringComparison.Ordinal));
        Assert.Empty(page.Html.QuerySelectorAll("style, [style], script:not([src]):not([type='application/ld+json']), [onclick], [onload]"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Japanese_is_sent_as_UTF_8(string path, string heading)
    {
        var page = await _visitor.OpenAsync(path);

        Assert.NotEmpty(heading);
        Assert.Equal("utf-8", page.Answer.Content.Headers.ContentType!.CharSet);
        Assert.DoesNotContain("&#x", page.Body.Replace("&#x2B;", "", StringComparison.Ordinal).Replace("&#x27;", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_source_code_shows_on_a_page(string path, string heading)
    {
        var page = await _visitor.OpenAsync(path);

        Assert.NotEmpty(heading);
        Assert.DoesNotMatch(@"@[A-Za-z(]", page.Html.Body!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task One_state_of_recruitment_is_shown_everywhere(string path, string heading)
    {
        var page = await _visitor.OpenAsync(path);

        Assert.NotEmpty(heading);
        Assert.Contains("第三期 メンバー 募集中 あと50日", page.Text(".site-foot"), StringComparison.Ordinal);
        Assert.Equal(path == "/contact" ? "" : "応募締切 あと50日7月30日(土) 23:59まで（日本時間）", page.Text(".applybar p"));
        Assert.Equal("申し込む", page.Text(".site-head .btn--cta"));
    }

    [Theory]
    [InlineData("/apply")]
    [InlineData("/apply/again")]
    [InlineData("/contact")]
    public async Task No_bar_lies_over_a_form(string path) => Assert.Empty((await _visitor.OpenAsync(path)).Texts(".applybar"));

    [Fact]
    public async Task The_home_page_says_how_members_are_chosen() =>
        Assert.Contains("参加の決め方 お申し込みの順に、お席をお取りします。", (await _visitor.OpenAsync("/")).Texts("main p"));

    [Fact]
    public async Task Every_link_inside_the_site_leads_somewhere()
    {
        var seen = new HashSet<string> { "/" };
        var queue = new Queue<string>(seen);
        var dead = new List<string>();
        while (queue.TryDequeue(out var path))
        {
            var page = await _visitor.OpenAsync(path);
            if (page.Status != HttpStatusCode.OK)
            {
                dead.Add(path);
            }

            var links = page.Html.QuerySelectorAll("a[href], link[href], img[src], script[src]")
                .Select(e => (e.GetAttribute("href") ?? e.GetAttribute("src"))!.Split('#')[0])
                .Where(href => href.StartsWith('/'));
            foreach (var link in links.Where(seen.Add))
            {
                queue.Enqueue(link);
            }
        }

        Assert.Empty(dead);
        Assert.True(seen.Count > 40, $"only {seen.Count} addresses found");
    }
}

/// <summary>One site for all tests that only read.</summary>
public sealed class SharedSite : IAsyncLifetime
{
    private Site? _site;

    public HttpClient Visitor => _site!.Visitor();

    public async Task InitializeAsync() => _site = await Site.StartAsync();

    public async Task DisposeAsync() => await _site!.DisposeAsync();
}

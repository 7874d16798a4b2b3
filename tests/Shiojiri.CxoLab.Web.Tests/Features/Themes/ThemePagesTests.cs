using System.Net;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Themes;

/// <summary>What visitors read of themes, and what they don't.</summary>
public sealed class ThemePagesTests
{
    private const string Secret = "まだ秘密のテーマ";

    private static readonly string[] Public =
    [
        "/", "/program", "/recruit", "/schedule", "/schedule.ics", "/projects", "/briefings", "/faq", "/privacy", "/legal", "/contact", "/accessibility", "/news", "/apply",
        "/sitemap.xml", "/robots.txt", "/no-such-page", "/themes", "/themes/no-such-theme",
    ];

    [Fact]
    public async Task A_theme_has_its_card_among_the_terms_its_own_page_and_its_place_in_the_sitemap()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.AddThemeAsync("空き家を、|人の集まる場所に", true, 3, ("Affiliation", "見本工房"), ("Words", "**一緒に**考えてください。\n<script>alert(1)</script>"));
        await staff.AddThemeAsync("手仕事");
        var key = await site.ThemeKeyAsync("空き家を、|人の集まる場所に");
        var visitor = site.Visitor();

        var recruit = await visitor.OpenAsync("/recruit");
        var page = await visitor.OpenAsync($"/themes/{key}");

        Assert.Equal(["空き家を、人の集まる場所に", "手仕事"], recruit.Texts("#themes h3"));
        Assert.Equal("地域プレイヤー 見本 花子（見本工房）", recruit.Text("#themes .card p"));
        Assert.Equal("求める人：写真が好きな人、数字が好きな人", recruit.Text("#themes .card p + p"));
        Assert.Equal(("空き家を、人の集まる場所に", "空き家を、人の集まる場所に｜第三期のテーマ｜塩尻CxO Lab"), (page.Heading, page.Title));
        Assert.Equal("一緒に", page.Text("section .prose strong"));
        Assert.Null(page.Html.QuerySelector("main script"));
        Assert.Equal(["写真が好きな人", "数字が好きな人"], page.Texts("aside.side li"));
        Assert.Equal("/apply", page.Html.QuerySelector("aside.side a")!.GetAttribute("href"));
        Assert.Equal(["手仕事"], page.Texts(".card h3"));
        Assert.Contains($"/themes/{key}</loc>", (await visitor.OpenAsync("/sitemap.xml")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_without_themes_says_nothing_of_them()
    {
        using var site = await Site.StartAsync();

        foreach (var address in new[] { "/recruit", "/apply", "/sitemap.xml", "/program", "/" })
        {
            var page = await site.Visitor().OpenAsync(address);
            Assert.Null(page.Html.QuerySelector("#themes, [name=Themes], [href^='/themes']"));
            Assert.DoesNotContain("/themes/", page.Body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("関心のあるテーマ", (await site.Visitor().CheckAsync()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_what_was_withdrawn_and_themes_of_unpublished_cohorts_are_on_no_public_address()
    {
        using var site = await Site.StartAsync();
        var fourth = await site.FourthAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.AddThemeAsync($"{Secret}一", isPublic: false);
        await staff.AddThemeAsync($"{Secret}二");
        await staff.AddThemeAsync($"{Secret}四", true, 4);
        string[] keys = [await site.ThemeKeyAsync($"{Secret}一"), await site.ThemeKeyAsync($"{Secret}二"), await site.ThemeKeyAsync($"{Secret}四")];
        var wasSeen = await site.Visitor().OpenAsync($"/themes/{keys[1]}");
        await staff.ChangeThemeAsync(keys[1], ("State", "draft"));

        var pages = new Dictionary<string, Page>();
        foreach (var address in Public.Concat(keys.SelectMany(k => new[] { $"/themes/{k}", $"/{k}", $"/admin/cohorts/3/themes/{k}/preview", $"/admin/cohorts/4/themes/{k}/preview" })))
        {
            pages[address] = await site.Visitor().OpenAsync(address);
        }

        Assert.Equal(HttpStatusCode.OK, wasSeen.Status);
        Assert.All(pages, page => Assert.DoesNotContain(Secret, page.Value.Body, StringComparison.Ordinal));
        Assert.All(keys, key => Assert.Equal(HttpStatusCode.NotFound, pages[$"/themes/{key}"].Status));
        Assert.DoesNotContain("/themes/", pages["/sitemap.xml"].Body, StringComparison.Ordinal);

        await site.InDatabaseAsync(async db =>
        {
            (await db.Cohorts.FindAsync(fourth))!.Publish(DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(($"{Secret}四", HttpStatusCode.OK), ((await site.Visitor().OpenAsync("/recruit")).Text("#themes h3"), (await site.Visitor().OpenAsync($"/themes/{keys[2]}")).Status));
    }

    [Fact]
    public async Task When_the_next_cohort_is_shown_the_page_stays_and_invites_to_nothing()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.AddThemeAsync("手仕事");
        var key = await site.ThemeKeyAsync("手仕事");
        await site.FourthAsync(DateTime.UnixEpoch);

        var page = await site.Visitor().OpenAsync($"/themes/{key}");

        Assert.Equal(("手仕事", "第三期のテーマ"), (page.Heading, page.Text(".tag--year")));
        Assert.Null(page.Html.QuerySelector("aside.side a"));
        Assert.Null((await site.Visitor().OpenAsync("/recruit")).Html.QuerySelector("#themes"));
        Assert.Contains($"/themes/{key}</loc>", (await site.Visitor().OpenAsync("/sitemap.xml")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Themes_cost_no_visitor_a_statement()
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var visitor = site.Visitor();
        async Task<int[]> CostsAsync()
        {
            var costs = new List<int>();
            foreach (var path in new[] { "/recruit", "/apply" })
            {
                await visitor.OpenAsync(path);
                count.StartAgain();
                await visitor.OpenAsync(path);
                costs.Add(count.Statements);
            }

            return [.. costs];
        }

        var without = await CostsAsync();
        await (await site.StaffAsync(Role.Administrator)).AddThemeAsync("手仕事");
        var with = await CostsAsync();
        var key = await site.ThemeKeyAsync("手仕事");
        count.StartAgain();
        await visitor.OpenAsync($"/themes/{key}");

        Assert.Equal(without, with);
        Assert.Equal(0, count.Statements);
    }
}

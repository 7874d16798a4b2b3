using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Content;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;

/// <summary>What is not public yet is seen by staff alone; what is public costs nobody a statement.</summary>
public sealed class ContentLeakTests
{
    private const string Secret = "まだ秘密の文";

    private static readonly string[] Public =
        ["/", "/program", "/recruit", "/schedule", "/projects", "/briefings", "/faq", "/privacy", "/legal", "/contact", "/accessibility", "/news", "/apply", "/sitemap.xml", "/no-such-page"];

    [Theory]
    [InlineData("draft")]
    [InlineData("later")]
    public async Task Nothing_is_on_a_public_address_before_its_second(string way)
    {
        await using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var keys = new List<string>();
        foreach (var block in BuiltInContent.All.Where(b => b.Kind != ContentKind.Faq))
        {
            await editor.WriteAsync(block.Key, way, [.. Secrets(block.Kind), ("FromOn", "2022-06-11"), ("FromAt", "09:00")]);
            keys.Add(block.Key);
        }

        foreach (var kind in new[] { ContentKind.Project, ContentKind.Voice, ContentKind.Organisation, ContentKind.Milestone, ContentKind.Person })
        {
            var address = await editor.WriteAsync($"new/{kind}".ToLowerInvariant(), way,
                [.. Secrets(kind), ("Year", "2022"), ("Drawing", "p-art"), ("Role", "協働運営"), ("FromOn", "2022-06-11"), ("FromAt", "09:00")]);
            keys.Add(address.Split('/')[^1]);
        }

        keys.Add((await editor.WriteAsync("new/faq", way, ("Question", $"{Secret}ですか"), ("Answer", Secret), ("FromOn", "2022-06-11"), ("FromAt", "09:00"))).Split('/')[^1]);
        keys.Add((await editor.WriteAsync("new/news", way, ("Title", Secret), ("Day", "2022-06-10"), ("Text", Secret), ("Notice", Secret), ("NoticeOn", "2022-07-01"),
            ("FromOn", "2022-06-11"), ("FromAt", "09:00"))).Split('/')[^1]);
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 11, 8, 59, 59, JapanTime.Offset));

        var addresses = Public.Concat(keys.SelectMany(k => new[] { $"/news/{k}", $"/projects/{k}", $"/cohorts/{k}", $"/{k}", $"/admin/pages/{k}", $"/admin/pages/{k}/preview", $"/admin/pages/{k}/history" })).ToList();
        foreach (var address in addresses.Append("/projects?year=2022"))
        {
            Assert.DoesNotContain(Secret, (await site.Visitor().OpenAsync(address)).Body, StringComparison.Ordinal);
        }

        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var seen = new List<string>();
        foreach (var address in Public)
        {
            if ((await site.Visitor().OpenAsync(address)).Body.Contains(Secret, StringComparison.Ordinal))
            {
                seen.Add(address);
            }
        }

        Assert.Equal(way == "draft" ? [] : Public.Where(p => p is not ("/sitemap.xml" or "/no-such-page")), seen);

        static IEnumerable<(string, string)> Secrets(ContentKind kind) => ContentField.Of(kind)
            .Where(f => f.Kind is ContentFieldKind.Line or ContentFieldKind.Markdown).Select(f => (f.Name, Secret));
    }

    [SqliteFact]
    public async Task Two_nodes_agree_at_the_very_second_without_any_job()
    {
        await using var site = await Site.StartAsync();
        await using var other = await Site.StartAsync(site.DatabaseSettings);
        await (await site.StaffAsync(Role.Editor)).WriteAsync("program-flow", "later", ("Text", $"{Secret}。"), ("FromOn", "2022-06-11"), ("FromAt", "09:00"));
        await other.Services.GetRequiredService<SiteSnapshot>().RefreshAsync(CancellationToken.None);
        var seen = new List<(bool, bool)>();

        foreach (var second in new[] { 59, 60 })
        {
            site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 11, 8, 59, 0, JapanTime.Offset).AddSeconds(second));
            other.Clock.SetUtcNow(site.Clock.GetUtcNow());
            seen.Add((await ShowsAsync(site), await ShowsAsync(other)));
        }

        Assert.Equal([(false, false), (true, true)], seen);

        static async Task<bool> ShowsAsync(Site node) => (await node.Visitor().OpenAsync("/program")).Body.Contains(Secret, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_is_the_real_page_with_the_draft_and_for_staff_alone()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        await editor.WriteAsync("program-what", "draft", ("Text", $"{Secret}。"));
        var news = await editor.WriteAsync("new/news", "draft", ("Title", Secret), ("Day", "2022-06-10"), ("Text", "本文"));

        var preview = await editor.OpenAsync("/admin/pages/program-what/preview");
        var ofNews = await editor.OpenAsync($"{news}/preview");
        var stranger = await site.Visitor(followsRedirects: false).OpenAsync("/admin/pages/program-what/preview");
        var viewer = await (await site.StaffAsync(Role.Viewer)).OpenAsync("/admin/pages/program-what/preview");

        Assert.Equal(("塩尻と市外を結ぶ、6か月の実践", $"{Secret}。"), (preview.Heading, preview.Text("section[aria-labelledby=what-h] .stack")));
        Assert.Equal("noindex", preview.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.True(preview.Answer.Headers.CacheControl!.NoStore);
        Assert.Equal("page", preview.Html.QuerySelector(".nav a[href='/program']")!.GetAttribute("aria-current"));
        Assert.Equal(Secret, ofNews.Heading);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Forbidden), (stranger.Status, viewer.Status));
        Assert.DoesNotContain(Secret, (await editor.OpenAsync("/program")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_shown_as_it_will_look()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var fields = (await editor.OpenAsync("/admin/pages/program-what")).Fields(Editing.Form);
        fields["Values[Text]"] = "# 題\n<script>alert(1)</script>";

        var shown = await editor.PostAsync("/admin/pages/program-what/text", fields);

        Assert.Equal("<h3>題</h3>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", shown.Body.Trim());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public async Task However_much_was_written_pages_cost_the_same_and_publishing_is_quick(int pieces)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var editor = await site.StaffAsync(Role.Editor);
        var kinds = Enum.GetValues<ContentKind>().Where(kind => kind.ComesAndGoes()).ToList();
        await site.InDatabaseAsync(async db =>
        {
            for (var i = 0; i < pieces; i++)
            {
                var item = new ContentItem(RandomToken.Draw(), kinds[i % kinds.Count], 100 + i);
                var fields = new Dictionary<string, string?> { ["Question"] = $"質問{i}", ["Answer"] = "答え。", ["Title"] = $"題{i}", ["Day"] = "2022-06-01", ["Text"] = "本文。", ["Name"] = "名", ["Year"] = "2022", ["Role"] = "協働運営" };
                for (var number = 1; number <= 5; number++)
                {
                    item.Write(number, fields, new Publication(DateTime.UnixEpoch.AddDays(number)), new Actor(null, "事務局"), DateTime.UnixEpoch);
                }

                db.Add(item);
            }

            return await db.SaveChangesAsync();
        });
        await editor.OpenAsync("/admin/pages");
        await site.Visitor().OpenAsync("/faq");
        count.StartAgain();
        var faq = await site.Visitor().OpenAsync("/faq?anew");
        var (faqCost, _) = (count.Statements, faq);
        count.StartAgain();
        var list = await editor.OpenAsync("/admin/pages");
        var listCost = count.Statements;

        var begun = Stopwatch.GetTimestamp();
        await editor.WriteAsync("program-what", "now", ("Text", "すぐに。"));

        Assert.Equal((200, 200, 0), ((int)faq.Status, (int)list.Status, faqCost));
        Assert.InRange(listCost, 1, 8);
        Assert.InRange(Stopwatch.GetElapsedTime(begun).TotalSeconds, 0, 10);
    }
}

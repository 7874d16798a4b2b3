using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Settings;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.StructuredData;

/// <summary>Data for search engines: whole by the vocabulary, and equal to what the page shows.</summary>
public sealed class StructuredDataTests
{
    private static readonly string[] Pages =
    [
        "/", "/program", "/recruit", "/schedule", "/projects", "/projects?year=2020", "/projects/wainari", "/briefings", "/faq", "/privacy", "/legal", "/contact", "/accessibility",
    ];

    private static readonly string[] Moments =
        ["2022-06-10T09:00", "2022-06-16T09:00", "2022-06-20T09:00", "2022-07-30T23:30", "2022-07-31T00:00", "2022-10-01T12:00", "2023-02-01T09:00"];

    [Fact]
    public async Task Whatever_the_clock_says_all_of_it_is_whole()
    {
        using var site = await Site.StartAsync();
        await OpensOnAsync(site, new(2022, 6, 15));
        await site.ReadAnewAsync();
        var faults = new List<string>();
        var types = new HashSet<string>();

        foreach (var moment in Moments)
        {
            site.Clock.SetUtcNow(DateTimeOffset.Parse($"{moment}+09:00", CultureInfo.InvariantCulture));
            foreach (var path in Pages)
            {
                var data = (await site.Visitor().OpenAsync(path)).Data();
                types.UnionWith(data.Select(thing => thing.Word("@type")!));
                faults.AddRange(data.SelectMany(Vocabulary.Faults).Select(fault => $"{moment} {path}: {fault}"));
                Assert.Equal(path == "/" ? 0 : 1, data.Count(thing => thing.Word("@type") == "BreadcrumbList"));
            }
        }

        Assert.Equal("", string.Join('\n', faults));
        Assert.Equal(
            ["BreadcrumbList", "CreativeWork", "EducationalOccupationalProgram", "Event", "FAQPage", "Organization", "WebSite"], types.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2022-06-10T09:00", null)]
    [InlineData("2022-06-16T09:00", "https://schema.org/InStock")]
    [InlineData("2022-07-30T23:30", "https://schema.org/InStock")]
    [InlineData("2022-07-31T00:00", null)]
    [InlineData("2023-02-01T09:00", null)]
    public async Task The_terms_are_those_of_the_page_and_one_may_apply_while_it_is_open(string moment, string? availability)
    {
        using var site = await Site.StartAsync(now: DateTimeOffset.Parse($"{moment}+09:00", CultureInfo.InvariantCulture));
        await OpensOnAsync(site, new(2022, 6, 15));
        await site.ReadAnewAsync();

        var page = await site.Visitor().OpenAsync("/recruit");
        var program = Assert.Single(page.Data("EducationalOccupationalProgram"));
        var offer = program.GetProperty("offers");

        Assert.Equal(page.Html.QuerySelectorAll("dl.deflist time").Skip(1).Take(2).Select(t => t.GetAttribute("datetime")), [program.Word("startDate"), program.Word("endDate")]);
        Assert.Equal(page.Html.QuerySelector("dl.deflist time")!.GetAttribute("datetime"), $"{program.Word("applicationDeadline")}T23:59+09:00");
        Assert.Equal(page.Definition("参加費"), $"{new Yen(int.Parse(offer.Word("price")!, CultureInfo.InvariantCulture)).WithTax}{(availability is null && moment != "2022-06-10T09:00" ? "" : " " + HowToPay)}");
        Assert.Equal((availability, availability is null ? null : "2022-07-30T23:59+09:00"), (offer.Word("availability"), offer.Word("availabilityEnds")));
        Assert.Equal(page.Html.QuerySelectorAll("main a[href='/apply']").Length > 0, availability is not null);
        Assert.Equal("P6M", program.Word("timeToComplete"));
        Assert.Equal(["長野県塩尻市", "NPO法人MEGURU", "一般社団法人ONE X"], program.GetProperty("provider").EnumerateArray().Select(p => p.Word("name")));
    }

    [Fact]
    public async Task Briefings_are_events_and_one_that_is_called_off_says_so()
    {
        using var site = await Site.StartAsync();
        await site.InDatabaseAsync(async db =>
        {
            (await db.Briefings.SingleAsync(b => b.HeldOn == new DateOnly(2022, 6, 29))).Cancel(DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 10, 9, 0, 0, JapanTime.Offset));

        var page = await site.Visitor().OpenAsync("/briefings");
        var events = page.Data("Event");
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 18, 9, 0, 0, JapanTime.Offset));
        var later = (await site.Visitor().OpenAsync("/briefings")).Data("Event");

        Assert.Equal(
            page.Html.QuerySelectorAll("li.event").Select(e => (
                e.QuerySelector("time")!.GetAttribute("datetime")! + "T" + e.QuerySelector(".event__when")!.TextContent.Split('〜')[0] + "+09:00",
                e.QuerySelector("h3")!.TextContent,
                e.TextContent.Contains("中止", StringComparison.Ordinal))),
            events.Select(e => (
                e.Word("startDate")!, e.Word("name")! + e.Word("description"), e.Word("eventStatus") == "https://schema.org/EventCancelled")));
        Assert.Equal(["2022-06-17T21:30+09:00", "2022-06-29T21:30+09:00"], events.Select(e => e.Word("endDate")));
        Assert.All(events, e => Assert.Equal("https://schema.org/OnlineEventAttendanceMode", e.Word("eventAttendanceMode")));
        Assert.Equal(
            ["https://20220617-cxolab-event.peatix.com", null], events.Select(e => e.TryGetProperty("offers", out var offer) ? offer.Word("url") : null));
        Assert.All(later, e => Assert.Null(e.Word("offers")));
    }

    [Fact]
    public async Task Sessions_say_where_they_are_and_whether_they_were_moved_or_called_off()
    {
        using var site = await Site.StartAsync();
        await site.InDatabaseAsync(async db =>
        {
            var sessions = (await db.Cohorts.Include(c => c.Sessions).SingleAsync()).Sessions;
            sessions.Single(s => s.Slug == "orientation").Cancel(DateTime.UnixEpoch);
            sessions.Single(s => s.Slug == "interim-presentation").Move(new(new(2022, 8, 25), new(2022, 8, 25), new(20, 0), new(21, 0)), wasSeen: true);
            var training = sessions.Single(s => s.Slug == "specification-training");
            training.Change(training.ToContents() with { Venue = "スナバ", MeetingUrl = "https://meet.example.jp/secret" });
            return await db.SaveChangesAsync();
        });
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 10, 9, 1, 0, JapanTime.Offset));

        var page = await site.Visitor().OpenAsync("/schedule?anew");
        var events = page.Data("Event").ToDictionary(e => e.Word("name")!);

        Assert.Equal(
            [
                ("オリエンテーション", "2022-07-20T20:30+09:00", "2022-07-20T21:30+09:00", "EventCancelled", "OnlineEventAttendanceMode"),
                ("「仕様書」作成研修", "2022-07-30T11:00+09:00", "2022-07-30T17:00+09:00", "EventScheduled", "OfflineEventAttendanceMode"),
                ("「仕様書」作成中間発表会", "2022-08-25T20:00+09:00", "2022-08-25T21:00+09:00", "EventRescheduled", "OnlineEventAttendanceMode"),
                ("現地フィールドワーク", "2022-10-01", "2022-10-02", "EventScheduled", "OfflineEventAttendanceMode"),
            ],
            events.Values.Select(e => (e.Word("name")!, e.Word("startDate")!, e.Word("endDate")!, Last(e, "eventStatus"), Last(e, "eventAttendanceMode"))));
        Assert.Equal(("スナバ", "長野県塩尻市"), (Where(events["「仕様書」作成研修"]).Word("name"), Where(events["「仕様書」作成研修"]).Word("address")));
        Assert.Equal("現地", Where(events["現地フィールドワーク"]).Word("name"));
        Assert.DoesNotContain("secret", page.Body, StringComparison.Ordinal);
        Assert.All(events.Values, e => Assert.Contains(e.Word("name")!, page.Words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/projects/wainari")]
    [InlineData("/projects?year=2020")]
    [InlineData("/recruit")]
    [InlineData("/contact")]
    public async Task Breadcrumbs_are_those_of_the_page(string path)
    {
        using var site = await Site.StartAsync();

        var page = await site.Visitor().OpenAsync(path);
        var items = Assert.Single(page.Data("BreadcrumbList")).GetProperty("itemListElement").EnumerateArray().ToList();

        Assert.Equal(page.Texts(".crumbs__list li"), items.Select(i => i.Word("name")));
        Assert.Equal(
            page.Html.QuerySelectorAll(".crumbs__list a").Select(a => "http://localhost:5080" + a.GetAttribute("href")).Append("http://localhost:5080" + path.Split('?')[0]),
            items.Select(i => i.Word("item")));
        Assert.Equal(Enumerable.Range(1, items.Count).Select(i => $"{i}"), items.Select(i => i.Word("position")));
    }

    [Theory]
    [InlineData("2022-06-10T09:00")]
    [InlineData("2022-07-25T09:00")]
    [InlineData("2023-02-01T09:00")]
    public async Task Questions_and_answers_are_word_for_word_those_of_the_page(string moment)
    {
        using var site = await Site.StartAsync(now: DateTimeOffset.Parse($"{moment}+09:00", CultureInfo.InvariantCulture));
        await (await site.StaffAsync(Role.Editor)).WriteAsync(
            "new/faq", "now", ("Question", "新しい質問ですか。"), ("Answer", "はい。くわしくは[こちら](https://example.jp/)。\n\n- 一つ\n    - 小さな一つ\n- 二つ\n\n> 引用です。"));

        var page = await site.Visitor().OpenAsync("/faq");
        var questions = Assert.Single(page.Data("FAQPage")).GetProperty("mainEntity").EnumerateArray().ToList();

        Assert.Equal(page.Texts(".faq summary"), questions.Select(q => q.Word("name")));
        Assert.Equal(
            page.Html.QuerySelectorAll(".faq__a").Select(a => Solid(a.TextContent)),
            questions.Select(q => Solid(q.GetProperty("acceptedAnswer").Word("text")!)));
    }

    [Fact]
    public async Task A_project_and_a_piece_of_news_say_what_is_known_of_them()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var key = (await editor.WriteAsync("new/news", "now", ("Title", "説明会を開きます"), ("Day", "2022-06-10"), ("Text", "本文。"))).Split('/')[^1];

        var project = Assert.Single((await site.Visitor().OpenAsync("/projects/wainari")).Data("CreativeWork"));
        var news = Assert.Single((await site.Visitor().OpenAsync($"/news/{key}")).Data("NewsArticle"));

        Assert.Equal(("2020-04-01/2021-03-31", null), (project.Word("temporalCoverage"), project.Word("description")));
        Assert.Equal("https://shigoto100.com/2020/10/meguru.html", project.GetProperty("subjectOf").Word("url"));
        Assert.Equal(("説明会を開きます", "2022-06-10", "塩尻CxO Lab"), (news.Word("headline"), news.Word("datePublished"), news.GetProperty("author").Word("name")));
        Assert.Empty(Vocabulary.Faults(project).Concat(Vocabulary.Faults(news)));
    }

    [Fact]
    public async Task Nothing_that_staff_type_ends_the_block_or_runs()
    {
        const string Hostile = "</script><script>alert(1)</script><!--<script>\"'&";
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.WriteAsync("new/faq", "now", ("Question", Hostile), ("Answer", Hostile));
        var key = (await staff.WriteAsync("new/news", "now", ("Title", Hostile), ("Day", "2022-06-10"), ("Text", "本文。"))).Split('/')[^1];

        foreach (var path in new[] { "/faq", $"/news/{key}" })
        {
            var page = await site.Visitor().OpenAsync(path);

            Assert.Empty(page.Html.QuerySelectorAll("script:not([src]):not([type='application/ld+json'])"));
            Assert.Empty(page.Data().SelectMany(Vocabulary.Faults));
            Assert.Contains(page.Data(), thing => thing.GetRawText().Contains("alert(1)", StringComparison.Ordinal));
            Assert.All(page.Html.QuerySelectorAll("script[type='application/ld+json']"), block => Assert.DoesNotContain('<', block.TextContent));
        }
    }

    [Fact]
    public async Task Another_programme_speaks_of_itself()
    {
        using var site = await Site.StartAsync(new() { ["Site:PublicBaseUrl"] = "https://mori.example.jp" });
        var visitor = site.CreateClient(new() { BaseAddress = new("https://mori.example.jp") });
        await NameAsync(site, ("Name", "森のまちラボ"), ("Place", ""), ("Host", ""), ("Partners", ""), ("Outline", "森で働く人のつながりです。"));

        var pages = new List<Page>();
        foreach (var path in Pages)
        {
            pages.Add(await Page.OfAsync(visitor.GetAsync(new Uri(path, UriKind.Relative))));
        }

        var data = pages.SelectMany(p => p.Data()).ToList();
        var words = string.Concat(pages.SelectMany(p => p.Data()).Where(d => d.Word("@type") is not ("FAQPage" or "Event" or "CreativeWork")).Select(d => d.GetRawText()));
        Assert.Empty(data.SelectMany(Vocabulary.Faults));
        Assert.DoesNotContain("localhost", words, StringComparison.Ordinal);
        Assert.DoesNotContain("塩尻", words, StringComparison.Ordinal);
        Assert.Equal("森のまちラボ", pages.SelectMany(p => p.Data("EducationalOccupationalProgram")).Single().GetProperty("provider")[0].Word("name"));
        Assert.Equal("森で働く人のつながりです。", pages[0].Data("Organization").Single().Word("description"));
    }

    private const string HowToPay = "申込フォームを送った後の画面とメールで、振込先と期限をご案内します。";

    private static string Last(JsonElement thing, string property) => thing.Word(property)!.Split('/')[^1];

    private static JsonElement Where(JsonElement thing) => thing.GetProperty("location")[0];

    private static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static Task<int> OpensOnAsync(Site site, DateOnly day) =>
        site.InDatabaseAsync(db => db.Cohorts.ExecuteUpdateAsync(cohort => cohort.SetProperty(c => c.OpensOn, day)));

    private static Task<int> NameAsync(Site site, params (string Field, string Value)[] typed) => site.InDatabaseAsync(async db =>
    {
        var fields = typed.ToDictionary(v => v.Field, v => v.Value.Length == 0 ? null : v.Value);
        var values = ProgrammeValues.BuiltIn with { Name = fields["Name"], Place = fields["Place"], Host = fields["Host"], Partners = fields["Partners"], Outline = fields["Outline"] };
        db.Add(SettingRevision.Of(null, SettingSection.Programme, 1, values, new Actor(null, "見本"), DateTime.UnixEpoch));
        return await db.SaveChangesAsync();
    });
}

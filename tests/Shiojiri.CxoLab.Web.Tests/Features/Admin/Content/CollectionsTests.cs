using System.Net;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;

/// <summary>What staff add to the site piece by piece: past projects, voices, organisations, people, steps on the way.</summary>
public sealed class CollectionsTests
{
    [Fact]
    public async Task A_project_written_up_at_the_end_becomes_an_entry_of_the_archive()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);

        var address = await editor.WriteAsync("new/project", "now", ("Title", "新しい|プロジェクト〜副題〜"), ("Year", "２０２２年度"), ("Cohort", "第三期"), ("Place", "奈良井宿"),
            ("Partners", "地域の店"), ("People", "例題さん"), ("Summary", "ひとことの紹介。"), ("Text", "本文の**一文**。"), ("Outcome", "- 成果その一"),
            ("Article", "https://example.jp/article"), ("Job", "https://example.jp/job"), ("Drawing", "p-art"));
        var visitor = site.Visitor();
        var list = await visitor.OpenAsync("/projects?year=2022");
        var page = await visitor.OpenAsync(list.Html.QuerySelector(".card__title a")!.GetAttribute("href")!);
        var map = (await visitor.OpenAsync("/sitemap.xml")).Body;

        Assert.Equal(["新しいプロジェクト", "〜副題〜"], [.. list.Texts(".card__title"), .. list.Texts(".card__body .small")]);
        Assert.Equal("新しいプロジェクト 〜副題〜", page.Heading);
        Assert.Equal(["年度 2022年度", "期 第三期", "場所 奈良井宿", "一緒に取り組んだ相手 地域の店", "関わった人 例題さん"],
            page.Html.QuerySelectorAll(".side dl > div").Select(d => $"{d.QuerySelector("dt")!.TextContent.Trim()} {d.QuerySelector("dd")!.TextContent.Trim()}"));
        Assert.Equal(("ひとことの紹介。", "成果その一"), (page.Text(".detail .lead"), page.Text("section[aria-labelledby=outcome-h] li")));
        Assert.Equal(["https://example.jp/article", "https://example.jp/job"], page.Html.QuerySelectorAll(".side a").Select(a => a.GetAttribute("href")));
        Assert.Contains($"/projects/{address.Split('/')[^1]}<", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_of_which_little_is_known_shows_no_more()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);

        var key = (await editor.WriteAsync("new/project", "now", ("Title", "題だけ"), ("Year", "2022"), ("Drawing", "p-art"))).Split('/')[^1];
        var page = await site.Visitor().OpenAsync($"/projects/{key}");

        Assert.Equal(["年度"], page.Texts(".side dt"));
        Assert.Equal(["このプロジェクトについて", "プロジェクトの概要"], page.Texts(".detail h2"));
        Assert.Empty(page.Texts(".side a"));
    }

    [Fact]
    public async Task A_seeded_project_is_edited_taken_down_and_brought_back_under_its_old_address()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var visitor = site.Visitor();

        await editor.WriteAsync("wainari", "now", ("Outcome", "成果を書いた。"));
        var written = await visitor.OpenAsync("/projects/wainari");
        await editor.PressAsync("/admin/pages/wainari", "/admin/pages/wainari/taking-down");
        var gone = (await visitor.OpenAsync("/projects/wainari")).Status;
        var map = (await visitor.OpenAsync("/sitemap.xml")).Body;
        var home = (await visitor.OpenAsync("/")).Text(".numbers dl > div:nth-child(2) dd");
        await editor.WriteAsync("wainari", "now");
        var back = (await visitor.OpenAsync("/projects/wainari")).Status;

        Assert.Equal("成果を書いた。", written.Text("section[aria-labelledby=outcome-h] p"));
        Assert.Equal((HttpStatusCode.NotFound, "8件", HttpStatusCode.OK), (gone, home, back));
        Assert.DoesNotContain("wainari", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_moves_among_those_of_its_year()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var first = (await site.Visitor().OpenAsync("/projects")).Texts(".card__title");
        await editor.WriteAsync("satoyama-trip", "now", ("Year", "2021"));

        await editor.PressAsync("/admin/pages", "/admin/pages/satoyama-trip/position", ("to", "down"));
        await editor.PressAsync("/admin/pages", "/admin/pages/wainari/position", ("to", "up"));
        var moved = await site.Visitor().OpenAsync("/projects");

        Assert.Equal([first[0], first[8], first[1], first[2], first[3], .. first[4..8]], moved.Texts(".card__title"));
        Assert.Contains("過去のプロジェクト「『お困りごとtrip』の推進による未来の里山共創プロジェクト」の順番を変更", (await (await site.StaffAsync(Role.Administrator)).OpenAsync("/admin/audit")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Year", "きょう", "年度を、2021 のように4桁で入力してください")]
    [InlineData("Article", "javascript:alert(1)", "紹介記事のアドレスを、https:// から入力してください")]
    [InlineData("Drawing", "p-secret", "絵を選んでください")]
    [InlineData("Picture", "AAAAAAAAAAAAAAAAAAAAAA", "選んだ画像は、まだ使えないか、もうありません。選び直してください")]
    [InlineData("Title", "", "題名を入力してください")]
    public async Task What_cannot_stand_in_a_field_is_told(string field, string typed, string message)
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);

        var page = await editor.OfferAsync("artist-in-residence", "now", (field, typed));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), (page.Status, page.Text(".errsum li")));
    }

    [Fact]
    public async Task Voices_and_people_have_no_heading_while_there_are_none()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var visitor = site.Visitor();
        var before = (await visitor.OpenAsync("/")).Texts("h2").Concat((await visitor.OpenAsync("/program")).Texts("h2")).ToList();

        await editor.WriteAsync("new/voice", "now", ("Name", "S.T."), ("When", "2021年度"), ("Text", "また会いたい人が**できました**。"), ("Consent", "yes"));
        await editor.WriteAsync("new/person", "now", ("Name", "例題 花子"), ("Role", "地域プレイヤー"), ("Text", "店を営んでいます。"));
        var home = await visitor.OpenAsync("/");
        var programme = await visitor.OpenAsync("/program");

        Assert.DoesNotContain("メンバーの声", before);
        Assert.DoesNotContain("関わる人", before);
        Assert.Equal(["また会いたい人ができました。 S.T. 2021年度のメンバー", "また会いたい人ができました。 S.T. 2021年度のメンバー"], new[] { home, programme }.Select(p => p.Text(".voice")));
        Assert.Equal("例題 花子 地域プレイヤー", programme.Text("section[aria-labelledby=people-h] h3"));
    }

    [Fact]
    public async Task A_voice_without_the_tick_that_its_member_agreed_is_pointed_out()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);

        var empty = await editor.OpenAsync("/admin/pages/new/voice");
        var address = await editor.WriteAsync("new/voice", "draft", ("Name", "S.T."), ("Text", "楽しかったです。"));
        var without = await editor.OpenAsync(address);
        await editor.WriteAsync(address.Split('/')[^1], "draft", ("Consent", "yes"));
        var with = await editor.OpenAsync(address);

        Assert.Equal([0, 1, 0], new[] { empty, without, with }.Select(p => p.Texts(".hintbox").Length));
        Assert.StartsWith("「本人に確かめました」のしるしがありません。", without.Text(".hintbox p"), StringComparison.Ordinal);
        Assert.Equal("yes", with.Fields(Editing.Form)["Values[Consent]"]);
    }

    [Fact]
    public async Task An_organisation_stands_on_the_page_of_the_programme()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);

        await editor.WriteAsync("new/organisation", "now", ("Title", "新しい団体"), ("Role", "協働運営"), ("Seat", "長野県"), ("Url", "https://example.jp/"));
        await editor.PressAsync("/admin/pages/organisation-onex", "/admin/pages/organisation-onex/taking-down");
        var page = await site.Visitor().OpenAsync("/program");

        Assert.Equal(["長野県塩尻市", "NPO法人MEGURU（本部 長野県塩尻市）", "新しい団体（本部 長野県）"], page.Texts(".walk--org h3"));
    }

    [Fact]
    public async Task A_step_on_the_way_is_added_with_its_year()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);

        await editor.WriteAsync("new/milestone", "now", ("When", "2022年度"), ("Title", "第三期"), ("Text", "[記事](https://example.jp/)"));
        var page = await site.Visitor().OpenAsync("/program");

        Assert.Equal(["はじまり", "2020年度", "2020年", "2021年度", "2022年度"], page.Texts(".walk__y"));
        Assert.Equal("第三期", page.Texts(".walk h3")[4]);
    }

    [Theory]
    [InlineData("home-lead", "Title", "新しい|紹介です。", "/", ".entry__lead", "新しい紹介です。")]
    [InlineData("home-cross-hub", "Line", "みんなの計画", "/", ".cross__hub span", "みんなの計画")]
    [InlineData("program-flow-heading", "Title", "半年の流れ", "/program", "#flow-h", "半年の流れ")]
    [InlineData("projects-lead", "Title", "これまでの取り組みです。", "/projects", ".page-head p", "これまでの取り組みです。")]
    public async Task A_heading_or_a_short_text_is_written_like_any_other(string key, string field, string typed, string path, string place, string shown)
    {
        using var site = await Site.StartAsync();

        await (await site.StaffAsync(Role.Editor)).WriteAsync(key, "now", (field, typed));

        Assert.Equal(shown, (await site.Visitor().OpenAsync(path)).Text(place));
    }

    [Fact]
    public async Task A_text_that_is_taken_down_leaves_nothing_and_staff_read_beforehand_what_will_be_missing()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var told = (await editor.OpenAsync("/admin/pages/home-feature-2")).Text(".danger-zone p");

        await editor.PressAsync("/admin/pages/home-feature-2", "/admin/pages/home-feature-2/taking-down");
        await editor.PressAsync("/admin/pages/recruit-for", "/admin/pages/recruit-for/taking-down");
        var home = await site.Visitor().OpenAsync("/");
        var recruit = await site.Visitor().OpenAsync("/recruit");
        var refused = await editor.OpenAsync("/admin/pages/privacy-requests");

        Assert.StartsWith("この特徴が、絵ごと消えます。", told, StringComparison.Ordinal);
        Assert.Equal(["地域課題の当事者として経験を積める", "地域の人とつながり、仲間ができる"], home.Texts(".feature h3"));
        Assert.DoesNotContain("こんな方に", recruit.Texts("dt"));
        Assert.Equal("非公開", (await editor.OpenAsync("/admin/pages")).Text("#p-home-feature-2 .pgs__s"));
        Assert.Empty(refused.Texts(".danger-zone"));
    }

    [Fact]
    public async Task The_preview_of_a_new_project_is_its_page_before_it_has_an_address()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var address = await editor.WriteAsync("new/project", "draft", ("Title", "まだない題"), ("Year", "2022"), ("Drawing", "p-art"));

        var preview = await editor.OpenAsync($"{address}/preview");

        Assert.Equal((HttpStatusCode.OK, "まだない題"), (preview.Status, preview.Heading));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().OpenAsync($"/projects/{address.Split('/')[^1]}")).Status);
    }

    [Fact]
    public async Task Pages_made_of_what_staff_wrote_do_not_ask_the_database()
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        await site.Visitor().OpenAsync("/projects");
        var costs = new List<int>();

        foreach (var path in new[] { "/projects", "/projects/wainari", "/program", "/", "/sitemap.xml" })
        {
            count.StartAgain();
            await site.Visitor().OpenAsync($"{path}?anew");
            costs.Add(count.Statements);
        }

        Assert.Equal([0, 0, 0, 0, 1], costs);
    }
}

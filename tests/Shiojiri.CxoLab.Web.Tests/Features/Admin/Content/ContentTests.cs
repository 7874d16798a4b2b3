using System.Net;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;

/// <summary>Staff write the site: texts on pages, questions, news.</summary>
public sealed class ContentTests
{
    [Fact]
    public async Task What_is_published_stands_on_its_page_at_once()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);

        await editor.WriteAsync("program-what", "now", ("Text", "新しい**文**です。"));
        await editor.WriteAsync("program-feature-2", "now", ("Title", "見出しを|変える"), ("Text", "本文も変える。"));
        await editor.WriteAsync("home-feature-1", "now", ("Text", "ホームの本文。"));
        await editor.WriteAsync("recruit-for", "now", ("Text", "- ひとり\n- ふたり"));
        await editor.WriteAsync("privacy-requests", "now", ("Text", "[窓口](/contact)へ。"));
        await editor.WriteAsync("legal-payment", "now", ("Text", "銀行振込だけ。"));
        var visitor = site.Visitor();
        var programme = await visitor.OpenAsync("/program");

        Assert.Equal("新しい文です。", programme.Text("section[aria-labelledby=what-h] .stack"));
        Assert.Equal("<h3 class=\"wb\">見出しを<wbr>変える</h3>", programme.Html.QuerySelectorAll(".powers h3")[1].OuterHtml);
        Assert.Equal("本文も変える。", programme.Texts(".powers p")[1]);
        Assert.Equal("ホームの本文。", (await visitor.OpenAsync("/")).Texts(".feature p")[0]);
        Assert.Equal("ひとり ふたり", (await visitor.OpenAsync("/recruit")).Definition("こんな方に"));
        Assert.Contains("<a href=\"/contact\">窓口</a>へ。", (await visitor.OpenAsync("/privacy")).Body, StringComparison.Ordinal);
        Assert.Equal("銀行振込だけ。", (await visitor.OpenAsync("/legal")).Definition("支払い方法"));
    }

    [Fact]
    public async Task Every_text_of_the_list_can_be_opened_and_saved()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var list = await editor.OpenAsync("/admin/pages");

        foreach (var address in list.Html.QuerySelectorAll("a.pgs__n").Select(a => a.GetAttribute("href")!).ToList())
        {
            var before = (await editor.OpenAsync(address)).Fields(Editing.Form);
            await editor.WriteAsync(address["/admin/pages/".Length..], "now");
            Assert.Equal(before.Where(f => f.Key.StartsWith("Values", StringComparison.Ordinal)), (await editor.OpenAsync(address)).Fields(Editing.Form).Where(f => f.Key.StartsWith("Values", StringComparison.Ordinal)));
        }

        Assert.InRange(list.Html.QuerySelectorAll("a.pgs__n").Length, 60, 100);
    }

    [Fact]
    public async Task A_new_question_stands_last_and_moves_and_goes()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var visitor = site.Visitor();
        var first = (await visitor.OpenAsync("/faq")).Texts(".faq summary");

        var address = await editor.WriteAsync("new/faq", "now", ("Question", "新しい質問ですか。"), ("Answer", "はい。\n\n- 一つ\n- 二つ"));
        var added = await visitor.OpenAsync("/faq");
        await editor.PressAsync("/admin/pages", $"{address}/position", ("to", "up"));
        await editor.PressAsync("/admin/pages", "/admin/pages/faq-cohort/position", ("to", "up"));
        var moved = (await visitor.OpenAsync("/faq")).Texts(".faq summary");
        await editor.PressAsync(address, $"{address}/taking-down");
        await editor.PressAsync("/admin/pages/faq-afterwards", "/admin/pages/faq-afterwards/taking-down");
        var gone = (await visitor.OpenAsync("/faq")).Texts(".faq summary");

        Assert.Equal([.. first, "新しい質問ですか。"], added.Texts(".faq summary"));
        Assert.Equal("はい。 一つ 二つ", added.Texts(".faq__a")[^1]);
        Assert.Equal([.. first[1..^2], first[0], first[^2], "新しい質問ですか。", first[^1]], moved);
        Assert.Equal([.. first[1..^2], first[0], first[^2]], gone);
        Assert.Contains("よくある質問「新しい質問ですか。」をサイトから取り下げ", (await (await site.StaffAsync(Role.Administrator)).OpenAsync("/admin/audit")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_has_its_list_its_page_and_a_line_over_every_page_until_its_end()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var visitor = site.Visitor();
        var before = await visitor.OpenAsync("/news");

        await editor.WriteAsync("new/news", "now", ("Title", "古い知らせ"), ("Day", "2022-05-01"), ("Text", "前の話。"));
        await editor.WriteAsync("new/news", "now", ("Title", "会場が変わります"), ("Day", "2022-06-09"), ("Text", "## 新しい会場\nスナバです。"),
            ("Notice", "7月2日の会場が変わります"), ("NoticeOn", "2022-06-11"), ("NoticeAt", "12:00"));
        var list = await visitor.OpenAsync("/news");
        var home = await visitor.OpenAsync("/");
        var show = await visitor.OpenAsync(list.Html.QuerySelector(".deflist a")!.GetAttribute("href")!);
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 11, 11, 59, 59, JapanTime.Offset));
        var still = await visitor.OpenAsync("/schedule");
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var over = await visitor.OpenAsync("/schedule");

        Assert.Equal(HttpStatusCode.NotFound, before.Status);
        Assert.Equal(["会場が変わります", "古い知らせ"], list.Texts(".deflist a"));
        Assert.Equal("お知らせ", home.Text(".site-foot a[href='/news']"));
        Assert.Equal(["7月2日の会場が変わります", "7月2日の会場が変わります", ""], new[] { home, still, over }.Select(p => p.Text("aside[aria-label='大切なお知らせ']")));
        Assert.Equal(("会場が変わります", "新しい会場", "スナバです。"), (show.Heading, show.Text(".prose h2"), show.Text(".prose p")));
    }

    [Theory]
    [InlineData("program-what", "Text", "", "本文を入力してください")]
    [InlineData("program-feature-1", "Title", "見\u202e出し", "見出しに表示できない文字が混ざっています。貼り付けた場合は、入力し直してください")]
    [InlineData("new/news", "Day", "きのう", "日付を、2022-06-24 のように入力してください")]
    [InlineData("new/news", "Notice", "一行", "一行を消す日を入力してください")]
    public async Task A_fault_is_told_and_nothing_typed_is_lost(string key, string field, string typed, string message)
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);

        var page = await editor.OfferAsync(key, "now", (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(message, page.Texts(".errsum li"));
        Assert.Equal(typed, page.Fields(Editing.Form)[$"Values[{field}]"]);
    }

    [Theory]
    [InlineData("", "", "公開する日と時刻を入力してください")]
    [InlineData("2022-06-09", "09:00", "公開する日時は、これからの日時にしてください")]
    public async Task A_time_of_publishing_lies_ahead(string on, string at, string message)
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);

        var page = await editor.OfferAsync("program-what", "later", ("FromOn", on), ("FromAt", at));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), (page.Status, page.Text(".errsum li")));
    }

    [Fact]
    public async Task A_reservation_can_be_given_up_and_stays_as_a_draft()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        await editor.WriteAsync("program-what", "later", ("Text", "あしたの文。"), ("FromOn", "2022-06-11"), ("FromAt", "9:00"));
        var planned = await editor.OpenAsync("/admin/pages");

        var given = await editor.PressAsync("/admin/pages", "/admin/pages/program-what/unscheduling");
        site.Clock.Advance(TimeSpan.FromDays(2));
        var programme = await site.Visitor().OpenAsync("/program");

        Assert.Equal("2022年6月11日(土) 09:00", planned.Text(".soon b"));
        Assert.Equal("公開中 6/11 09:00に公開", planned.Text("#p-program-what .pgs__s"));
        Assert.StartsWith("プログラム「どんなプログラムか」の公開の予約をやめました", given.Text(".saved"), StringComparison.Ordinal);
        Assert.Equal("あしたの文。", given.Fields(Editing.Form)["Values[Text]"]);
        Assert.DoesNotContain("あしたの文。", programme.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hints_stand_under_the_text_and_one_button_mends_without_saving()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        await editor.WriteAsync("program-what", "draft", ("Text", "地域プレーヤーと\n2022年8月1日(日)に会う。"));
        var page = await editor.OpenAsync("/admin/pages/program-what");
        var fields = page.Fields(Editing.Form);
        fields["mend"] = page.Html.QuerySelectorAll(".hintbox button")[1].GetAttribute("value")!;

        var mended = await editor.PostAsync("/admin/pages/program-what/mending", fields);

        Assert.Equal(["「プレーヤー」とあります。サイトでは「プレイヤー」です 本文の1行目", "2022年8月1日は月曜日です（「2022年8月1日(日)」） 本文の2行目"], page.Texts(".hintbox p"));
        Assert.Equal("地域プレーヤーと\n2022年8月1日(月)に会う。", mended.Fields(Editing.Form)["Values[Text]"].ReplaceLineEndings("\n"));
        Assert.Equal("地域プレーヤーと\n2022年8月1日(日)に会う。", (await editor.OpenAsync("/admin/pages/program-what")).Fields(Editing.Form)["Values[Text]"].ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Of_two_reservations_one_can_be_given_up()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        await editor.WriteAsync("program-flow", "later", ("Text", "あしたの文。"), ("FromOn", "2022-06-11"), ("FromAt", "09:00"));
        await editor.WriteAsync("program-flow", "later", ("Text", "あさっての文。"), ("FromOn", "2022-06-12"), ("FromAt", "09:00"));

        await editor.PressAsync("/admin/pages/program-flow", "/admin/pages/program-flow/unscheduling", ("number", "1"));
        site.Clock.Advance(TimeSpan.FromDays(1.5));
        var tomorrow = (await site.Visitor().OpenAsync("/program")).Body;
        site.Clock.Advance(TimeSpan.FromDays(1));
        var after = (await site.Visitor().OpenAsync("/program")).Body;

        Assert.DoesNotContain("あしたの文。", tomorrow, StringComparison.Ordinal);
        Assert.Contains("あさっての文。", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/pages/no-such-text")]
    [InlineData("/admin/pages/faq-cohort")]
    [InlineData("/admin/pages/new/text")]
    [InlineData("/admin/pages/new/heading")]
    [InlineData("/admin/pages/program-what/history?version=7")]
    [InlineData("/admin/pages/no-such-text/preview")]
    public async Task Nothing_else_is_there(string path)
    {
        using var site = await Site.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await (await site.StaffAsync(Role.Editor)).OpenAsync(path)).Status);
    }

    [Fact]
    public async Task Whoever_writes_the_site_begins_with_its_pages_and_sees_no_applicants()
    {
        using var site = await Site.StartAsync();
        await site.Visitor().ApplyAsync();

        var start = await (await site.StaffAsync(Role.Editor)).OpenAsync("/admin");

        Assert.Equal(("ページ", "/admin/pages"), (start.Heading, start.Answer.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Equal(["ページ"], start.Texts(".adm-nav a"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.StaffAsync(Role.Editor)).OpenAsync("/admin/applications")).Status);
    }
}

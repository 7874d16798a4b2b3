using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Themes;

/// <summary>Staff keep the themes of a cohort.</summary>
public sealed class ThemeDeskTests
{
    private static readonly string List = Themed.List(3);

    [Fact]
    public async Task A_theme_that_is_added_stands_on_the_site_and_a_form_sent_twice_adds_one()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = (await staff.OpenAsync($"{List}/new")).Fields(Themed.Form).With(
            ("Title", "空き家を、|人の集まる場所に"), ("Owner", "見本 花子"), ("Affiliation", "見本工房"), ("Words", "**一緒に**考えてください。"), ("Sought", "写真が好きな人\r\n\r\n 数字が好きな人 "),
            ("Confirmed", "yes"), ("State", "public"));

        var added = await staff.PostAsync(List, fields);
        await staff.PostAsync(List, fields);

        Assert.Equal("「空き家を、人の集まる場所に」を保存しました。サイトに出ています", added.Text(".saved"));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Themes.CountAsync()));
        Assert.Equal(["空き家を、人の集まる場所に"], added.Texts(".thm h2"));
        Assert.Equal(("公開中", 0), (added.Text(".thm .chip"), added.Texts(".hintbox").Length));
        Assert.Equal("テーマ 1", added.Text(".subnav [aria-current]"));
        var audit = (await staff.OpenAsync("/admin/audit")).Words;
        foreach (var words in new[] { "を追加", "の載せる文を、本人に確かめたと記録", "を公開" })
        {
            Assert.Contains($"テーマ第三期「空き家を、人の集まる場所に」{words}", audit, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_missing_or_not_confirmed_is_a_hint_and_hinders_no_saving()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var lacking = await staff.AddThemeAsync("森と暮らし", true, 3, ("Words", ""), ("Sought", ""), ("Confirmed", ""));
        await staff.AddThemeAsync("手仕事", true, 3, ("Words", "8月1日(日)に話します。地域プレーヤーです。"), ("Confirmed", ""));
        var page = await staff.OpenAsync(List);

        Assert.Equal("「森と暮らし」を保存しました。本人の言葉、求める人がないので、まだ公開していません", lacking.Text(".saved"));
        Assert.Equal(
            [
                "本人の言葉、求める人がありません。下書きのままにしてあります", "本人への確認の記録がありません。載せる文を、本人に確かめてください",
                "日にちに年がありません（「8月1日(日)」）", "8月1日は月曜日です（「8月1日(日)」）", "「プレーヤー」とあります。サイトでは「プレイヤー」です",
            ],
            page.Texts(".hintbox p"));
        Assert.Equal(["下書き", "公開中"], page.Texts(".thm .chip"));
        Assert.Equal("気づいたこと 4つ。このままでも保存できます。", (await staff.OpenAsync($"{List}/{await site.ThemeKeyAsync("手仕事")}/edit")).Text("#form > p"));
    }

    [Theory]
    [InlineData("Title", "", "title", "テーマの題名を入力してください")]
    [InlineData("Owner", "", "owner", "地域プレイヤーのお名前を入力してください")]
    [InlineData("Words", "", "words", "公開中のテーマの本人の言葉は空にできません。サイトから下げるときは「下書き」を選んでください")]
    [InlineData("Sought", "long", "sought", "求める人は300字以内で入力してください（現在 301字）")]
    public async Task A_fault_is_told_at_its_field_and_nothing_typed_is_lost(string field, string value, string id, string message)
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.AddThemeAsync("手仕事");

        var page = await staff.ChangeThemeAsync(await site.ThemeKeyAsync("手仕事"), ("Affiliation", "見本木工"), (field, value == "long" ? new string('人', 301) : value));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, $"エラー {message}"), (page.Status, page.Text($"#{id}-error")));
        Assert.Equal("見本木工", page.Fields(Themed.Form)["Affiliation"]);
    }

    [Fact]
    public async Task A_tick_of_before_does_not_confirm_words_that_change_now()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.AddThemeAsync("手仕事");
        var key = await site.ThemeKeyAsync("手仕事");
        Task<bool> IsConfirmedAsync() => site.InDatabaseAsync(db => db.Themes.Select(t => t.ConfirmedUtc != null && t.ConfirmedBy == "事務局 Administrator").SingleAsync());
        var found = new List<bool> { await IsConfirmedAsync() };

        foreach (var changes in new (string, string)[][]
        {
            [("Sought", "作る人")], [("Words", "別の言葉。")], [("Confirmed", "yes")], [("Words", "また別の言葉。"), ("ConfirmedAnew", "yes")], [("Confirmed", "")],
        })
        {
            await staff.ChangeThemeAsync(key, changes);
            found.Add(await IsConfirmedAsync());
        }

        Assert.Equal([true, true, false, true, true, false], found);
        var audit = (await staff.OpenAsync("/admin/audit")).Words;
        Assert.Contains("テーマ第三期「手仕事」の本人の言葉を変更", audit, StringComparison.Ordinal);
        Assert.Contains("テーマ第三期「手仕事」の、本人に確かめた記録を外した", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_somebody_was_faster_both_texts_are_shown_and_going_on_is_then_meant()
    {
        using var site = await Site.StartAsync();
        var (one, other) = (await site.StaffAsync(Role.Administrator, "一人目"), await site.StaffAsync(Role.Administrator, "二人目"));
        await one.AddThemeAsync("手仕事", false, 3, ("Confirmed", ""));
        var key = await site.ThemeKeyAsync("手仕事");
        var mine = (await one.OpenAsync($"{List}/{key}/edit")).Fields(Themed.Form).With(("Words", "わたしの言葉。"), ("State", "public"));
        await other.ChangeThemeAsync(key, ("Words", "ほかの言葉。"), ("Confirmed", "yes"));

        var stale = await one.PostAsync($"{List}/{key}", mine);
        var untouched = await site.InDatabaseAsync(db => db.Themes.Select(t => t.Words).SingleAsync());
        var saved = await one.PostAsync($"{List}/{key}", stale.Fields(Themed.Form));

        Assert.Equal((HttpStatusCode.Conflict, "ほかの言葉。"), (stale.Status, untouched));
        Assert.Equal(["ほかの言葉。", "下書き"], stale.Texts(".stale del"));
        Assert.Equal(["わたしの言葉。", "公開"], stale.Texts(".stale ins"));
        Assert.Equal("わたしの言葉。", stale.Fields(Themed.Form)["Words"]);
        Assert.Equal("「手仕事」を保存しました。サイトに出ています", saved.Text(".saved"));
        Assert.Equal("わたしの言葉。", await site.InDatabaseAsync(db => db.Themes.Select(t => t.Words).SingleAsync()));
    }

    [Fact]
    public async Task When_the_theme_was_removed_under_an_open_form_what_was_typed_can_be_added_anew()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.AddThemeAsync("手仕事", false);
        var key = await site.ThemeKeyAsync("手仕事");
        var opened = await staff.OpenAsync($"{List}/{key}/edit");
        var removed = await staff.PostAsync($"{List}/{key}/removal", opened.Fields(".thm__remove"));

        var gone = await staff.PostAsync($"{List}/{key}", opened.Fields(Themed.Form).With(("Words", "書いた言葉。")));
        await staff.PostAsync(List, gone.Fields(Themed.Form));

        Assert.Equal("テーマを削除しました", removed.Text(".saved"));
        Assert.Equal((HttpStatusCode.Conflict, "ほかの人が、このテーマを削除しました"), (gone.Status, gone.Text(".stale h2")));
        Assert.Equal("書いた言葉。", await site.InDatabaseAsync(db => db.Themes.Select(t => t.Words).SingleAsync()));
        Assert.Contains("テーマ第三期「手仕事」を削除", (await staff.OpenAsync("/admin/audit")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_visitors_read_or_somebody_chose_can_be_withdrawn_but_not_removed()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.AddThemeAsync("手仕事");
        var key = await site.ThemeKeyAsync("手仕事");
        var token = (await staff.OpenAsync($"{List}/{key}/edit")).Fields(Themed.Form);
        async Task<Page> RemoveAsync() => await staff.PostAsync($"{List}/{key}/removal", new Dictionary<string, string>(token)
        {
            ["Version"] = (await site.InDatabaseAsync(db => db.Themes.Select(t => t.Version).SingleAsync())).ToString(),
        });

        var whilePublic = await RemoveAsync();
        await site.ApplyNamingAsync([key]);
        var withdrawn = await staff.ChangeThemeAsync(key, ("State", "draft"));
        var whenChosen = await RemoveAsync();

        Assert.All([whilePublic, whenChosen], page => Assert.StartsWith("公開中か、選んだ申込者がいるか", page.Text(".saved"), StringComparison.Ordinal));
        Assert.Equal(("「手仕事」を保存しました。サイトには出ていません", "取り下げ"), (withdrawn.Text(".saved"), withdrawn.Text(".thm .chip")));
        Assert.Null((await staff.OpenAsync($"{List}/{key}/edit")).Html.QuerySelector(".thm__remove"));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Themes.CountAsync()));
    }

    [Fact]
    public async Task The_order_at_the_desk_is_the_order_on_the_site_and_moving_makes_no_open_form_old()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        foreach (var title in new[] { "一つ目", "二つ目", "三つ目" })
        {
            await staff.AddThemeAsync(title);
        }

        var key = await site.ThemeKeyAsync("三つ目");
        var open = (await staff.OpenAsync($"{List}/{key}/edit")).Fields(Themed.Form);
        var token = (await staff.OpenAsync(List)).Fields($"form[action$='{key}/position']");
        Dictionary<string, string> Towards(string to) => new(token) { ["to"] = to };

        var up = await staff.PostAsync($"{List}/{key}/position", Towards("up"));
        await staff.PostAsync($"{List}/{await site.ThemeKeyAsync("一つ目")}/position", Towards("up"));
        var saved = await staff.PostAsync($"{List}/{key}", open);

        Assert.Equal(("順番を変えました", HttpStatusCode.OK), (up.Text(".saved"), saved.Status));
        Assert.Equal(["一つ目", "三つ目", "二つ目"], up.Texts(".thm h2"));
        Assert.Equal(["一つ目", "三つ目", "二つ目"], (await site.Visitor().OpenAsync("/recruit")).Texts("#themes h3"));
        Assert.Contains("テーマ第三期「三つ目」の順番を変更", (await staff.OpenAsync("/admin/audit")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_is_the_real_page_for_staff_alone_also_of_a_cohort_that_is_not_public()
    {
        using var site = await Site.StartAsync();
        await site.FourthAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.AddThemeAsync("秘密のテーマ", false, 4);
        var key = await site.ThemeKeyAsync("秘密のテーマ");
        var address = $"{Themed.List(4)}/{key}/preview";

        var preview = await staff.OpenAsync(address);
        var stranger = await site.Visitor(followsRedirects: false).OpenAsync(address);
        var elsewhere = await staff.OpenAsync($"{List}/{key}/preview");

        Assert.Equal(("秘密のテーマ", "下書きの見え方です。まだ公開されていません"), (preview.Heading, preview.Text(".demo")));
        Assert.Equal("noindex", preview.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (stranger.Status, elsewhere.Status));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public async Task The_page_costs_the_same_few_statements_however_many_themes_there_are(int themes)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var staff = await site.StaffAsync(Role.Administrator);
        for (var i = 0; i < themes; i++)
        {
            await staff.AddThemeAsync($"テーマ{i}");
        }

        await staff.OpenAsync(List);
        count.StartAgain();
        await staff.OpenAsync(List);
        var list = count.Statements;
        count.StartAgain();

        await staff.OpenAsync($"{List}/{await site.ThemeKeyAsync("テーマ0")}/edit");

        Assert.InRange(list, 1, 6);
        Assert.InRange(count.Statements, 1, 7); // with the test's own
    }
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Themes;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Themes;

/// <summary>The themes that applicants named, laid against list, filter, page, review, file, merging and the next cohort.</summary>
public sealed class ThemesEverywhereTests
{
    private const string Export = "/admin/applications/export";

    [Fact]
    public async Task Staff_find_the_applicants_of_a_theme_and_read_it_as_it_was_named()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (staff, keys) = await TwoAsync(site);
        var one = await site.ApplyNamingAsync([keys[0], keys[1]], ("Email", "one@example.jp"));
        var two = await site.ApplyNamingAsync([keys[1]], ("Email", "two@example.jp"), ("Name", "諏訪 花子"), ("Kana", "スワ ハナコ"));
        await site.ApplyNamingAsync([], ("Email", "three@example.jp"), ("Name", "松本 次郎"), ("Kana", "マツモト ジロウ"));
        await staff.ChangeThemeAsync(keys[0], ("Title", "新しい題"));
        await staff.ChangeThemeAsync(keys[0], ("State", "draft"));

        var found = await staff.OpenAsync($"/admin/applications?theme={keys[0]}");
        var both = await staff.OpenAsync($"/admin/applications?theme={keys[1]}&status=received");
        var unknown = await staff.OpenAsync("/admin/applications?theme=unknown");
        var page = await staff.OpenAsync($"/admin/applications/{one}?theme={keys[1]}");

        Assert.Equal((1, 2, 3), (Rows(found), Rows(both), Rows(unknown)));
        Assert.Equal("新しい題", found.Text("#theme [selected]"));
        Assert.True(found.Html.QuerySelector("details.more-filters")!.HasAttribute("open"));
        Assert.Equal("空き家 手仕事", page.Definition("関心のあるテーマ"));
        Assert.Contains("/ 2", page.Text(".prevnext"), StringComparison.Ordinal);
        Assert.Equal("空き家、手仕事", (await staff.OpenAsync($"/admin/applications/{one}/sheet")).Definition("関心のあるテーマ"));
        Assert.Equal("手仕事", (await (await site.StaffAsync(Role.Reviewer)).OpenAsync($"/admin/applications/{two}/review")).Definition("関心のあるテーマ"));
        Assert.Equal(["関心のある申込者 1名（新しい題）", "関心のある申込者 2名（手仕事）"], (await staff.OpenAsync(Themed.List(3))).Texts(".thm__m .lbtn"));
    }

    [Fact]
    public async Task A_saved_view_and_a_file_keep_the_theme_that_was_asked_for()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (staff, keys) = await TwoAsync(site);
        var one = await site.ApplyNamingAsync([keys[0], keys[1]], ("Email", "one@example.jp"));
        await site.ApplyNamingAsync([], ("Email", "three@example.jp"), ("Name", "松本 次郎"), ("Kana", "マツモト ジロウ"));
        var view = (await staff.OpenAsync($"/admin/applications?theme={keys[0]}")).Fields("form[action='/admin/applications/views']").With(("ViewName", "空き家の人"));

        var saved = await staff.PostAsync("/admin/applications/views", view);
        var export = await staff.OpenAsync($"{Export}?theme={keys[0]}");
        var file = await staff.PostAsync(Export, export.Fields($"form[action='{Export}']").Where(f => f.Key != "Columns")
            .Concat([KeyValuePair.Create("Columns", "number"), KeyValuePair.Create("Columns", "themes")]).Select(f => f.Key == "Format" ? KeyValuePair.Create("Format", "csv") : f));

        Assert.Equal(1, Rows(saved));
        Assert.Contains($"theme={keys[0]}", saved.Html.QuerySelectorAll("a").Single(a => a.TextContent.Trim() == "空き家の人").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("関心のあるテーマが「空き家」の1件を", export.Words, StringComparison.Ordinal);
        Assert.Equal(["\"受付番号\",\"関心のあるテーマ\"", $"\"{one}\",\"空き家、手仕事\""], file.Body.Trim().Split("\r\n"));
    }

    [Fact]
    public async Task Without_themes_there_is_neither_filter_nor_column()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await site.ReceiveAsync(1);

        Assert.Null((await staff.OpenAsync("/admin/applications")).Html.QuerySelector("#theme"));
        Assert.Null((await staff.OpenAsync(Export)).Html.QuerySelector("[value=themes]"));
    }

    [Fact]
    public async Task Two_applications_of_one_person_count_once_with_the_themes_of_both()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (staff, keys) = await TwoAsync(site);
        var main = await site.ApplyNamingAsync([keys[0]], ("Email", "first@example.jp"));
        var merged = await site.ApplyNamingAsync([keys[0], keys[1]], ("Email", "second@example.jp"));
        var fields = (await staff.OpenAsync($"/admin/applications/{main}/merging?with={merged}")).Fields("form.merging").With(("Main", main));

        await staff.PostAsync($"/admin/applications/{main}/merging", fields);

        Assert.Equal((1, 1), (Rows(await staff.OpenAsync($"/admin/applications?theme={keys[0]}")), Rows(await staff.OpenAsync($"/admin/applications?theme={keys[1]}"))));
        var page = await staff.OpenAsync($"/admin/applications/{main}");
        Assert.Equal("空き家 手仕事", page.Definition("関心のあるテーマ"));
        Assert.Equal("空き家、手仕事", page.Text("details.merged dt:contains('テーマ') + dd"));
        Assert.Equal("空き家、手仕事", (await staff.OpenAsync($"/admin/applications/{main}/review")).Definition("関心のあるテーマ"));
        Assert.Equal(["関心のある申込者 1名（空き家）", "関心のある申込者 1名（手仕事）"], (await staff.OpenAsync(Themed.List(3))).Texts(".thm__m .lbtn"));
        var file = await staff.PostAsync(Export, (await staff.OpenAsync(Export)).Fields($"form[action='{Export}']").With(("Columns", "themes"), ("Format", "csv")));
        Assert.Equal(["\"関心のあるテーマ\"", "\"空き家、手仕事\""], file.Body.Trim().Split("\r\n"));
    }

    [Fact]
    public async Task The_next_cohort_gets_unconfirmed_drafts_of_all_that_was_not_withdrawn()
    {
        using var site = await Site.StartAsync();
        var (staff, keys) = await TwoAsync(site);
        await staff.AddThemeAsync("森と暮らし", isPublic: false);
        await staff.ChangeThemeAsync(keys[0], ("State", "draft"));
        var form = await staff.OpenAsync("/admin/cohorts/3/clone");

        await staff.PostAsync("/admin/cohorts/3/clone", form.Fields("form.gap"));

        Assert.Contains("テーマ 2（下書きとして。本人への確認はやり直します）", form.Texts(".effects li"));
        var copies = await site.InDatabaseAsync(db => db.Themes.AsNoTracking().Where(t => db.Cohorts.Any(c => c.Id == t.CohortId && c.Ordinal == 4)).OrderBy(t => t.Position).ToListAsync());
        Assert.Equal(["手仕事", "森と暮らし"], copies.Select(t => t.Title));
        Assert.All(copies, t => Assert.Equal((ThemeState.Draft, false, "見本 花子"), (t.State, t.IsConfirmed, t.Owner)));
        Assert.All(copies, t => Assert.DoesNotContain(t.Key, keys));
    }

    private static int Rows(Page page) => page.Html.QuerySelectorAll(".alist tbody tr").Length;

    private static async Task<(HttpClient Staff, string[] Keys)> TwoAsync(Site site)
    {
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.AddThemeAsync("空き家");
        await staff.AddThemeAsync("手仕事");
        return (staff, [await site.ThemeKeyAsync("空き家"), await site.ThemeKeyAsync("手仕事")]);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.ApplicantList;

public sealed class SavedViewsTests
{
    private const string Path = "/admin/applications";
    private const string SaveForm = "form[action='/admin/applications/views']";
    private const string RemoveForm = "form[action='/admin/applications/views/removal']";

    [Fact]
    public async Task A_filter_is_kept_under_a_name_for_its_owner_alone()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);
        var staff = await site.StaffAsync(Role.Viewer);

        var page = await SaveAsync(staff, "?q=塩尻&status=received&page=3", " 　未審査の塩尻さん ");

        Assert.Equal(["未審査の塩尻さん"], page.Texts(".savedviews a"));
        Assert.Equal($"{Path}?q=%E5%A1%A9%E5%B0%BB&status=received", page.Html.QuerySelector(".savedviews a")!.GetAttribute("href"));
        Assert.Equal("true", page.Html.QuerySelector(".savedviews a")!.GetAttribute("aria-current"));
        Assert.Empty((await (await site.StaffAsync(Role.Viewer, "別の人")).OpenAsync(Path)).Texts(".savedviews a"));
        Assert.Equal(
            """{"name":"未審査の塩尻さん","filter":{"q":"…","status":"received"}}""",
            await site.InDatabaseAsync(db => db.AuditEntries.Where(e => e.Action == AuditAction.ViewSaved).Select(e => e.After).SingleAsync()));
    }

    [Fact]
    public async Task The_same_name_stands_for_the_newer_filter()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);
        var staff = await site.StaffAsync(Role.Viewer);
        await SaveAsync(staff, "?status=received", "いつもの");

        await SaveAsync(staff, "?payment=unpaid", "いつもの");

        Assert.Equal(["payment=unpaid"], await site.InDatabaseAsync(db => db.SavedViews.Select(v => v.Query).ToListAsync()));
    }

    [Fact]
    public async Task A_view_can_be_removed_by_its_owner_alone_and_twice_does_no_harm()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);
        var owner = await site.StaffAsync(Role.Viewer);
        var other = await site.StaffAsync(Role.Viewer, "別の人");
        var fields = (await SaveAsync(owner, "?status=received", "いつもの")).Fields(RemoveForm);
        var foreign = (await SaveAsync(other, "?payment=unpaid", "わたしの")).Fields(RemoveForm);
        foreign["ViewName"] = "いつもの";

        await other.PostAsync($"{Path}/views/removal", foreign);
        var kept = await site.InDatabaseAsync(db => db.SavedViews.CountAsync());
        await owner.PostAsync($"{Path}/views/removal", fields);
        var again = await owner.PostAsync($"{Path}/views/removal", fields);

        Assert.Equal((2, HttpStatusCode.OK, "保存した条件を外しました"), (kept, again.Status, again.Text(".saved")));
        Assert.Equal(["わたしの"], await site.InDatabaseAsync(db => db.SavedViews.Select(v => v.Name).ToListAsync()));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.ViewRemoved)));
    }

    [Theory]
    [InlineData("", "条件の名前を入力してください")]
    [InlineData("\u200b", "条件の名前を入力してください")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "条件の名前は30字以内で入力してください（現在 31字）")]
    public async Task A_name_that_does_not_do_is_told_of_and_kept(string name, string message)
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);

        var page = await SaveAsync(await site.StaffAsync(Role.Viewer), "?status=received", name);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message, "エラー：申込者｜塩尻CxO Lab 管理"), (page.Status, page.Text(".errsum a"), page.Title));
        Assert.Equal((name.TrimStart('\u200b'), "?status=received"), (page.Fields(SaveForm)["ViewName"], page.Fields(SaveForm)["Query"]));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.SavedViews.CountAsync()));
    }

    [Fact]
    public async Task A_filter_too_long_to_keep_is_told_of()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);

        var page = await SaveAsync(await site.StaffAsync(Role.Viewer), $"?q={new string('a', SavedView.MaxQuery)}", "長い");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "条件が長すぎて保存できません。キーワードを短くしてください"), (page.Status, page.Text(".errsum a")));
    }

    [Fact]
    public async Task There_is_room_for_twenty()
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);
        var staff = await site.StaffAsync(Role.Viewer);
        await SaveAsync(staff, "?status=received", "はじめ");
        await site.InDatabaseAsync(async db =>
        {
            var owner = await db.SavedViews.Select(v => v.AccountId).SingleAsync();
            db.AddRange(Enumerable.Range(2, 19).Select(n => new SavedView(owner, $"条件{n}", "sort=kana")));
            return await db.SaveChangesAsync();
        });

        var page = await SaveAsync(staff, "?status=received", "もう一つ");
        var known = await SaveAsync(staff, "?payment=paid", "はじめ");

        Assert.Equal("保存できる条件は20個までです。使わないものを外してください", page.Text(".errsum a"));
        Assert.Equal((HttpStatusCode.OK, 20), (known.Status, await site.InDatabaseAsync(db => db.SavedViews.CountAsync())));
    }

    [Theory]
    [InlineData("https://evil.example.jp/")]
    [InlineData("?x=1&q=%00&status=%0d%0aSet-Cookie:a=b")]
    [InlineData("//evil.example.jp?q=a")]
    public async Task What_is_kept_leads_to_the_list_and_nowhere_else(string query)
    {
        using var site = await Site.StartAsync();
        await site.ReceiveAsync(1);
        var staff = await site.StaffAsync(Role.Viewer, followsRedirects: false);
        var fields = (await staff.OpenAsync($"{Path}?status=received")).Fields(SaveForm);
        (fields["ViewName"], fields["Query"]) = ("よそ", query);

        var answer = await staff.PostAsync($"{Path}/views", fields);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(Path, answer.Answer.Headers.Location!.ToString().Split('?')[0]);
    }

    private static async Task<Page> SaveAsync(HttpClient staff, string query, string name)
    {
        var fields = (await staff.OpenAsync(Path + query)).Fields(SaveForm);
        fields["ViewName"] = name;
        return await staff.PostAsync($"{Path}/views", fields);
    }
}

using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Applications;

/// <summary>The way from one applicant to the next is the way of the list, in each of its orders.</summary>
public sealed class NeighboursTests
{
    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    [InlineData("kana")]
    [InlineData("due")]
    [InlineData("score")]
    public async Task Going_on_leads_through_the_list_in_its_order_and_back(string sort)
    {
        using var site = await Site.StartAsync();
        string[] kana = ["ヤマダ", "ガモウ", "カワイ", "カワイ", "ナライ"];
        await site.ReceiveAsync(5, (n, applicant) => applicant with { Kana = kana[n - 1] });
        await site.InDatabaseAsync(db => db.Applications.Where(a => a.Name == "塩尻 1号" || a.Name == "塩尻 3号")
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.DueOn, (DateOnly?)null)));
        var staff = await site.StaffAsync(Role.Administrator, "事務局");
        foreach (var (name, score) in new[] { ("塩尻 2号", 5), ("塩尻 4号", 3), ("塩尻 5号", 5) })
        {
            await site.ReviewAsync("事務局", name, score);
        }

        var list = (await staff.OpenAsync($"/admin/applications?sort={sort}")).Html.QuerySelectorAll(".alist tbody tr a[href^='/admin/applications/']")
            .Select(a => a.GetAttribute("href")!.Split('/', '?')[3]).Distinct().ToList();
        var (forward, back) = (new List<string> { list[0] }, new List<string> { list[^1] });
        while (await LinkAsync(staff, forward[^1], sort, "next") is { } next)
        {
            forward.Add(next);
        }

        while (await LinkAsync(staff, back[^1], sort, "prev") is { } previous)
        {
            back.Add(previous);
        }

        Assert.Equal(5, list.Count);
        Assert.Equal(list, forward);
        Assert.Equal(Enumerable.Reverse(list), back);
    }

    private static async Task<string?> LinkAsync(HttpClient staff, string number, string sort, string rel) =>
        (await staff.OpenAsync($"/admin/applications/{number}?sort={sort}")).Html.QuerySelector($"a[rel='{rel}']")?.GetAttribute("href")!.Split('/', '?')[3];
}

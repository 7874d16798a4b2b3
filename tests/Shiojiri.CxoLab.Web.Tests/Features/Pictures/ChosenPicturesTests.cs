using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Pictures;
using Shiojiri.CxoLab.Web.Tests.Pictures;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Pictures;

/// <summary>Pictures that were chosen for a theme, a project, a voice, an organisation or a person: where they stand, and for whom.</summary>
public sealed class ChosenPicturesTests
{
    private const HttpStatusCode There = HttpStatusCode.OK;
    private const HttpStatusCode Nowhere = HttpStatusCode.NotFound;

    [Fact]
    public async Task The_picture_of_a_theme_is_public_as_long_as_the_theme_is()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var key = await site.ReadyPictureAsync(staff, SamplePictures.Photograph());
        await staff.AddThemeAsync("手仕事", isPublic: false, 3, ("Picture", key));
        var theme = await site.ThemeKeyAsync("手仕事");
        var seen = new List<HttpStatusCode> { await StatusAsync(site.Visitor(), key), await StatusAsync(staff, key), await StatusAsync(await site.StaffAsync(Role.Viewer), key) };
        var preview = await staff.OpenAsync($"{Themed.List(3)}/{theme}/preview");

        await staff.ChangeThemeAsync(theme, ("State", "public"));
        seen.Add(await StatusAsync(site.Visitor(), key));
        var (page, card) = (await site.Visitor().OpenAsync($"/themes/{theme}"), await site.Visitor().OpenAsync("/recruit"));
        await staff.ChangeThemeAsync(theme, ("State", "draft"));
        seen.Add(await StatusAsync(site.Visitor(), key));

        Assert.Equal([Nowhere, There, Nowhere, There, Nowhere], seen);
        Assert.Equal(["奈良井宿の夕景", "奈良井宿の夕景", "奈良井宿の夕景"], new[] { preview, page, card }.Select(p => p.Html.QuerySelector($"main picture img[src^='/pictures/{key}/']")?.GetAttribute("alt")));
        Assert.Equal("撮影：事務局 田中", page.Text("main figcaption"));
    }

    [Fact]
    public async Task The_picture_of_a_theme_is_nowhere_before_the_second_of_its_cohort()
    {
        using var site = await Site.StartAsync();
        await site.FourthAsync(new DateTime(2022, 6, 11, 0, 0, 0, DateTimeKind.Utc));
        var staff = await site.StaffAsync(Role.Administrator);
        var (chosen, inWords) = (await site.ReadyPictureAsync(staff, SamplePictures.Png(64, 64)), await site.ReadyPictureAsync(staff, SamplePictures.Png(60, 60)));
        await staff.AddThemeAsync("手仕事", true, 4, ("Picture", chosen), ("Words", $"![木](picture:{inWords})"));
        var seen = new List<(HttpStatusCode, HttpStatusCode)>();

        foreach (var second in new[] { -1, 0 })
        {
            site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 11, 0, 0, 0, TimeSpan.Zero).AddSeconds(second));
            seen.Add((await StatusAsync(site.Visitor(), chosen, "64.webp"), await StatusAsync(site.Visitor(), inWords, "60.avif")));
        }

        Assert.Equal([(Nowhere, Nowhere), (There, There)], seen);
    }

    [Theory]
    [InlineData("project", "/projects/{key}", ".titlerow figure img")]
    [InlineData("project", "/projects?year=2022", ".card .card__art img")]
    [InlineData("voice", "/program", ".voice figcaption img")]
    [InlineData("voice", "/", ".voice figcaption img")]
    [InlineData("organisation", "/program", "section[aria-labelledby=org-h] figure img")]
    [InlineData("person", "/program", "section[aria-labelledby=people-h] figure img")]
    public async Task A_picture_chosen_for_a_piece_is_there_from_its_second_on_until_it_is_taken_down(string kind, string path, string place)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var editor = await site.StaffAsync(Role.Editor);
        var key = await site.ReadyPictureAsync(editor, SamplePictures.Photograph());
        var address = await editor.WriteAsync($"new/{kind}", "draft", Values(kind, key));
        var piece = address.Split('/')[^1];
        var seen = new List<HttpStatusCode> { await StatusAsync(site.Visitor(), key), await StatusAsync(editor, key) };
        var preview = await editor.OpenAsync($"{address}/preview");

        await editor.WriteAsync(piece, "later", ("FromOn", "2022-06-11"), ("FromAt", "09:00"));
        await editor.WriteAsync(piece, "draft", ("Picture", ""));
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 11, 8, 59, 59, JapanTime.Offset));
        seen.Add(await StatusAsync(site.Visitor(), key));
        var before = await CostAsync("/program");
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        seen.Add(await StatusAsync(site.Visitor(), key));
        var after = await CostAsync("/program");
        var image = (await site.Visitor().OpenAsync(path.Replace("{key}", piece, StringComparison.Ordinal))).Html.QuerySelector(place)!;
        await editor.PressAsync(address, $"{address}/taking-down");
        seen.Add(await StatusAsync(site.Visitor(), key));

        Assert.Equal([Nowhere, There, Nowhere, There, Nowhere], seen);
        Assert.Equal(($"/pictures/{key}/960.webp", "奈良井宿の夕景", "1200", "1800"),
            (image.GetAttribute("src"), image.GetAttribute("alt"), image.GetAttribute("width"), image.GetAttribute("height")));
        Assert.NotNull(preview.Html.QuerySelector($"main img[src^='/pictures/{key}/']"));
        Assert.Equal(before, after);

        async Task<int> CostAsync(string page)
        {
            await site.Visitor().OpenAsync(page);
            count.StartAgain();
            await site.Visitor().OpenAsync(page);
            return count.Statements;
        }
    }

    [Fact]
    public async Task Every_place_that_shows_a_picture_is_named_and_keeps_it()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var key = await site.ReadyPictureAsync(staff, SamplePictures.Png(64, 64));
        foreach (var kind in new[] { "project", "voice", "organisation", "person" })
        {
            await staff.WriteAsync($"new/{kind}", "draft", Values(kind, key));
        }

        await staff.AddThemeAsync("手仕事", isPublic: false, 3, ("Picture", key));
        await staff.AddThemeAsync("森と暮らし", isPublic: false, 3, ("Words", $"![](picture:{key})"));

        var refused = await staff.PressAsync($"/admin/pictures/{key}", $"/admin/pictures/{key}/removal");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(
            ["過去のプロジェクト「見本」", "メンバーの声「見本」", "運営団体「見本」", "関わる人「見本」", "第三期のテーマ「手仕事」", "第三期のテーマ「森と暮らし」"],
            refused.Texts(".stale li"));
        Assert.Equal("このテーマを編集", (await staff.OpenAsync(refused.Html.QuerySelectorAll(".stale li a")[4].GetAttribute("href")!)).Text("#form-h"));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Pictures.CountAsync()));
    }

    private static (string, string)[] Values(string kind, string picture) =>
    [
        .. kind switch
        {
            "project" => new[] { ("Title", "見本"), ("Year", "2022"), ("Drawing", "p-art") },
            "organisation" => [("Title", "見本"), ("Role", "協働運営")],
            _ => [("Name", "見本"), ("Text", "一文です。")],
        },
        ("Picture", picture),
    ];

    private static async Task<HttpStatusCode> StatusAsync(HttpClient visitor, string key, string name = "480.avif") =>
        (await visitor.GetAsync(new Uri($"/pictures/{key}/{name}", UriKind.Relative))).StatusCode;
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Pictures;
using Shiojiri.CxoLab.Web.Tests.Pictures;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Pictures;

/// <summary>Who gets the files of a picture, when, and how they are sent.</summary>
public sealed class PictureFilesTests
{
    [Fact]
    public async Task A_picture_is_there_for_visitors_from_the_second_on_at_which_a_text_shows_it()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var key = await site.ReadyPictureAsync(editor, SamplePictures.Photograph());
        var address = $"/pictures/{key}/480.avif";
        var seen = new List<HttpStatusCode> { await StatusAsync(site.Visitor(), address) };

        var news = await editor.WriteAsync("new/news", "draft", ("Title", "夕景"), ("Day", "2022-06-10"), ("Text", $"![](picture:{key})"));
        seen.Add(await StatusAsync(site.Visitor(), address));
        await editor.WriteAsync(news["/admin/pages/".Length..], "later", ("FromOn", "2022-06-11"), ("FromAt", "09:00"));
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 11, 8, 59, 59, JapanTime.Offset));
        seen.Add(await StatusAsync(site.Visitor(), address));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        seen.Add(await StatusAsync(site.Visitor(), address));
        await editor.PressAsync(news, $"{news}/taking-down");
        seen.Add(await StatusAsync(site.Visitor(), address));

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound], seen);
    }

    [Fact]
    public async Task Before_that_those_who_write_the_site_see_it_and_no_other_member_of_staff()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var key = await site.ReadyPictureAsync(editor, SamplePictures.Png(300, 200));

        var own = await editor.GetAsync(new Uri($"/pictures/{key}/300.webp", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, "no-store, private"), (own.StatusCode, own.Headers.CacheControl!.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(await site.StaffAsync(Role.Viewer), $"/pictures/{key}/300.webp"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(await site.StaffAsync(Role.Reviewer), $"/pictures/{key}/300.webp"));
    }

    [Theory]
    [InlineData("480.avif", "image/avif")]
    [InlineData("480.webp", "image/webp")]
    public async Task A_file_is_sent_as_what_it_is_for_good_and_without_a_cookie(string name, string type)
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var key = await site.ReadyPictureAsync(editor, SamplePictures.Photograph());
        await editor.WriteAsync("program-what", "now", ("Text", $"![](picture:{key})"));

        var answer = await site.Visitor().GetAsync(new Uri($"/pictures/{key}/{name}", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, type, "public, max-age=31536000, immutable"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString(), string.Join(", ", answer.Headers.GetValues("Cache-Control"))));
        Assert.Equal(("nosniff", false), (answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.Contains("Set-Cookie")));
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{key}/original")]
    [InlineData("{key}/481.avif")]
    [InlineData("{key}/1600.avif")]
    [InlineData("{key}/480.jpg")]
    [InlineData("{key}/0480.avif")]
    [InlineData("{key}/..%2F480.avif")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA/480.avif")]
    public async Task No_other_address_leads_to_a_file(string path)
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var key = await site.ReadyPictureAsync(editor, SamplePictures.Photograph());
        await editor.WriteAsync("program-what", "now", ("Text", $"![](picture:{key})"));

        var answer = await site.Visitor().GetAsync(new Uri($"/pictures/{path.Replace("{key}", key, StringComparison.Ordinal)}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Visitors_read_a_picture_in_a_text_with_its_words_and_its_size()
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var editor = await site.StaffAsync(Role.Editor);
        var key = await site.ReadyPictureAsync(editor, SamplePictures.Photograph());
        await site.Visitor().OpenAsync("/program");
        count.StartAgain();
        await site.Visitor().OpenAsync("/program?anew");
        var without = count.Statements;
        await editor.WriteAsync("program-what", "now", ("Text", $"はじめに。\n\n![夕方の宿場](picture:{key})\n\nおわりに。"));
        count.StartAgain();

        var page = await site.Visitor().OpenAsync("/program");
        var cost = count.Statements;

        var image = page.Html.QuerySelector("main figure.pic picture img")!;
        Assert.Equal(
            ($"/pictures/{key}/960.webp", "夕方の宿場", "1200", "1800", "lazy"),
            (image.GetAttribute("src"), image.GetAttribute("alt"), image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("loading")));
        Assert.Equal($"/pictures/{key}/480.avif 480w, /pictures/{key}/960.avif 960w, /pictures/{key}/1200.avif 1200w", page.Html.QuerySelector("main picture source")!.GetAttribute("srcset"));
        Assert.Equal("撮影：事務局 田中", page.Text("main figcaption"));
        Assert.Equal(without, cost);
    }

    [SqliteFact]
    public async Task A_second_node_knows_a_new_picture_too()
    {
        using var one = await Site.StartAsync();
        using var two = await Site.StartAsync(one.DatabaseSettings);
        var editor = await one.StaffAsync(Role.Editor);
        var key = await one.ReadyPictureAsync(editor, SamplePictures.Png(300, 200));
        await editor.WriteAsync("program-what", "now", ("Text", $"![](picture:{key})"));
        await two.Services.GetRequiredService<SiteSnapshot>().RefreshAsync(CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(two.Visitor(), $"/pictures/{key}/300.avif"));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient visitor, string address) => (await visitor.GetAsync(new Uri(address, UriKind.Relative))).StatusCode;
}

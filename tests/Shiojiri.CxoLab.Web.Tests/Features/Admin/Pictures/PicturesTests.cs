using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Pictures;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;
using Shiojiri.CxoLab.Web.Tests.Pictures;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Pictures;

/// <summary>Pictures at the desk: put in, say what they show, take away.</summary>
public sealed class PicturesTests
{
    [Fact]
    public async Task A_picture_is_put_in_converted_and_its_original_forgotten()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);

        var waiting = await editor.SendAsync(SamplePictures.Photograph());
        var key = waiting.Answer.RequestMessage!.RequestUri!.AbsolutePath.Split('/')[^1];
        var before = await FilesAsync(site);
        await site.ConvertAsync();
        var ready = await editor.OpenAsync($"/admin/pictures/{key}");
        var list = await editor.OpenAsync("/admin/pictures");

        Assert.Equal(("変換しています", "original"), (waiting.Text("#state-h small"), Assert.Single(before)));
        Assert.NotNull(waiting.Html.QuerySelector("[data-poll^='/'] progress"));
        Assert.Equal(("使えます", $"![奈良井宿の夕景](picture:{key})"), (ready.Text("#state-h small"), ready.Text(".pics__mark")));
        Assert.Null(ready.Html.QuerySelector("[data-poll^='/']"));
        Assert.Equal(["1200.avif", "1200.webp", "480.avif", "480.webp", "960.avif", "960.webp"], await FilesAsync(site));
        Assert.Equal((1200, 1800, false), await site.InDatabaseAsync(db => db.Pictures.Select(p => new ValueTuple<int, int, bool>(p.Width, p.Height, p.HasOriginal)).SingleAsync()));
        Assert.Equal(["奈良井宿の夕景 使えます 撮影 事務局 田中・職員が撮った まだどこにも使っていません"], list.Texts(".pics > li"));
        Assert.Equal(["画像「奈良井宿の夕景」を追加"], await SentencesAsync(site));
    }

    [Theory]
    [InlineData("20,000 px", PictureFault.TooLong)]
    [InlineData("60 MP", PictureFault.TooManyPixels)]
    [InlineData("SVG called .jpg", PictureFault.OtherType)]
    [InlineData("page and picture", PictureFault.Mixed)]
    [InlineData("archive and picture", PictureFault.Mixed)]
    [InlineData("cut off", PictureFault.Broken)]
    [InlineData("HEIC", PictureFault.Heic)]
    [InlineData("15 MB and a byte", PictureFault.TooLarge)]
    public async Task What_is_no_picture_for_the_site_is_refused_at_the_field_with_the_words_kept(string what, PictureFault fault)
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var png = SamplePictures.Png(64, 64);
        byte[] file = what switch
        {
            "20,000 px" => Resized(png, 20_000, 20_000),
            "60 MP" => Resized(png, 10_000, 6_001),
            "SVG called .jpg" => "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray(),
            "page and picture" => [.. SamplePictures.Jpeg(64, 64), .. "<script>alert(1)</script>"u8],
            "archive and picture" => [.. png, .. "PK\u0003\u0004"u8, .. new byte[30], .. "PK\u0005\u0006"u8, .. new byte[18]],
            "cut off" => SamplePictures.Jpeg()[..5000],
            "HEIC" => [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[100]],
            _ => [.. png, .. new byte[PictureLimits.MaxBytes + 1 - png.Length]],
        };

        var page = await editor.SendAsync(file, values: ("PermissionNote", "6月1日に電話で"));

        var type = fault == PictureFault.OtherType ? "SVG" : what.StartsWith("page", StringComparison.Ordinal) ? "ウェブページや文書" : "ZIP";
        Assert.Equal((HttpStatusCode.UnprocessableEntity, $"エラー {fault.Sentence(type)}"), (page.Status, page.Text("#file-error")));
        var typed = page.Fields("form[action='/admin/pictures']");
        Assert.Equal(("奈良井宿の夕景", "事務局 田中", "Own", "6月1日に電話で"), (typed["Description"], typed["Credit"], typed["Permission"], typed["PermissionNote"]));
        Assert.Equal((0, 0), await site.InDatabaseAsync(async db => (await db.Pictures.CountAsync(), await db.PictureFiles.CountAsync())));
    }

    [Fact]
    public async Task Name_and_type_that_a_browser_gives_count_for_nothing()
    {
        using var site = await Site.StartAsync();

        var page = await (await site.StaffAsync(Role.Editor)).SendAsync(SamplePictures.Png(64, 64), "../../evil.php", "text/html");

        Assert.Equal((HttpStatusCode.OK, "奈良井宿の夕景"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_sends_no_more_than_any_other_form_takes()
    {
        using var site = await Site.StartAsync();
        var answers = new List<HttpStatusCode>();
        foreach (var length in new[] { 1_000, 1_000_000 })
        {
            using var content = new MultipartFormDataContent { { new ByteArrayContent(new byte[length]), "File", "photo.jpg" } };
            answers.Add((await site.Visitor().PostAsync(new Uri("/admin/pictures", UriKind.Relative), content)).StatusCode);
        }

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest], answers);
    }

    [Fact]
    public async Task What_must_be_said_of_a_picture_is_asked_for()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);

        var empty = await editor.SendAsync(null, values: [("Description", " "), ("Credit", ""), ("Permission", "")]);
        var licensed = await editor.SendAsync(SamplePictures.Png(64, 64), values: ("Permission", "Licensed"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.Status, licensed.Status));
        Assert.Equal(
            ["エラー 画像のファイルを選んでください", "エラー 何が写っているか、説明を入力してください", "エラー 撮った人か、出どころを入力してください", "エラー 使う許しを選んでください"],
            empty.Texts(".field .error"));
        Assert.Equal(["エラー どこで公開されている画像か、使う条件とともに入力してください"], licensed.Texts(".field .error"));
    }

    [Fact]
    public async Task A_picture_whose_pixels_cannot_be_read_says_so_and_can_be_removed()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var key = await site.ReadyPictureAsync(editor, [.. SamplePictures.Jpeg()[..4000], 0xFF, 0xD9]);

        var failed = await editor.OpenAsync($"/admin/pictures/{key}");
        var removed = await editor.PressAsync($"/admin/pictures/{key}", $"/admin/pictures/{key}/removal");

        Assert.Equal(("使えません", $"{PictureFault.Unreadable.Sentence()}。"), (failed.Text("#state-h small"), failed.Text(".note--err")));
        Assert.Equal(("画像「奈良井宿の夕景」を消しました", 0, 0),
            (removed.Text(".saved p"), await site.InDatabaseAsync(db => db.Pictures.CountAsync()), await site.InDatabaseAsync(db => db.PictureFiles.CountAsync())));
    }

    [Fact]
    public async Task Of_two_who_say_something_else_of_it_the_second_sees_both()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var key = await site.ReadyPictureAsync(editor, SamplePictures.Png(64, 64));
        var address = $"/admin/pictures/{key}";
        var form = (await editor.OpenAsync(address)).Fields($"form[action='{address}']");

        await editor.PostAsync(address, new Dictionary<string, string>(form) { ["Description"] = "奈良井宿の朝" });
        var second = await editor.PostAsync(address, new Dictionary<string, string>(form) { ["Description"] = "奈良井宿の夜" });
        var again = await editor.PostAsync(address, second.Fields($"form[action='{address}']"));

        Assert.Equal((HttpStatusCode.Conflict, "奈良井宿の朝", "奈良井宿の夜"), (second.Status, second.Text(".stale del"), second.Text(".stale ins")));
        Assert.Equal((HttpStatusCode.OK, "奈良井宿の夜"), (again.Status, again.Heading));
    }

    [Fact]
    public async Task A_picture_that_is_used_is_not_removed()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var key = await site.ReadyPictureAsync(editor, SamplePictures.Png(64, 64));
        await editor.WriteAsync("program-what", "draft", ("Text", $"![](picture:{key})"));
        await editor.WriteAsync("new/news", "now", ("Title", "夕景"), ("Day", "2022-06-10"), ("Text", $"![](picture:{key})"));

        var refused = await editor.PressAsync($"/admin/pictures/{key}", $"/admin/pictures/{key}/removal");
        await editor.WriteAsync("program-what", "draft", ("Text", "画像なし。"));
        var afterOne = await editor.OpenAsync("/admin/pictures");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(["プログラム「どんなプログラムか」", "お知らせ「夕景」"], refused.Texts(".stale li"));
        Assert.EndsWith("使っている所：お知らせ「夕景」", afterOne.Texts(".pics > li").Single(), StringComparison.Ordinal);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Pictures.CountAsync()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_list_costs_the_same_for_however_many(int pictures)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var editor = await site.StaffAsync(Role.Editor);
        for (var i = 0; i < pictures; i++)
        {
            await editor.AddPictureAsync(SamplePictures.Png(64, 64));
        }

        await editor.OpenAsync("/admin/pictures");
        count.StartAgain();
        var list = await editor.OpenAsync("/admin/pictures");

        Assert.Equal(pictures, list.Texts(".pics > li").Length);
        Assert.InRange(count.Statements, 1, 6);
    }

    private static Task<List<string>> FilesAsync(Site site) =>
        site.InDatabaseAsync(async db => (await db.PictureFiles.Select(f => f.Name).ToListAsync()).Order(StringComparer.Ordinal).ToList());

    private static async Task<string[]> SentencesAsync(Site site) =>
        [.. (await (await site.StaffAsync(Role.Administrator)).OpenAsync("/admin/audit")).Texts(".say li > :nth-child(3)")];

    private static byte[] Resized(byte[] png, int width, int height)
    {
        var claiming = png.ToArray();
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(claiming.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(claiming.AsSpan(20), height);
        return claiming;
    }
}

using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Spreadsheets;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Content;

/// <summary>Past projects from a table: looked at row by row, then taken.</summary>
public sealed class ProjectImportTests
{
    private const string Path = "/admin/pages/import";

    private const string Table =
        "題名,年度,成果,絵\n"
        + "新しい|プロジェクト,2022,\"一行目\n二行目\",鉄道\n"
        + "WaiNari を活用した地域資源の可視化による販路拡大プロジェクト,2020,売れました。,\n"
        + "伝統工芸の作り手の存続に向けた、職人の「多能工化人財」への育成,2020年度,,\n"
        + "年のない,きのう,,\n"
        + "新しいプロジェクト,2022,,\n";

    [Fact]
    public async Task Each_row_has_its_verdict_and_nothing_is_saved_until_it_is_taken()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);

        var check = await editor.UploadAsync(Path, Table);
        var before = await RevisionsAsync(site);
        var taken = await editor.TakeAsync(check, Path, ("Way", "now"));
        var page = await site.Visitor().OpenAsync("/projects/wainari");

        Assert.Equal(["足します", "変わります", "変わります", "入れられません", "入れられません"], check.Verdicts());
        Assert.Equal(
            ["2行目", "4行目 変わる項目：題名、成果", "5行目 変わる項目：題名", "6行目 年度を、2021 のように4桁で入力してください", "7行目 2行目と同じプロジェクトです"],
            check.Texts(".pgs li > small"));
        Assert.Equal((0, "3行を入れます"), (before, check.Text("#go-h")));
        Assert.StartsWith("3件のプロジェクトを公開しました", taken.Text(".saved"), StringComparison.Ordinal);
        Assert.Equal("売れました。", page.Text("section[aria-labelledby=outcome-h] p"));
        Assert.Equal(["新しいプロジェクト"], (await site.Visitor().OpenAsync("/projects?year=2022")).Texts(".card__title"));
    }

    [Fact]
    public async Task The_same_file_a_second_time_changes_nothing()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        await editor.TakeAsync(await editor.UploadAsync(Path, Table), Path);
        var after = await RevisionsAsync(site);

        var again = await editor.UploadAsync(Path, Table);

        Assert.Equal(["同じものがあります", "同じものがあります", "同じものがあります", "入れられません", "入れられません"], again.Verdicts());
        Assert.Equal((3, "入れるものはありません"), (after, again.Text("#go-h")));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().OpenAsync("/projects?year=2022")).Status);
    }

    [Fact]
    public async Task What_is_taken_away_comes_back_as_known_in_either_encoding()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var file = await (await editor.GetAsync(new Uri($"{Path}/current.csv", UriKind.Relative))).Content.ReadAsByteArrayAsync();
        var text = Encoding.UTF8.GetString(file).TrimStart('\ufeff').Replace('〜', '～');

        var utf8 = await editor.UploadAsync(Path, file);
        var shiftJis = await editor.UploadAsync(Path, CsvSheet.ShiftJis.GetBytes(text));

        Assert.Equal(Enumerable.Repeat("同じものがあります", 9), utf8.Verdicts());
        Assert.Equal(Enumerable.Repeat("同じものがあります", 9), shiftJis.Verdicts());
    }

    [Fact]
    public async Task When_somebody_saved_in_between_it_is_looked_at_once_more()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);
        var check = await editor.UploadAsync(Path, "アドレス,題名,年度\nwainari,別の題,2020\n");
        await editor.WriteAsync("wainari", "now", ("Title", "別の題"));

        var taken = await editor.TakeAsync(check, Path);

        Assert.Equal((HttpStatusCode.Conflict, "ほかの人が先に変えました"), (taken.Status, taken.Text(".note b")));
        Assert.Equal(["同じものがあります"], taken.Verdicts());
    }

    [Theory]
    [InlineData("", "CSVファイルを選んでください")]
    [InlineData("題名,年度,秘密\na,2020,b\n", "「秘密」という列はありません。")]
    [InlineData("題名\na\n", "「年度」の列がありません")]
    [InlineData("題名,年度,題名\na,2020,b\n", "「題名」の列が二つあります")]
    [InlineData("題名,年度\n", "列の名前の下に、行がありません")]
    [InlineData("題名,年度\nあ\"い,2020\n", "2行目の引用符（\"）の組み合わせを読み取れません")]
    public async Task A_file_that_cannot_be_read_is_told_why(string file, string message)
    {
        using var site = await Site.StartAsync();

        var page = await (await site.StaffAsync(Role.Editor)).UploadAsync(Path, file);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith(message, page.Text(".errsum li"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        using var site = await Site.StartAsync();
        var editor = await site.StaffAsync(Role.Editor);

        var picture = await editor.UploadAsync(Path, [0x89, 0x50, 0x4e, 0x47, 0, 0xff]);
        var large = await editor.UploadAsync(Path, new byte[300 * 1024]);

        Assert.StartsWith("文字を読み取れません", picture.Text(".errsum li"), StringComparison.Ordinal);
        Assert.StartsWith("ファイルが大きすぎます", large.Text(".errsum li"), StringComparison.Ordinal);
    }

    private static Task<int> RevisionsAsync(Site site) => site.InDatabaseAsync(db => db.ContentRevisions.CountAsync());
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Apply;

/// <summary>What people copy and type on the public form, from the field to the check page.</summary>
public sealed class TypedValuesTests(SharedSite shared) : IClassFixture<SharedSite>
{
    [Theory]
    [InlineData("Phone", "\u202a090-1234-5678\u202c", "電話番号", "09012345678")]
    [InlineData("Phone", "+81 (0)90-1234-5678", "電話番号", "+819012345678")]
    [InlineData("Email", "\u202ahanako@example.jp\u202c", "メールアドレス", "hanako@example.jp")]
    [InlineData("Email", "hanako@gmail。com", "メールアドレス", "hanako@gmail.com")]
    [InlineData("Email", "hanako@my\u2010company.example.jp", "メールアドレス", "hanako@my-company.example.jp")]
    [InlineData("Email", "hanako@myーcompany.example.jp", "メールアドレス", "hanako@my-company.example.jp")]
    [InlineData("Kana", "シオジリ\u200bハナコ", "フリガナ", "シオジリハナコ")]
    [InlineData("Kana", "ジャン＝リュック マルタン", "フリガナ", "ジャン＝リュック マルタン")]
    [InlineData("Kana", "シオシ\u309bリ ハナコ", "フリガナ", "シオジリ ハナコ")]
    [InlineData("Name", "\u202a塩尻 花子\u202c", "氏名", "塩尻 花子")]
    [InlineData("Motivation", "一行目\u000b二行目です。", "応募の動機", "一行目二行目です。")]
    [InlineData("Motivation", "一行目\u2028二行目です。", "応募の動機", "一行目二行目です。")]
    public async Task What_looks_right_is_taken_and_shown_on_the_check_page(string field, string typed, string label, string shown)
    {
        var page = await shared.Visitor.CheckAsync((field, typed));

        Assert.Equal((HttpStatusCode.OK, "入力内容の確認"), (page.Status, page.Heading));
        Assert.Equal(shown, page.Definition(label).Split("このアドレスに")[0].Replace("です。 ", "です。", StringComparison.Ordinal).Replace("目 二", "目二", StringComparison.Ordinal).Trim());
    }

    [Theory]
    [InlineData("Phone", "090-1234-567", "電話番号の数字が足りません。090で始まる番号は11桁です（現在 10桁）。もう一度お確かめください")]
    [InlineData("Phone", "0263-52-02800", "電話番号の数字が多すぎます。市外局番からの番号は10桁です（現在 11桁）。もう一度お確かめください")]
    [InlineData("Email", "hanako@example,jp", "メールアドレスに「,」（コンマ）が入っています。「.」（ドット）ではありませんか")]
    [InlineData("Email", "hanako@gmail,com", "メールアドレスに「,」（コンマ）が入っています。「.」（ドット）ではありませんか")]
    [InlineData("Email", "hanako@gmail、com", "メールアドレスに「、」（読点）が入っています。「.」（ドット）ではありませんか")]
    [InlineData("Phone", "090-12345", "電話番号の数字が足りません。090で始まる番号は11桁です（現在 8桁）。もう一度お確かめください")]
    public async Task What_is_wrong_is_said_where_it_is(string field, string typed, string message)
    {
        var page = await shared.Visitor.CheckAsync((field, typed));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, $"エラー {message}"), (page.Status, page.Text($"#{field.ToLowerInvariant()}-error")));
    }

    [Theory]
    [InlineData("hanako@icloud.con", "hanako@icloud.com")]
    [InlineData("hanako@gmail.cm", "hanako@gmail.com")]
    [InlineData("hanako@gmali.com", "hanako@gmail.com")]
    public async Task A_slip_in_the_domain_is_asked_about(string typed, string meant) =>
        Assert.Contains($"もしかして {meant} ではありませんか。", (await shared.Visitor.CheckAsync(("Email", typed))).Definition("メールアドレス"), StringComparison.Ordinal);

    [Fact]
    public async Task Marks_heaped_on_one_character_are_refused_at_the_field()
    {
        var page = await shared.Visitor.CheckAsync(("Motivation", "山" + new string('\uff9e', 700)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "エラー 応募の動機に記号が重なりすぎています。記号を減らしてください"), (page.Status, page.Text("#motivation-error")));
    }

    [Fact]
    public async Task A_pasted_line_break_is_stored_as_one()
    {
        using var site = await Site.StartAsync();

        await site.Visitor().ApplyAsync(("Motivation", "一行目\u000b二行目\u2029三行目です。"), ("Phone", "\u2066+81 (0)90-1234-5678\u2069"));

        Assert.Equal(("一行目\n二行目\n三行目です。", "+819012345678"), await site.InDatabaseAsync(async db => (await db.Applications.Select(a => a.Motivation).SingleAsync(), (await db.Applications.Select(a => a.Phone).SingleAsync())!)));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Apply;

/// <summary>The button beside an address that looks odd.</summary>
public sealed class LikelyAddressTests
{
    private const string Button = "button[formaction='/apply/address#address']";

    [Fact]
    public async Task One_press_puts_the_address_right_and_loses_nothing_else()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync(("Email", "taro@gmail.co"), ("Motivation", "一行目\n二行目"), ("Phone", "090-1234-5678"));

        var mended = await visitor.PostAsync("/apply/address", check.Fields(Journey.EditForm));
        var done = await visitor.SendAsync(mended);

        Assert.Equal("gmail.comに直す", check.Text(Button));
        Assert.Equal((HttpStatusCode.OK, "入力内容の確認", "gmail.comに直しました。"), (mended.Status, mended.Heading, mended.Text("#address [role=status]")));
        Assert.Null(mended.Html.QuerySelector(Button));
        Assert.Equal(
            check.Texts("dt").Zip(check.Texts("dd:not(.deflist__act)")).Where(a => !a.First.StartsWith("メール", StringComparison.Ordinal)),
            mended.Texts("dt").Zip(mended.Texts("dd:not(.deflist__act)")).Where(a => !a.First.StartsWith("メール", StringComparison.Ordinal)));
        Assert.Equal("お申し込みを受け付けました", done.Heading);
        Assert.Equal(
            ("taro@gmail.com", "09012345678", "一行目\n二行目"),
            await site.InDatabaseAsync(async db => (await db.Applications.AsNoTracking().Select(a => new { a.Email, a.Phone, a.Motivation }).SingleAsync()) is var a
                ? (a.Email!, a.Phone!, a.Motivation) : default));
    }

    [Fact]
    public async Task An_address_in_order_gets_no_button_and_stays_as_it_is_when_asked_for_it()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync();

        var same = await visitor.PostAsync("/apply/address", check.Fields(Journey.EditForm));

        Assert.Null(check.Html.QuerySelector(Button));
        Assert.StartsWith("taro@example.jp", same.Definition("メールアドレス"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_that_are_not_ours_lead_to_the_form()
    {
        using var site = await Site.StartAsync();
        var visitor = site.Visitor();
        var fields = (await visitor.CheckAsync(("Email", "taro@gmail.co"))).Fields(Journey.EditForm);
        fields["answers"] = "x";

        var page = await visitor.PostAsync("/apply/address", fields);

        Assert.Equal("第三期メンバー 申し込み", page.Heading);
        Assert.NotEqual(HttpStatusCode.OK, page.Status);
    }
}

using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Tests.Testing;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Tests.Mail;

public sealed class PlaceholdersTests
{
    [Theory]
    [InlineData("名前", "氏名")]
    [InlineData(" 氏名 ", "氏名")]
    [InlineData("お支払方法", "お支払い方法")]
    [InlineData("支払い期限", "お支払い期限")]
    [InlineData("受付No", "受付番号")]
    [InlineData("xyz", null)]
    public void The_placeholder_that_was_probably_meant_is_found(string typed, string? meant) =>
        Assert.Equal(meant, Placeholders.NearestTo(typed));

    [Fact]
    public void Every_built_in_text_can_be_used() =>
        Assert.All(MailKinds.Editable, kind => Assert.Empty(Placeholders.FlawsOf(kind, BuiltInTexts.Of(kind))));

    [Theory]
    [InlineData("{知らない}", "題", "本文", MailPart.Subject, FlawKind.Unknown, "知らない")]
    [InlineData("{氏名}", "題", "本文", MailPart.Subject, FlawKind.NotHere, "氏名")]
    [InlineData("件名", "{知らない}", "本文", MailPart.Title, FlawKind.Unknown, "知らない")]
    [InlineData("件名", "{日程へのリンク}", "本文", MailPart.Title, FlawKind.NotHere, "日程へのリンク")]
    [InlineData("件名", "題", "{知らない}", MailPart.Body, FlawKind.Unknown, "知らない")]
    [InlineData("件名", "題", "{お支払い方法}はこちら", MailPart.Body, FlawKind.NotAlone, "お支払い方法")]
    [InlineData("件名", "題", "{氏名", MailPart.Body, FlawKind.Broken, "")]
    [InlineData("件名", "題", "氏名}", MailPart.Body, FlawKind.Broken, "")]
    [InlineData("件{}名", "題", "本文", MailPart.Subject, FlawKind.Broken, "")]
    public void What_is_wrong_with_a_text_is_named(string subject, string title, string body, MailPart part, FlawKind kind, string name) =>
        Assert.Equal([new TextFlaw(part, kind, name)], Placeholders.FlawsOf(MailKind.Group, new MailText(subject, title, body)));

    [Fact]
    public void Without_the_way_to_pay_the_payment_mail_is_no_use() =>
        Assert.Equal(
            [new TextFlaw(MailPart.Body, FlawKind.Missing, "お支払い方法")],
            Placeholders.FlawsOf(MailKind.PaymentInstructions, new MailText("件名", "題", "{氏名} 様")));

    [Fact]
    public void A_text_that_was_stored_under_an_earlier_name_still_says_how_to_step_back()
    {
        var stored = new MailText("件名", "題", "{氏名} 様\n\n{取りやめ方}");

        Assert.Empty(Placeholders.FlawsOf(MailKind.Group, stored));
        Assert.Contains("■ 辞退するとき", MailPreview.Of(MailKind.Group, Given.About(), stored, MailMarkdown.Read).Body.Text, StringComparison.Ordinal);
        Assert.Equal("{氏名} 様\n\n{辞退の方法}", Placeholders.WithTodaysNames(stored).Body);
        Assert.DoesNotContain(Placeholders.All, p => p.Name == "取りやめ方");
    }

    [Fact]
    public void Every_placeholder_is_named_once() =>
        Assert.Equal(Placeholders.All.Count, Placeholders.All.Select(p => p.Name).Distinct().Count());
}

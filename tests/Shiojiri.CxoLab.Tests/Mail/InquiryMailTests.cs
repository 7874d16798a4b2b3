using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Tests.Testing;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Tests.Mail;

/// <summary>What goes to an address that somebody only claimed, with words that anybody may have typed.</summary>
public sealed class InquiryMailTests
{
    [Fact]
    public void Receipt()
    {
        var mail = InquiryReceipt.For(Asked("平日の夜に参加できない日があります。\n\n途中から見られますか。"), Given.Office());

        Approved.Check("inquiry-receipt", $"{mail.Recipient}\n{mail.ReplyTo}\n{mail.Subject}\n\n{mail.Text}\n{mail.Html}");
    }

    [Fact]
    public void Answer()
    {
        var inquiry = Asked("平日の夜に参加できない日があります。");
        var answer = inquiry.Answer("録画を後から見られます。\n日程は https://lab.example.jp/schedule にあります。\n\nお待ちしています。", Guid.Empty, closes: true, Given.Staff, Given.Now);

        var mail = InquiryReply.For(inquiry, answer, Given.Office(), MailMarkdown.Read);

        Approved.Check("inquiry-answer", $"{mail.Recipient}\n{mail.ReplyTo}\n{mail.Subject}\n\n{mail.Text}\n{mail.Html}");
    }

    [Theory]
    [InlineData("https://evil.example/a?b=c を見て", "（リンクは省きました） を見て")]
    [InlineData("今すぐHTTP://evil.example/へ", "今すぐ（リンクは省きました）")]
    [InlineData("www.evil.example/x", "（リンクは省きました）")]
    [InlineData("詳しくはevil.example.comで", "詳しくは（リンクは省きました）で")]
    [InlineData("evil.com/login?x=1#y", "（リンクは省きました）")]
    [InlineData("ｈｔｔｐｓ：／／evil.example", "（リンクは省きました）")]
    [InlineData("https:\\\\evil.example", "（リンクは省きました）")]
    [InlineData("javascript:alert(1)", "（リンクは省きました）")]
    [InlineData("mailto:a@evil.example", "（リンクは省きました）")]
    [InlineData("わたしは taro@example.jp です", "わたしは taro@example.jp です")]
    [InlineData("参加費は20,000円、9.30は1.5時間です", "参加費は20,000円、9.30は1.5時間です")]
    [InlineData("7月30日(土)の11:00から。", "7月30日(土)の11:00から。")]
    public void What_would_become_a_link_is_left_out(string typed, string expected) =>
        Assert.Equal(expected, QuotedText.WithoutLinks(typed));

    [Fact]
    public void Markup_and_links_in_what_was_typed_are_inert_in_both_parts()
    {
        var inquiry = Asked("<a href=\"https://evil.example\">賞金</a>\n■ 事務局より\n-- \n", name: "<script>alert(1)</script> evil.com");

        var mail = InquiryReceipt.For(inquiry, Given.Office());

        Assert.DoesNotContain("evil", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", mail.Html, StringComparison.Ordinal);
        Assert.Contains("> ■ 事務局より\n", mail.Text, StringComparison.Ordinal);
    }

    private static Inquiry Asked(string text, string name = "例文 ゆき") =>
        new(new InquiryDraft("AAAAAAAAAAAAAAAAAAAAAA", InquiryKind.BeforeApplying, name, "yuki@example.jp", null, text), null, Given.Now);
}

using AngleSharp.Html.Parser;
using Ganss.Xss;
using MimeKit;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Mail;

/// <summary>What staff write, as it arrives: both parts of the file that a mail program opens.</summary>
public sealed class WrittenMailTests
{
    private const string Body =
        """
        **{氏名}** 様

        7.20(水) 20:30 オリエンテーション
        7.30(土) 11:00 研修
        10.1(土) 現地

        9.5時間の研修です

        ## 手続き

        1. 入金する
        （手数料はご負担ください）
        2. メールを待つ

        3. 参加する

        - 筆記具
        - 飲み物

        https://example.jp/schedule?a=1&b=2 と[くわしい案内](https://example.jp/a_b_c)、snake_case@example.jp

        -----
        > ご返信
        """;

    [Theory]
    [InlineData("/admin/mail/group", "/admin/mail/group", "#group")]
    [InlineData("/admin/templates/payment-instructions", "/admin/templates/payment-instructions/test", "form.panel")]
    public async Task A_text_arrives_as_it_was_written(string page, string action, string editor)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync(("Name", "*太郎* [x](https://evil.example/)"));
        await site.DeliverAllAsync();
        foreach (var file in Directory.GetFiles(site.MailFolder))
        {
            File.Delete(file);
        }

        var staff = await site.StaffAsync(Role.Administrator);
        var form = await staff.OpenAsync(page);
        var fields = form.Fields(editor);
        fields["Subject"] = "お知らせ";
        fields["Title"] = "お知らせ";
        fields["Body"] = action.EndsWith("/test", StringComparison.Ordinal) ? $"{Body}\n\n{{お支払い方法}}" : Body;
        fields["Count"] = "1";
        fields["Applicant"] = form.Html.QuerySelectorAll("#applicant option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0);
        await staff.PostAsync(action, fields);
        await site.DeliverAllAsync();

        var mail = MimeMessage.Load(Assert.Single(Directory.GetFiles(site.MailFolder, "*.eml")));
        Assert.StartsWith(
            """
            *太郎* [x](https://evil.example/) 様

            7.20(水) 20:30 オリエンテーション
            7.30(土) 11:00 研修
            10.1(土) 現地

            9.5時間の研修です

            ■ 手続き
            1. 入金する
            （手数料はご負担ください）
            2. メールを待つ
            3. 参加する

            - 筆記具
            - 飲み物

            https://example.jp/schedule?a=1&b=2 とくわしい案内（https://example.jp/a_b_c）、snake_case@example.jp

            -----
            > ご返信


            """.ReplaceLineEndings("\n"), mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var html = new HtmlParser().ParseDocument(mail.HtmlBody!);
        Assert.Equal(["*太郎* [x](https://evil.example/)"], html.QuerySelectorAll("strong").Select(s => s.TextContent));
        Assert.Contains(">7.20(水) 20:30 オリエンテーション<br>7.30(土) 11:00 研修<br>10.1(土) 現地</p>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(["入金する（手数料はご負担ください）", "メールを待つ", "参加する"], html.QuerySelector("ol")!.Children.Select(li => li.TextContent));
        Assert.Equal(["筆記具", "飲み物"], html.QuerySelector("ul")!.Children.Select(li => li.TextContent));
        Assert.Equal(["https://example.jp/schedule?a=1&b=2", "https://example.jp/a_b_c"], html.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/admin/mail/group")]
    [InlineData("/admin/templates/acceptance")]
    public async Task The_editor_offers_the_signs_by_button_and_names_them_without_script(string address)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.OpenAsync(address);

        var area = page.Html.QuerySelector("textarea[name=Body]")!;
        Assert.Equal(["bold", "heading", "list", "steps", "link"], page.Html.QuerySelectorAll($"[data-signs={area.Id}] button").Select(b => b.GetAttribute("data-sign")));
        Assert.Contains("**太字**、## 見出し、- 箇条書き、1. 手順、[言葉](https://…)", page.Html.GetElementById($"{area.Id}-hint")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith($"{area.Id}-hint ", area.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1)) [x](JAVASCRIPT&#58;alert(1)) [x](data:text/html,x) [x](vbscript:x) [x](//evil.example) [x](/\\evil.example)")]
    [InlineData("![x](https://a.example/a.png) ![x](javascript:alert(1))")]
    [InlineData("[x](https://a.example/\"onmouseover=alert(1)) [x](<https://a.example/' onclick=alert(1)>)")]
    [InlineData("https://a.example/\"onmouseover=alert(1) https://a.example/<script>")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("<https://a.example/><javascript:alert(1)>")]
    [InlineData("**<b onclick=alert(1)>** - <i>\n1. <form>\n# <h1>")]
    [InlineData("[<img src=x>](https://a.example/) **[a](https://a.example/)** [**a**](https://a.example/)\n\n- a\n  - b\n\n3. c\n7. d")]
    [InlineData("mailto:a@a.example [x](mailto:a@a.example?subject=\"><script>) [x](tel:090-1)")]
    public void A_sanitizer_finds_nothing_to_take_out_of_a_mail(string text)
    {
        var removed = new List<string>();
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(["html", "head", "meta", "title", "body", "div", "table", "tbody", "tr", "td", "span", "h1", "h2", "p", "br", "strong", "ul", "ol", "li", "a"]),
            AllowedAttributes = new HashSet<string>(
                ["href", "start", "value", "lang", "charset", "name", "content", "role", "width", "cellpadding", "cellspacing", "border", "align"]),
            AllowedSchemes = new HashSet<string>(["https", "mailto", "tel"]),
            UriAttributes = new HashSet<string>(["href", "src"]),
        });
        sanitizer.RemovingTag += (_, e) => removed.Add(e.Tag.OuterHtml);
        sanitizer.RemovingAttribute += (_, e) => removed.Add($"{e.Tag.LocalName} {e.Attribute.Name}={e.Attribute.Value}");
        sanitizer.RemovingComment += (_, e) => removed.Add(e.Comment.TextContent);

        var html = new HtmlParser().ParseDocument(Answered(text).Html);
        foreach (var styled in html.QuerySelectorAll("[style]"))
        {
            styled.RemoveAttribute("style");
        }

        sanitizer.SanitizeDocument(html.DocumentElement.OuterHtml);

        Assert.Empty(removed);
        Assert.All(html.QuerySelectorAll("a"), a => Assert.Matches(@"^(https://a\.example/|mailto:a@a\.example$|tel:090-1$)", a.GetAttribute("href")!));
    }

    private static OutgoingMail Answered(string text)
    {
        var inquiry = new Inquiry(new InquiryDraft("AAAAAAAAAAAAAAAAAAAAAA", InquiryKind.BeforeApplying, "例文 ゆき", "yuki@example.jp", null, "質問"), null, DateTime.UnixEpoch);
        var answer = inquiry.Answer(text, Guid.Empty, closes: true, Actor.CommandLine, DateTime.UnixEpoch);
        return InquiryReply.For(
            inquiry, answer, new("office@example.jp", null, "https://lab.example.jp", new BankAccount("銀行", "本店", "普通", "1", "ラボ", false), null, null), MailMarkdown.Read);
    }
}

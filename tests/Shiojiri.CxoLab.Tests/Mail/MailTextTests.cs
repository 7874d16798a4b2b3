using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Tests.Testing;
using Shiojiri.CxoLab.Web.Mail;

namespace Shiojiri.CxoLab.Tests.Mail;

public sealed class MailTextTests
{
    [Fact]
    public void Paragraphs_headings_and_steps_are_written_as_typed()
    {
        var (_, body) = new MailText("件名", "題", "一行目\r\n二行目\r\n\r\n■ 見出し\r\n本文\r\n1. はじめ\r\n2．つぎ\r\nおわり").Render(Given.About(), "", MailMarkdown.Read);

        Assert.StartsWith("一行目\n二行目\n\n■ 見出し\n本文\n\n1. はじめ\n2. つぎ\nおわり\n\n-- \n", body.Text, StringComparison.Ordinal);
        Assert.Contains("一行目<br>二行目</p>", body.Html, StringComparison.Ordinal);
        Assert.Contains("<li style=\"padding:0 0 6px;\">つぎ<br>おわり</li>", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_placeholder_becomes_words_of_the_application()
    {
        var application = Given.Application();
        var inline = Placeholders.All.Where(p => !p.IsBlock).Select(p => $"{{{p.Name}}}");
        var blocks = Placeholders.All.Where(p => p.IsBlock).Select(p => $"{{{p.Name}}}");

        var (_, body) = new MailText("件名", "題", $"{string.Join('／', inline)}\n{string.Join('\n', blocks)}").Render(Given.About(application), "", MailMarkdown.Read);

        Assert.StartsWith(
            $"塩尻 太郎／シオジリ タロウ／塩尻CxO Lab／塩尻CxO Lab／第三期／{ApplicationNumber.Grouped(application.Number)}／20,000円／6月17日(金)／0円／office@example.jp\n\n受付番号: ",
            body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('{', body.Text);
    }

    [Fact]
    public void What_a_person_typed_is_not_taken_for_a_placeholder_or_for_markup()
    {
        var application = Given.Application(Given.Applicant(name: "{受付番号}<b>■ 見出し"));

        var (_, body) = new MailText("件名", "{氏名}", "{氏名} 様").Render(Given.About(application), "{氏名}", MailMarkdown.Read);

        Assert.StartsWith("{受付番号}<b>■ 見出し 様\n", body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", body.Html, StringComparison.Ordinal);
        Assert.Contains("<h1 style=", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_in_running_words_is_no_step()
    {
        var (_, body) = new MailText("件名", "題", "2022年のこと\n100. これも").Render(Given.About(), "", MailMarkdown.Read);

        Assert.StartsWith("2022年のこと\n100. これも\n\n", body.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7.20(水) 20:30 オリエンテーション\n7.30(土) 11:00 研修\n10.1(土) 現地")]
    [InlineData("9.5時間の研修です")]
    [InlineData("1.5kmほど歩きます\n2.0の版")]
    [InlineData("７．３０（土）")]
    [InlineData("10．30集合")]
    [InlineData("3、4人で来てください")]
    public void A_date_or_a_measure_is_no_step(string lines)
    {
        var (_, body) = new MailText("件名", "題", lines).Render(Given.About(), "", MailMarkdown.Read);

        Assert.StartsWith($"{lines}\n\n-- \n", body.Text, StringComparison.Ordinal);
        Assert.Contains($"{lines.Replace("\n", "<br>", StringComparison.Ordinal)}</p>", body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<ol", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_keep_their_numbers_in_text_and_HTML()
    {
        var (_, body) = new MailText("件名", "題", "1. 入金する\n（手数料はご負担ください）\n2. メールを待つ\n\n3. 参加する\n5．帰る").Render(Given.About(), "", MailMarkdown.Read);

        Assert.StartsWith("1. 入金する\n（手数料はご負担ください）\n2. メールを待つ\n3. 参加する\n5. 帰る\n\n-- \n", body.Text, StringComparison.Ordinal);
        Assert.Contains(
            Items("<ol", "入金する<br>（手数料はご負担ください）", "メールを待つ", "参加する").Replace("</ol>", "", StringComparison.Ordinal)
            + "<li value=\"5\" style=\"padding:0 0 6px;\">帰る</li></ol>",
            body.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2. メールを待つ\n3. 参加する", "2. メールを待つ\n3. 参加する", "<ol start=\"2\"", "メールを待つ", "参加する")]
    [InlineData("- 筆記具\n- 飲み物", "- 筆記具\n- 飲み物", "<ul", "筆記具", "飲み物")]
    [InlineData("* 筆記具\n\n* 飲み物", "* 筆記具\n* 飲み物", "<ul", "筆記具", "飲み物")]
    [InlineData("1) はじめ\n2) つぎ", "1) はじめ\n2) つぎ", "<ol", "はじめ", "つぎ")]
    [InlineData("01. はじめ", "01. はじめ", "<ol", "はじめ")]
    [InlineData("- 持ち物\n  - 筆記具\n    1. 鉛筆\n- 昼食", "- 持ち物\n  - 筆記具\n    1. 鉛筆\n- 昼食", "<ul", "持ち物<br>  - 筆記具<br>    1. 鉛筆", "昼食")]
    public void Points_and_steps_keep_their_signs(string body, string text, string list, params string[] items)
    {
        var mail = Written(body);

        Assert.Equal($"{text}\n\n", mail.Text[..mail.Text.IndexOf("-- \n", StringComparison.Ordinal)]);
        Assert.Contains(Items(list, items), mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("■ 見出し", "## 見出し")]
    [InlineData("■見出し\n本文", "# 見出し\n本文")]
    [InlineData("1．はじめ\n2．　つぎ", "1. はじめ\n2. つぎ")]
    [InlineData("1.　はじめ", "1. はじめ")]
    public void A_text_of_an_earlier_release_looks_as_it_did(string old, string markdown) => Assert.Equal(Written(markdown), Written(old));

    [Theory]
    [InlineData("**大切な**こと", "大切なこと", "<strong>大切な</strong>こと")]
    [InlineData("**「締切」**です。**{期}**の", "「締切」です。第三期の", "<strong>「締切」</strong>です。<strong>第三期</strong>の")]
    [InlineData("**1行目\n2行目**", "1行目\n2行目", "<strong>1行目<br>2行目</strong>")]
    [InlineData("[日程](https://example.jp/a?b=1&c=2)です", "日程（https://example.jp/a?b=1&c=2）です", "<a href=\"https://example.jp/a?b=1&amp;c=2\" LINK>日程</a>です")]
    [InlineData("[日程](/schedule)です", "日程（https://lab.example.jp/schedule）です", "<a href=\"https://lab.example.jp/schedule\" LINK>日程</a>です")]
    [InlineData("[{期}の**日程**](https://example.jp/)", "第三期の日程（https://example.jp/）", "<a href=\"https://example.jp/\" LINK>第三期の</a><a href=\"https://example.jp/\" LINK><strong>日程</strong></a>")]
    [InlineData("[メール](mailto:{問い合わせ先})", "メール（office@example.jp）", "<a href=\"mailto:office@example.jp\" LINK>メール</a>")]
    [InlineData("mailto:office@example.jp へ", "mailto:office@example.jp へ", "<a href=\"mailto:office@example.jp\" LINK>mailto:office@example.jp</a> へ")]
    [InlineData("**https://example.jp/a_b_c**", "https://example.jp/a_b_c", "<a href=\"https://example.jp/a_b_c\" LINK><strong>https://example.jp/a_b_c</strong></a>")]
    public void Bold_words_and_links_are_in_both_parts(string body, string text, string html)
    {
        var mail = Written(body);

        Assert.StartsWith($"{text}\n\n-- \n", mail.Text, StringComparison.Ordinal);
        Assert.Contains($">{html.Replace("LINK", "style=\"color:#5b2346;overflow-wrap:anywhere;\"", StringComparison.Ordinal)}</p>", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#1番の会場")]
    [InlineData("#")]
    [InlineData("*印は必須です。*印のない欄は空でかまいません")]
    [InlineData("-5度")]
    [InlineData("> 引用\n> つづき")]
    [InlineData("snake_case@example.jp / _下線_ / __init__")]
    [InlineData("2*3*4=24")]
    [InlineData("お知らせ\n-----\n本文\n=====\n***\n___\n* * *\n- - -")]
    [InlineData("*****お知らせ*****")]
    [InlineData("[注意]: 9時に始まります")]
    [InlineData("[会場](塩尻)")]
    [InlineData("![絵](https://example.jp/a.png)")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](//evil.example/)")]
    [InlineData("<b>太字</b> &copy; &lt; <https:x>")]
    [InlineData("\\(^o^)/ C:\\_x `code` ~~取り消し~~")]
    [InlineData("| 表 |\n|---|\n| 1 |")]
    [InlineData("```\n字\n```")]
    [InlineData("+81 90 1234 5678")]
    [InlineData("+ 足す")]
    [InlineData("　字下げした行\n　つづき")]
    [InlineData("１．入金する\n２．待つ")]
    [InlineData("■■■ お知らせ ■■■")]
    public void What_is_no_sign_stays_as_typed_in_both_parts(string body)
    {
        var mail = Written(body);

        Assert.StartsWith($"{body}\n\n-- \n", mail.Text, StringComparison.Ordinal);
        Assert.Contains($">{System.Net.WebUtility.HtmlEncode(body).Replace("\n", "<br>", StringComparison.Ordinal)}</p>", mail.Html.Replace("&#39;", "'"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*太郎*")]
    [InlineData("**太郎**")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](https://evil.example/)")]
    [InlineData("<b>太郎</b>")]
    [InlineData("1. 太郎")]
    [InlineData("# 太郎")]
    [InlineData("a](https://evil.example/) [b")]
    [InlineData("{期}")]
    public void A_value_is_never_read_as_markup(string name)
    {
        var application = Given.Application(Given.Applicant(name: name));

        var (_, body) = new MailText("件名", "題", "{氏名}\n\n**{氏名}** [{氏名}](https://example.jp/?n={氏名})").Render(Given.About(application), "", MailMarkdown.Read);

        var (shown, address) = (System.Net.WebUtility.HtmlEncode(name), $"https://example.jp/?n={Uri.EscapeDataString(name)}");
        Assert.StartsWith($"{name}\n\n{name} {name}（{address}）\n\n-- \n", body.Text, StringComparison.Ordinal);
        Assert.Contains($">{shown}</p>", body.Html, StringComparison.Ordinal);
        Assert.Contains($"><strong>{shown}</strong> <a href=\"{address}\" style=\"color:#5b2346;overflow-wrap:anywhere;\">{shown}</a></p>", body.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.jp{氏名}")]
    [InlineData("https://{氏名}/")]
    [InlineData("[日程](https://example.jp{氏名})")]
    [InlineData("[日程](https://{氏名}@example.jp/)")]
    [InlineData("[日程]({氏名})")]
    public void A_value_never_says_where_a_link_leads(string body)
    {
        var application = Given.Application(Given.Applicant(name: ".evil.example"));

        Assert.DoesNotContain("<a ", new MailText("件名", "題", body).Render(Given.About(application), "", MailMarkdown.Read).Body.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", 60_000)]
    [InlineData("[", 19_000)]
    [InlineData("- ", 9_000)]
    [InlineData("1. ", 6_000)]
    [InlineData("**a ", 4_500)]
    [InlineData("**a** ", 3_000)]
    [InlineData("[a](b ", 3_000)]
    [InlineData("![[]()", 3_000)]
    [InlineData("https://a.b/", 1_600)]
    [InlineData("mailto:", 2_800)]
    [InlineData("a\n- b\n ", 2_000)]
    [InlineData("*a_ ", 4_500)]
    public void However_hostile_a_text_is_it_is_read_at_once_and_no_word_is_lost(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times)) + "おわり";
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var mail = Written(text);

        Assert.Contains("おわり", mail.Text, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("https://example.jp/schedule?a=1&b=2", "https://example.jp/schedule?a=1&amp;b=2", "")]
    [InlineData("詳しくは（https://example.jp/a）をご覧ください。", "https://example.jp/a", "）をご覧ください。")]
    [InlineData("https://example.jp/aをご覧ください。", "https://example.jp/a", "をご覧ください。")]
    [InlineData("「https://example.jp/」", "https://example.jp/", "」")]
    [InlineData("See https://example.jp/a.", "https://example.jp/a", ".")]
    [InlineData("1. https://example.jp/a(1) です", "https://example.jp/a(1)", " です")]
    public void A_bare_address_is_a_link_to_exactly_that_address(string line, string address, string rest)
    {
        var (_, body) = new MailText("件名", "題", line).Render(Given.About(), "", MailMarkdown.Read);

        Assert.Contains($"<a href=\"{address}\" style=\"color:#5b2346;overflow-wrap:anywhere;\">{address}</a>{rest}<", body.Html, StringComparison.Ordinal);
        Assert.Contains(line, body.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://ja.example.jp/wiki/塩尻市")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    public void What_is_no_whole_address_stays_text(string line) =>
        Assert.DoesNotContain("<a ", new MailText("件名", "題", line).Render(Given.About(), "", MailMarkdown.Read).Body.Html, StringComparison.Ordinal);

    [Fact]
    public void An_address_that_a_person_typed_is_no_link()
    {
        var application = Given.Application(Given.Applicant(name: "https://evil.example/x"));

        var (_, body) = new MailText("件名", "題", "{氏名} 様\nhttps://example.jp/a?n={受付番号}").Render(Given.About(application), "", MailMarkdown.Read);

        var number = ApplicationNumber.Grouped(application.Number);
        Assert.DoesNotContain("href=\"https://evil", body.Html, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"https://example.jp/a?n={number}\"", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_preview_is_the_mail()
    {
        var about = Given.About();
        var text = BuiltInTexts.Of(MailKind.Acceptance);

        var preview = MailPreview.Of(MailKind.Acceptance, about, text, MailMarkdown.Read);
        var mail = ApplicantMail.For(MailKind.Acceptance, "occasion", about, text, MailMarkdown.Read);

        Assert.Equal((mail.Recipient, mail.Subject, mail.Text, mail.Html), (preview.To, preview.Subject, preview.Body.Text, preview.Body.Html));
        Assert.Contains($">{preview.Preheader}</div>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_names_itself_in_an_address_and_is_found_by_it() =>
        Assert.All(MailKinds.Editable, kind => Assert.Equal(kind, MailKinds.EditableOf(kind.Slug())));

    private static MailBody Written(string body) => new MailText("件名", "題", body).Render(Given.About(), "", MailMarkdown.Read).Body;

    private static string Items(string list, params string[] items) =>
        $"{list} style=\"margin:0;padding:0 0 0 1.4em;font-size:16px;line-height:1.8;\">{string.Concat(items.Select(i => $"<li style=\"padding:0 0 6px;\">{i}</li>"))}</{list[1..3]}>";
}

using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Tests.Testing;

namespace Shiojiri.CxoLab.Tests.Mail;

public sealed class MailTextTests
{
    [Fact]
    public void Paragraphs_headings_and_steps_are_written_as_typed()
    {
        var (_, body) = new MailText("件名", "題", "一行目\r\n二行目\r\n\r\n■ 見出し\r\n本文\r\n1. はじめ\r\n2．つぎ\r\nおわり").Render(Given.About(), "");

        Assert.StartsWith("一行目\n二行目\n\n■ 見出し\n本文\n\n1. はじめ\n2. つぎ\n\nおわり\n\n-- \n", body.Text, StringComparison.Ordinal);
        Assert.Contains("一行目<br>二行目</p>", body.Html, StringComparison.Ordinal);
        Assert.Contains("<li style=\"padding:0 0 6px;\">つぎ</li>", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_placeholder_becomes_words_of_the_application()
    {
        var application = Given.Application();
        var inline = Placeholders.All.Where(p => !p.IsBlock).Select(p => $"{{{p.Name}}}");
        var blocks = Placeholders.All.Where(p => p.IsBlock).Select(p => $"{{{p.Name}}}");

        var (_, body) = new MailText("件名", "題", $"{string.Join('／', inline)}\n{string.Join('\n', blocks)}").Render(Given.About(application), "");

        Assert.StartsWith(
            $"塩尻 太郎／シオジリ タロウ／塩尻CxO Lab／塩尻CxO Lab／第三期／{ApplicationNumber.Grouped(application.Number)}／20,000円／6月17日(金)／0円／office@example.jp\n\n受付番号: ",
            body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('{', body.Text);
    }

    [Fact]
    public void What_a_person_typed_is_not_taken_for_a_placeholder_or_for_markup()
    {
        var application = Given.Application(Given.Applicant(name: "{受付番号}<b>■ 見出し"));

        var (_, body) = new MailText("件名", "{氏名}", "{氏名} 様").Render(Given.About(application), "{氏名}");

        Assert.StartsWith("{受付番号}<b>■ 見出し 様\n", body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", body.Html, StringComparison.Ordinal);
        Assert.Contains("<h1 style=", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_in_running_words_is_no_step()
    {
        var (_, body) = new MailText("件名", "題", "2022年のこと\n100. これも").Render(Given.About(), "");

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
        var (_, body) = new MailText("件名", "題", lines).Render(Given.About(), "");

        Assert.StartsWith($"{lines}\n\n-- \n", body.Text, StringComparison.Ordinal);
        Assert.Contains($"{lines.Replace("\n", "<br>", StringComparison.Ordinal)}</p>", body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<ol", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_keep_their_numbers_in_text_and_HTML()
    {
        var (_, body) = new MailText("件名", "題", "1. 入金する\n（手数料はご負担ください）\n2. メールを待つ\n\n3. 参加する\n5．帰る").Render(Given.About(), "");

        Assert.StartsWith("1. 入金する\n\n（手数料はご負担ください）\n\n2. メールを待つ\n\n3. 参加する\n5. 帰る\n\n-- \n", body.Text, StringComparison.Ordinal);
        Assert.Contains("<ol style=", body.Html, StringComparison.Ordinal);
        Assert.Contains("<ol start=\"2\" style=", body.Html, StringComparison.Ordinal);
        Assert.Contains("<ol start=\"3\" style=", body.Html, StringComparison.Ordinal);
        Assert.Contains("<li value=\"5\" style=\"padding:0 0 6px;\">帰る</li>", body.Html, StringComparison.Ordinal);
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
        var (_, body) = new MailText("件名", "題", line).Render(Given.About(), "");

        Assert.Contains($"<a href=\"{address}\" style=\"color:#5b2346;overflow-wrap:anywhere;\">{address}</a>{rest}<", body.Html, StringComparison.Ordinal);
        Assert.Contains(line, body.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://ja.example.jp/wiki/塩尻市")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    public void What_is_no_whole_address_stays_text(string line) =>
        Assert.DoesNotContain("<a ", new MailText("件名", "題", line).Render(Given.About(), "").Body.Html, StringComparison.Ordinal);

    [Fact]
    public void An_address_that_a_person_typed_is_no_link()
    {
        var application = Given.Application(Given.Applicant(name: "https://evil.example/x"));

        var (_, body) = new MailText("件名", "題", "{氏名} 様\nhttps://example.jp/a?n={受付番号}").Render(Given.About(application), "");

        var number = ApplicationNumber.Grouped(application.Number);
        Assert.DoesNotContain("href=\"https://evil", body.Html, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"https://example.jp/a?n={number}\"", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_preview_is_the_mail()
    {
        var about = Given.About();
        var text = BuiltInTexts.Of(MailKind.Acceptance);

        var preview = MailPreview.Of(MailKind.Acceptance, about, text);
        var mail = ApplicantMail.For(MailKind.Acceptance, "occasion", about, text);

        Assert.Equal((mail.Recipient, mail.Subject, mail.Text, mail.Html), (preview.To, preview.Subject, preview.Body.Text, preview.Body.Html));
        Assert.Contains($">{preview.Preheader}</div>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_names_itself_in_an_address_and_is_found_by_it() =>
        Assert.All(MailKinds.Editable, kind => Assert.Equal(kind, MailKinds.EditableOf(kind.Slug())));
}

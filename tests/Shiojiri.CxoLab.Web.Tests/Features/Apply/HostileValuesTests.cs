using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Apply;

/// <summary>What nobody means well with, in every text field at once, and names that a form must not spoil.</summary>
public sealed class HostileValuesTests
{
    /// <summary>As people really are called.</summary>
    private static readonly string[] Names =
    [
        "髙橋 﨑子", "𠮷田 太郎", "𠀋 一郎", "葛\U000e0100城 花子", "\ufa19谷 \ufa1b子", "\uf9dc 一", "渡邉 邊", "齋藤 齊", "ﾔﾏﾀﾞ ﾊﾅｺ", "ジョン・スミス",
        "O'Neil Seán", "Nguyễn Thị Hương", "김민준", "محمد", "Łukasz Żółć", "Ğülşen", "Þórr", "欧陽 菲菲", "Анна", "D’Angelo-Smith",
    ];

    private static readonly string[] Fields = ["Name", "Kana", "Email", "Phone", "Occupation", "Motivation", "Skills", "Relation", "HeardFrom"];

    private static readonly string[] Typed =
    [
        new('a', 10_000), "𠮷", string.Concat(Enumerable.Repeat("葛", 10_000)), "\u0001\u0002", "\u001b[31m", "\u0085\u009f", "\u007f",
        "\u202egnp.exe", "\u2066x\u2069", "\u200b\u200b", "\ufeff", "\ufffe", "\uffff", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "</textarea><script>1</script>", "javascript:alert(1)", "&lt;b&gt;&#60;i&#62;",
        "{{7*7}}", "${7*7}", "@(1+1)", "<%= 7*7 %>", "%s%s%n", "{0} {name}", "%00", "'; DROP TABLE Applications;--", "\" OR 1=1 --", "1' UNION SELECT 1--",
        "=SUM(A1)", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝cmd|' /C calc'!A0",
        "a@example.jp\r\nBcc: b@example.jp", "a@example.jp\nSubject: x", "x\r\n\r\nbody", "a@example.jp%0ABcc:b@example.jp", "<a@example.jp>, b@example.jp", "a@[127.0.0.1]",
        "\"a b\"@example.jp", ".a@example.jp", "x\r\n2022-06-10 09:00:00 INF forged line", "x\u2028forged\u2029line",
        new string('a', 30) + "!", string.Concat(Enumerable.Repeat("(a+)+", 200)) + "$", new string('@', 500), "a\u0301\u0301" + new string('\u0301', 400),
        string.Concat(Enumerable.Repeat("🎌", 2_000)), "../../etc/passwd", "C:\\Windows\\win.ini", "file:///etc/passwd", "CON", "null", "NaN", "\ud800", "x\ud800y",
    ];

    /// <summary>Bytes that are no UTF-8: alone, cut off, too long, half a surrogate.</summary>
    private static readonly string[] Bytes = ["%FF", "%E3%81", "%C0%AF", "%ED%A0%80"];

    [Fact]
    public async Task No_value_in_any_field_brings_the_form_down_gets_through_as_markup_or_takes_long()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var visitor = site.Visitor();
        var form = (await visitor.OpenAsync("/apply")).Filled();
        var wrong = new List<string>();
        foreach (var value in Typed.Select(Encoded).Concat(Bytes).Append(new string('a', 200_000)))
        {
            var body = string.Join('&', form.Select(f => $"{Uri.EscapeDataString(f.Key)}={(Fields.Contains(f.Key) ? value : Uri.EscapeDataString(f.Value))}"));
            var began = TimeProvider.System.GetTimestamp();
            var page = await Page.OfAsync(visitor.PostAsync(new Uri("/apply/confirm", UriKind.Relative), new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded")));
            var took = TimeProvider.System.GetElapsedTime(began);
            if ((int)page.Status >= 500 || page.Heading.Length == 0 || took > TimeSpan.FromSeconds(2)
                || page.Html.QuerySelectorAll("script:not([src]), [onerror], [onload], svg[onload], textarea + script, a[href^='javascript']").Length > 0)
            {
                wrong.Add($"{page.Status} in {took.TotalSeconds:0.0} s: {value[..Math.Min(60, value.Length)]}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(65, Typed.Length + Bytes.Length + 1);
        Assert.Equal("お申し込みを受け付けました", (await site.Visitor().ApplyAsync()).Heading);
    }

    [Fact]
    public async Task What_is_taken_is_stored_as_typed_and_inert_on_the_page_of_the_applicant()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        string[] texts = [.. Typed.Where(t => t.Length is > 3 and < 500 && t.All(c => c is >= ' ' and < '\u007f'))];
        for (var i = 0; i < texts.Length; i++)
        {
            await site.Visitor().ApplyAsync(("Email", $"taro{i}@example.jp"), ("Motivation", texts[i]));
        }

        var stored = await site.InDatabaseAsync(db => db.Applications.OrderBy(a => a.Id).Select(a => new { a.Number, a.Motivation }).ToListAsync());
        var staff = await site.StaffAsync(Role.Viewer);

        Assert.Equal(texts.Select(t => t.Trim()), stored.Select(s => s.Motivation));
        foreach (var application in stored)
        {
            var page = await staff.OpenAsync($"/admin/applications/{application.Number}");
            Assert.Equal((HttpStatusCode.OK, 0), (page.Status, page.Html.QuerySelectorAll("main script, [onerror], [onload]").Length));
            Assert.Contains(string.Join(' ', application.Motivation.Split(' ', StringSplitOptions.RemoveEmptyEntries)), page.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Twenty_real_names_are_stored_as_typed_and_seen_again_in_list_mail_and_CSV()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        for (var i = 0; i < Names.Length; i++)
        {
            Assert.Equal("お申し込みを受け付けました", (await site.Visitor().ApplyAsync(("Email", $"taro{i}@example.jp"), ("Name", Names[i]))).Heading);
        }

        var staff = await site.StaffAsync(Role.Treasurer);
        var list = await staff.OpenAsync("/admin/applications");
        var export = (await staff.OpenAsync("/admin/applications/export")).Fields("form[action^='/admin/applications/export']");
        export["Format"] = "csv";
        export["Columns"] = "name";
        using var content = new FormUrlEncodedContent(export);
        var csv = await (await staff.PostAsync(new Uri("/admin/applications/export", UriKind.Relative), content)).Content.ReadAsStringAsync();
        var mails = await site.MailsAsync();

        Assert.Equal(20, Names.Length);
        Assert.Equal(Names, await site.InDatabaseAsync(db => db.Applications.OrderBy(a => a.Id).Select(a => a.Name).ToListAsync()));
        Assert.All(Names, name => Assert.Contains(name, list.Html.Body!.TextContent, StringComparison.Ordinal));
        Assert.All(Names, name => Assert.Contains(name, csv, StringComparison.Ordinal));
        Assert.All(Names, name => Assert.Contains(mails, mail => mail.Text.Contains($"{name} 様", StringComparison.Ordinal)));
    }

    // Half a character has no encoding of its own: a browser sends the sign for what can't be read.
    private static string Encoded(string value) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)));
}

using System.Net;
using System.Text.RegularExpressions;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Settings;

/// <summary>Another town makes the site its own: what it is called, who runs it, in which colours.</summary>
public sealed class ProgrammeTests
{
    private const string Path = "/admin/settings/programme";

    private static readonly (string Field, string Value)[] Other =
    [
        ("Name", "森のまちラボ"), ("ShortName", "森ラボ"), ("Slogan", "木を|植える日。"), ("Place", "みどり県森町"), ("Outline", "森で働く人のつながりです。"), ("Office", ""),
        ("Host", "みどり県森町"), ("Partners", "森の会 https://mori.example.jp/\n川の会"), ("Business", ""), ("MainColour", "#0B5E2E"), ("LinkColour", "#0b4a6e"),
    ];

    [Fact]
    public async Task The_name_stands_on_every_page_at_once()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await SaveAsync(staff);
        var visitor = site.Visitor();

        foreach (var path in new[] { "/", "/program", "/recruit", "/schedule", "/briefings", "/projects", "/faq", "/apply", "/apply/again", "/contact", "/privacy", "/legal", "/accessibility", "/nowhere" })
        {
            var page = await visitor.OpenAsync(path);
            var description = page.Html.QuerySelector("meta[name=description]")?.GetAttribute("content") ?? "";
            Assert.EndsWith(path == "/" ? "森のまちラボ｜木を植える日。" : "｜森のまちラボ", page.Title, StringComparison.Ordinal);
            Assert.All(page.Texts(".brand__name"), name => Assert.Equal("森のまちラボみどり県森町", name));
            Assert.DoesNotContain("CxO", page.Title + description + page.Text(".site-head") + page.Text(".site-foot"), StringComparison.Ordinal);
        }

        var home = await visitor.OpenAsync("/");
        Assert.Equal(["木を", "植える日。"], home.Texts(".hero__title span"));
        Assert.Contains("森のまちラボ 運営事務局", home.Text(".site-foot"), StringComparison.Ordinal);
        Assert.Equal(["https://mori.example.jp/"], home.Html.QuerySelectorAll(".site-foot dd a").Select(a => a.GetAttribute("href")!));
        Assert.Contains("みどり県森町、森の会、川の会", (await visitor.OpenAsync("/legal")).Words, StringComparison.Ordinal);
        Assert.Equal("ダッシュボード｜森のまちラボ 管理", (await staff.OpenAsync("/admin")).Title);
        Assert.Equal("森のまちラボ管理", (await visitor.OpenAsync("/admin/sign-in")).Text(".brand__name"));
    }

    [Fact]
    public async Task Mails_calendars_and_authenticators_say_it_and_calendars_keep_their_identifiers()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var staff = await site.StaffAsync(Role.Administrator);
        var before = (await site.Visitor().OpenAsync("/schedule.ics")).Body;
        await SaveAsync(staff);

        await site.Visitor().ApplyAsync();
        await site.DeliverAllAsync();
        var calendar = (await site.Visitor().OpenAsync("/schedule.ics")).Body;
        var mail = Assert.Single(await site.MailsAsync());
        var from = MimeKit.MimeMessage.Load(Directory.GetFiles(site.MailFolder).Single()).From.Mailboxes.Single();
        var factor = await staff.OpenAsync("/admin/account/second-factor");

        Assert.StartsWith("【森ラボ】", mail.Subject, StringComparison.Ordinal);
        Assert.Equal((MailKind.PaymentInstructions, "森のまちラボ 運営事務局"), (mail.Kind, from.Name));
        Assert.DoesNotContain("CxO", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:森のまちラボ オリエンテーション", calendar, StringComparison.Ordinal);
        Assert.Equal(Uids(before), Uids(calendar));
        Assert.Contains("issuer=%E6%A3%AE", factor.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colours_come_as_a_sheet_that_is_kept_until_they_change_and_costs_no_statement()
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var staff = await site.StaffAsync(Role.Administrator);
        var without = (await site.Visitor().OpenAsync("/")).Html.QuerySelector("link[href^='/theme.css']");
        await SaveAsync(staff);

        var (home, desk) = (await site.Visitor().OpenAsync("/"), await staff.OpenAsync("/admin/settings"));
        var address = home.Html.QuerySelector("link[href^='/theme.css']")!.GetAttribute("href")!;
        count.StartAgain();
        var (sheet, older) = (await staff.OpenAsync(address), await site.Visitor().OpenAsync("/theme.css?v=older"));
        var statements = count.Statements;
        await SaveAsync(staff, ("MainColour", "#5b2346"), ("LinkColour", "#1f4b57"));

        Assert.Null(without);
        Assert.Equal(address, desk.Html.QuerySelector("link[href^='/theme.css']")!.GetAttribute("href"));
        Assert.Equal((HttpStatusCode.OK, "text/css", 0), (sheet.Status, sheet.Answer.Content.Headers.ContentType!.MediaType, statements));
        Assert.Contains("--grape: #0b5e2e;", sheet.Body, StringComparison.Ordinal);
        Assert.Equal(("public, max-age=31536000, immutable", "no-cache"), (CacheOf(sheet), CacheOf(older)));
        Assert.Null((await site.Visitor().OpenAsync("/")).Html.QuerySelector("link[href^='/theme.css']"));
    }

    [Theory]
    [InlineData("MainColour", "#ffd43d", "この色では文字が読みにくくなります（コントラスト 1.2:1）。4.5:1以上になる、もっと濃い色にしてください")]
    [InlineData("LinkColour", "#767676", "この色では文字が読みにくくなります（コントラスト 3.8:1）。4.5:1以上になる、もっと濃い色にしてください")]
    [InlineData("MainColour", "ぶどう色", "色を #5b2346 のように、# と6桁の英数字で入力してください")]
    [InlineData("Name", "", "名前を入力してください")]
    [InlineData("Name", "ラボ\u0007", "名前は1行で入力してください。改行や特殊な記号が混ざっています")]
    public async Task What_can_not_be_read_is_refused_with_its_number(string field, string typed, string message)
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await TrySaveAsync(staff, (field, typed));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, $"エラー {message}"), (page.Status, page.Text($"#values-{field.ToLowerInvariant()}-error")));
        Assert.EndsWith("｜塩尻CxO Lab", (await site.Visitor().OpenAsync("/recruit")).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_name_is_inert()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await SaveAsync(staff, ("Name", "<b>森</b>&ラボ"));

        var home = await site.Visitor().OpenAsync("/");
        await site.Visitor().ApplyAsync();

        Assert.Empty(home.Html.QuerySelectorAll(".brand__name b"));
        Assert.StartsWith("<b>森</b>&ラボ", home.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>森", Assert.Single(await site.MailsAsync()).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_and_the_history_say_what_was_changed()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        await SaveAsync(staff, ("Name", "森のまちラボ"));
        var history = await staff.OpenAsync($"{Path}/history");

        Assert.Contains("設定「プログラムの名前と色」", (await staff.OpenAsync("/admin/audit")).Body, StringComparison.Ordinal);
        Assert.Contains("森のまちラボ", history.Texts(".diff ins"));
    }

    private static string? CacheOf(Page page) => page.Answer.Headers.GetValues("Cache-Control").Single();

    private static string[] Uids(string calendar) => [.. Regex.Matches(calendar, "UID:(.+)").Select(uid => uid.Groups[1].Value.Trim())];

    private static async Task SaveAsync(HttpClient staff, params (string Field, string Value)[] changes)
    {
        var page = await TrySaveAsync(staff, changes);
        Assert.StartsWith("プログラムの名前と色を保存しました", page.Text(".saved"), StringComparison.Ordinal);
    }

    private static async Task<Page> TrySaveAsync(HttpClient staff, params (string Field, string Value)[] changes)
    {
        var fields = (await staff.OpenAsync(Path)).Fields("form.form");
        foreach (var (field, value) in changes.Length == 0 ? Other : changes)
        {
            fields[$"Values[{field}]"] = value;
        }

        return await staff.PostAsync(Path, fields);
    }
}

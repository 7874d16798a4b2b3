using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Templates;

public sealed class TemplateTests
{
    private const string Editor = ".editor form";
    private const string ResetForm = ".danger-zone form";

    public static TheoryData<string> Slugs => [.. MailKinds.Editable.Select(k => k.Slug())];

    [Fact]
    public async Task The_list_names_each_mail_and_who_changed_it()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator, "長野 花子");
        await SaveAsync(staff, "acceptance", ("Title", "ようこそ"));

        var page = await staff.OpenAsync("/admin/templates");

        Assert.Equal(MailKinds.Editable.Select(k => k.Label()), page.Texts(".alist__name"));
        Assert.EndsWith("長野 花子", Assert.Single(page.Texts(".mlist__state"), s => s.StartsWith("書き換え済み", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Each_mail_shows_its_text_is_changed_and_comes_back(string slug)
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var builtIn = BuiltInTexts.Of(MailKinds.EditableOf(slug)!.Value);

        var opened = await staff.OpenAsync($"/admin/templates/{slug}");
        var saved = await SaveAsync(staff, slug, ("Title", "あたらしい見出し"));
        var reset = await staff.PostAsync($"/admin/templates/{slug}/reset", saved.Fields(ResetForm));

        Assert.Equal((builtIn.Subject, builtIn.Title, builtIn.Body), Typed(opened));
        Assert.Equal((HttpStatusCode.OK, "あたらしい見出し"), (saved.Status, saved.Fields(Editor)["Title"]));
        Assert.Equal((builtIn.Subject, builtIn.Title, builtIn.Body), Typed(reset));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.MailTemplates.CountAsync()));
        Assert.Equal(
            [AuditAction.TemplateChanged, AuditAction.TemplateReset],
            await site.InDatabaseAsync(db => db.AuditEntries.OrderBy(e => e.Sequence).Where(e => e.Before != null).Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task The_next_applicant_gets_the_changed_text_with_their_name_inert()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var staff = await site.StaffAsync(Role.Administrator);
        await SaveAsync(staff, "payment-instructions", ("Subject", "【新】{受付番号}"), ("Body", "ようこそ{氏名}さん。\r\n\r\n{お支払い方法}"));

        await site.Visitor().ApplyAsync(("Name", "<img src=x onerror=alert(1)>{受付番号}"));

        var mail = Assert.Single(await site.MailsAsync());
        Assert.StartsWith("【新】03", mail.Subject, StringComparison.Ordinal);
        Assert.StartsWith("ようこそ<img src=x onerror=alert(1)>{受付番号}さん。\n\n■ お支払い方法（銀行振込）\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("ようこそ&lt;img src=x onerror=alert(1)&gt;{受付番号}さん。", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Subject", "", "件名を入力してください")]
    [InlineData("Subject", "ようこそ{氏名}さん", "{氏名}は件名には使えません。本文に入れてください")]
    [InlineData("Title", "{辞退の方法}", "{辞退の方法}は見出しには使えません。本文に入れてください")]
    [InlineData("Body", "{名前} 様\n{お支払い方法}", "{名前}という差し込み項目はありません。{氏名}ではありませんか")]
    [InlineData("Body", "{xyz}\n{お支払い方法}", "{xyz}という差し込み項目はありません。一覧の中から選んでください")]
    [InlineData("Body", "下の{お支払い方法}です", "{お支払い方法}は、その行に1つだけで書いてください")]
    [InlineData("Body", "{氏名} 様", "このメールには{お支払い方法}が必要です。本文に入れてください")]
    [InlineData("Body", "{氏名 様\n{お支払い方法}", "「{」か「}」が余っています。差し込み項目は{氏名}のように囲んでください")]
    public async Task What_is_wrong_with_a_text_is_said_at_its_field_and_nothing_is_lost(string field, string text, string message)
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await SaveAsync(staff, "payment-instructions", (field, text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal([message], page.Texts(".errsum a"));
        Assert.Equal($"エラー {message}", page.Text($"#{FieldId(field)}-error"));
        Assert.Equal(text, page.Fields(Editor)[field]);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.MailTemplates.CountAsync()));
    }

    [Fact]
    public async Task Braces_of_a_Japanese_keyboard_are_taken_as_they_are_meant()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await SaveAsync(staff, "decline", ("Body", "｛氏名｝ 様"));

        Assert.Equal((HttpStatusCode.OK, "{氏名} 様"), (page.Status, page.Fields(Editor)["Body"]));
    }

    [Fact]
    public async Task Whoever_wrote_on_an_older_text_sees_both_and_can_save_after_all()
    {
        using var site = await Site.StartAsync();
        var one = await site.StaffAsync(Role.Administrator, "一人目");
        var other = await site.StaffAsync(Role.Administrator, "二人目");
        var mine = (await one.OpenAsync("/admin/templates/decline")).Fields(Editor);
        await SaveAsync(other, "decline", ("Title", "二人目の見出し"));

        mine["Title"] = "一人目の見出し";
        var stale = await one.PostAsync("/admin/templates/decline", mine);
        var saved = await one.PostAsync("/admin/templates/decline", stale.Fields(Editor));

        Assert.Equal((HttpStatusCode.Conflict, "一人目の見出し"), (stale.Status, stale.Fields(Editor)["Title"]));
        Assert.Equal(["二人目の見出し", "一人目の見出し"], stale.Texts(".stale :is(del, ins)"));
        Assert.Equal((HttpStatusCode.OK, "一人目の見出し"), (saved.Status, saved.Fields(Editor)["Title"]));
    }

    [Fact]
    public async Task The_same_form_sent_twice_changes_the_text_once()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = (await staff.OpenAsync("/admin/templates/decline")).Fields(Editor);
        fields["Title"] = "見出し";

        var first = await staff.PostAsync("/admin/templates/decline", fields);
        var second = await staff.PostAsync("/admin/templates/decline", fields);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.TemplateChanged)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/preview")]
    [InlineData("/test")]
    [InlineData("/reset")]
    public async Task Only_administrators_change_texts(string what)
    {
        using var site = await Site.StartAsync();
        var administrator = await site.StaffAsync(Role.Administrator);
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var fields = (await administrator.OpenAsync("/admin/templates/decline")).Fields(Editor);

        var posted = await reviewer.PostAsync($"/admin/templates/decline{what}", fields);
        var opened = await reviewer.OpenAsync("/admin/templates/decline");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (posted.Status, opened.Status));
    }

    [Theory]
    [InlineData("/admin/templates/group")]
    [InlineData("/admin/templates/staff-invitation")]
    [InlineData("/admin/templates/0")]
    [InlineData("/admin/templates/decline?cohort=99")]
    public async Task What_has_no_text_of_its_own_is_not_there(string address)
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await staff.OpenAsync(address)).Status);
    }

    private static async Task<Page> SaveAsync(HttpClient staff, string slug, params (string Field, string Value)[] changes)
    {
        var fields = (await staff.OpenAsync($"/admin/templates/{slug}")).Fields(Editor);
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return await staff.PostAsync($"/admin/templates/{slug}", fields);
    }

    private static string FieldId(string field) => field.ToLowerInvariant();

    private static (string, string, string) Typed(Page page)
    {
        var fields = page.Fields(Editor);
        return (fields["Subject"], fields["Title"], fields["Body"]);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Templates;

public sealed class PreviewTests
{
    private const string Editor = ".editor form";

    [Fact]
    public async Task The_preview_says_exactly_what_the_mail_says()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync(("Name", "<i>塩尻</i> 太郎"));
        var staff = await site.StaffAsync(Role.Administrator);
        var mail = Assert.Single(await site.MailsAsync());

        var page = await staff.OpenAsync("/admin/templates/payment-instructions");
        var fragment = await staff.PostAsync("/admin/templates/payment-instructions/preview", page.Fields(Editor));

        foreach (var shown in new[] { page, fragment })
        {
            Assert.Equal(mail.Subject, shown.Text(".mailpaper__subject"));
            Assert.Equal(mail.Text, shown.Html.QuerySelector(".mailpaper__text")!.TextContent);
        }

        Assert.DoesNotContain("<html", fragment.Body, StringComparison.Ordinal);
        var preheader = mail.Html[(mail.Html.IndexOf("overflow:hidden;\">", StringComparison.Ordinal) + 18)..];
        Assert.Contains($"件名の横に出る文 {preheader[..preheader.IndexOf('<', StringComparison.Ordinal)]}", fragment.Text(".mailpaper__to"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_applicant_can_be_chosen_and_what_is_typed_is_shown_without_script_too()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync(("Email", "first@example.jp"), ("Name", "一番 はじめ"));
        await site.Visitor().ApplyAsync(("Email", "second@example.jp"), ("Name", "二番 つぎ"));
        var first = (await site.MailsAsync())[0].Application!.Number;
        var staff = await site.StaffAsync(Role.Administrator);
        var opened = await staff.OpenAsync("/admin/templates/decline");
        var fields = opened.Fields(Editor);
        fields["Body"] = "こんにちは、{氏名}さん";
        fields["Applicant"] = first;

        var whole = await staff.PostAsync("/admin/templates/decline/preview?whole=true", fields);

        Assert.StartsWith("二番 つぎ 様", opened.Text(".mailpaper__text"), StringComparison.Ordinal);
        Assert.StartsWith("こんにちは、一番 はじめさん", whole.Text(".mailpaper__text"), StringComparison.Ordinal);
        Assert.Equal(("こんにちは、{氏名}さん", first), (whole.Fields(Editor)["Body"], whole.Fields(Editor)["Applicant"]));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.MailTemplates.CountAsync()));
    }

    [Fact]
    public async Task Seeing_the_names_to_choose_from_is_written_down_but_not_every_renewed_preview()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.OpenAsync("/admin/templates/decline");
        await staff.PostAsync("/admin/templates/decline/preview", page.Fields(Editor));

        var line = await site.InDatabaseAsync(db => db.AccessEntries.SingleAsync(e => e.Action == AuditAction.ListViewed));
        Assert.Equal("""{"page":"templates","cohort":"第三期","shown":1}""", line.Details);
    }

    [Fact]
    public async Task Looking_at_a_real_applicant_is_written_down_once_however_often_the_preview_renews_itself()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = (await staff.OpenAsync("/admin/templates/decline")).Fields(Editor);

        await staff.PostAsync("/admin/templates/decline/preview", fields);
        await staff.PostAsync("/admin/templates/decline/preview", fields);

        Assert.Equal(1, await site.InDatabaseAsync(db => db.AccessEntries.CountAsync(e => e.Action == AuditAction.ApplicantViewed)));
    }

    [Fact]
    public async Task Without_an_applicant_a_made_up_one_is_shown_and_not_stored()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.OpenAsync("/admin/templates/payment-instructions");

        Assert.StartsWith("見本 太郎 様", page.Text(".mailpaper__text"), StringComparison.Ordinal);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Applications.CountAsync()));
    }

    [Fact]
    public async Task A_test_mail_goes_to_oneself_alone_and_needs_no_saving()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        var staff = await site.StaffAsync(Role.Administrator, "試す人");
        var fields = (await staff.OpenAsync("/admin/templates/decline")).Fields(Editor);
        fields["Subject"] = "まだ保存していない件名";
        fields["Body"] = "{氏名}さんへ";

        var page = await staff.PostAsync("/admin/templates/decline/test", fields);
        await staff.PostAsync("/admin/templates/decline/test", fields);

        var test = Assert.Single(await site.MailsAsync(MailKind.Test));
        var own = await site.InDatabaseAsync(db => db.StaffAccounts.Where(a => a.DisplayName == "試す人").Select(a => a.Email).SingleAsync());
        Assert.Equal((own, "【試し送り】まだ保存していない件名"), (test.Recipient, test.Subject));
        Assert.StartsWith("塩尻 太郎さんへ", test.Text, StringComparison.Ordinal);
        Assert.Equal(test.Text, page.Html.QuerySelector(".mailpaper__text")!.TextContent);
        Assert.Equal((HttpStatusCode.OK, "{氏名}さんへ"), (page.Status, page.Fields(Editor)["Body"]));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.MailTemplates.CountAsync()));
        Assert.Single(await site.MailsAsync(MailKind.PaymentInstructions));
    }

    [Fact]
    public async Task A_test_mail_keeps_no_applicant_s_name_once_it_has_left()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.PostAsync("/admin/templates/decline/test", (await staff.OpenAsync("/admin/templates/decline")).Fields(Editor));

        await site.DeliverAllAsync();

        var test = Assert.Single(await site.MailsAsync(MailKind.Test));
        Assert.Equal((MailState.Sent, "（送信したあとに消去しました）", "（送信したあとに消去しました）"), (test.State, test.Text, test.Html));
    }

    [Fact]
    public async Task A_faulty_text_is_not_sent_for_a_test()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var staff = await site.StaffAsync(Role.Administrator);
        var fields = (await staff.OpenAsync("/admin/templates/decline")).Fields(Editor);
        fields["Body"] = "{なまえ}";

        var page = await staff.PostAsync("/admin/templates/decline/test", fields);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "{なまえ}"), (page.Status, page.Fields(Editor)["Body"]));
        Assert.Empty(await site.MailsAsync());
    }

    [Fact]
    public async Task The_editor_may_ask_this_site_for_its_preview_like_every_page()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.OpenAsync("/admin/templates/decline");

        Assert.Equal(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
            page.Answer.Headers.GetValues("Content-Security-Policy").Single());
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Mail;

public sealed class OneMailTests
{
    private const string ResendForm = "#resend";
    private const string CancelForm = "form[action$='/cancellation']";

    [Fact]
    public async Task A_mail_is_shown_as_it_was_sent_and_the_look_is_written_down()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (mail, staff) = await SentAsync(site, Role.Viewer);

        var page = await staff.OpenAsync($"/admin/mail/{mail.Key}");

        Assert.Equal((mail.Subject, "送信済み"), (page.Text(".mailpaper__subject"), page.Text(".adm-top .chip")));
        Assert.Equal(mail.Text, page.Html.QuerySelector(".mailpaper__text")!.TextContent);
        Assert.Equal((0, 0), (page.Texts(ResendForm).Length, page.Texts(CancelForm).Length));
        Assert.Equal(mail.Application!.Number, await site.InDatabaseAsync(db => db.AccessEntries.Where(e => e.Action == AuditAction.MailViewed).Select(e => e.Subject).SingleAsync()));
    }

    [Fact]
    public async Task The_HTML_stands_alone_and_can_do_nothing_while_other_pages_keep_their_policy()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (mail, staff) = await SentAsync(site, Role.Viewer);

        var html = await staff.OpenAsync($"/admin/mail/{mail.Key}/html");
        var page = await staff.OpenAsync($"/admin/mail/{mail.Key}");

        Assert.Equal(mail.Html, html.Body);
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox", Policy(html));
        Assert.Equal("nosniff", html.Answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain("unsafe", Policy(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sent")]
    [InlineData("Failed")]
    [InlineData("Cancelled")]
    public async Task A_mail_is_sent_again_to_the_present_address_with_a_preface_in_front(string state)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (mail, staff) = await SentAsync(site, Role.Reviewer);
        await site.SetAsync(mail, Enum.Parse<MailState>(state));
        await site.InDatabaseAsync(async db =>
        {
            var application = await db.Applications.SingleAsync();
            application.Correct(application.Contact with { Email = "right@example.jp" });
            return await db.SaveChangesAsync();
        });
        var fields = (await staff.OpenAsync($"/admin/mail/{mail.Key}")).Fields(ResendForm);
        fields["Preface"] = "先ほどは失礼しました。\r\n<b>もう一度</b>お送りします。";

        var page = await staff.PostAsync($"/admin/mail/{mail.Key}/resend", fields);

        var again = Assert.Single(await ResentAsync(site));
        Assert.Equal(("right@example.jp", mail.Subject, MailState.Queued), (again.Recipient, again.Subject, again.State));
        Assert.Equal($"先ほどは失礼しました。\n<b>もう一度</b>お送りします。\n\n{mail.Text}", again.Text);
        Assert.Contains("先ほどは失礼しました。<br>&lt;b&gt;もう一度&lt;/b&gt;お送りします。</p>", again.Html, StringComparison.Ordinal);
        Assert.True(again.Html.IndexOf("先ほど", StringComparison.Ordinal) < again.Html.IndexOf("塩尻 太郎 様", StringComparison.Ordinal));
        Assert.Equal((mail.Kind, "お支払いのご案内（送り直し）"), (again.Kind, page.Heading));
        Assert.Equal(again.Text, page.Html.QuerySelector(".mailpaper__text")!.TextContent);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.MailResent && e.Subject == mail.Application!.Number)));
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_mail_and_a_new_form_another()
    {
        var meeting = new Meeting("OutgoingMails");
        using var site = await Site.StartAsync(services: services =>
        {
            Outbox.StandsStill(services);
            meeting.Watch(services);
        });
        var (mail, staff) = await SentAsync(site, Role.Reviewer);
        var fields = (await staff.OpenAsync($"/admin/mail/{mail.Key}")).Fields(ResendForm);

        await meeting.OfAsync(4, () => staff.PostAsync($"/admin/mail/{mail.Key}/resend", fields));
        var twice = await staff.PostAsync($"/admin/mail/{mail.Key}/resend", fields);
        var once = (await ResentAsync(site)).Count;
        await staff.PostAsync($"/admin/mail/{mail.Key}/resend", (await staff.OpenAsync($"/admin/mail/{mail.Key}")).Fields(ResendForm));

        Assert.Equal((HttpStatusCode.OK, 1, 2), (twice.Status, once, (await ResentAsync(site)).Count));
    }

    [Fact]
    public async Task A_resent_mail_can_be_resent_and_lists_tell_it_from_its_original()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (mail, staff) = await SentAsync(site, Role.Reviewer);
        await staff.PostAsync($"/admin/mail/{mail.Key}/resend", (await staff.OpenAsync($"/admin/mail/{mail.Key}")).Fields(ResendForm));
        await site.DeliverAllAsync();
        var again = Assert.Single(await ResentAsync(site));

        await staff.PostAsync($"/admin/mail/{again.Key}/resend", (await staff.OpenAsync($"/admin/mail/{again.Key}")).Fields(ResendForm));

        Assert.Equal([mail.Kind, mail.Kind], (await ResentAsync(site)).Select(m => m.Kind));
        var list = await staff.OpenAsync("/admin/mail?kind=PaymentInstructions");
        Assert.Equal(["お支払いのご案内（送り直し）", "お支払いのご案内（送り直し）", "お支払いのご案内"], list.Texts(".mlist__subject b"));
    }

    [Fact]
    public async Task A_preface_that_is_too_long_is_kept_and_the_page_says_how_long_it_is()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (mail, staff) = await SentAsync(site, Role.Reviewer);
        var fields = (await staff.OpenAsync($"/admin/mail/{mail.Key}")).Fields(ResendForm);
        fields["Preface"] = new string('あ', 401);

        var page = await staff.PostAsync($"/admin/mail/{mail.Key}/resend", fields);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, fields["Preface"]), (page.Status, page.Fields(ResendForm)["Preface"]));
        Assert.Equal(["前書きは400字以内で入力してください（現在 401字）"], page.Texts(".errsum a"));
        Assert.Empty(await ResentAsync(site));
    }

    [Fact]
    public async Task A_mail_that_waits_is_cancelled_and_never_leaves()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        var mail = Assert.Single(await site.MailsAsync());
        var staff = await site.StaffAsync(Role.Reviewer);
        var fields = (await staff.OpenAsync($"/admin/mail/{mail.Key}")).Fields(CancelForm);

        var page = await staff.PostAsync($"/admin/mail/{mail.Key}/cancellation", fields);
        var twice = await staff.PostAsync($"/admin/mail/{mail.Key}/cancellation", fields);
        await site.DeliverAllAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, "止めた"), (page.Status, twice.Status, page.Text(".adm-top .chip")));
        Assert.Equal((MailState.Cancelled, 0), (Assert.Single(await site.MailsAsync()).State, Assert.Single(await site.MailsAsync()).Attempts));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.MailCancelled)));
    }

    [Fact]
    public async Task A_mail_that_a_sender_has_in_hand_is_not_cancelled()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        var mail = Assert.Single(await site.MailsAsync());
        var staff = await site.StaffAsync(Role.Reviewer);
        var fields = (await staff.OpenAsync($"/admin/mail/{mail.Key}")).Fields(CancelForm);
        await site.ClaimAsync(mail);

        var page = await staff.PostAsync($"/admin/mail/{mail.Key}/cancellation", fields);

        Assert.Equal((HttpStatusCode.Conflict, "止められませんでした。先に送信が始まったためです。いまの状態をご確認ください。"), (page.Status, page.Text(".note--err")));
        Assert.Equal(MailState.Queued, Assert.Single(await site.MailsAsync()).State);
    }

    [Fact]
    public async Task Cancelled_six_times_at_once_it_is_written_down_once()
    {
        var meeting = new Meeting("OutgoingMails");
        using var site = await Site.StartAsync(services: services =>
        {
            Outbox.StandsStill(services);
            meeting.Watch(services);
        });
        await site.Visitor().ApplyAsync();
        var mail = Assert.Single(await site.MailsAsync());
        var staff = await site.StaffAsync(Role.Reviewer);
        var fields = (await staff.OpenAsync($"/admin/mail/{mail.Key}")).Fields(CancelForm);

        var pages = await meeting.OfAsync(6, () => staff.PostAsync($"/admin/mail/{mail.Key}/cancellation", fields));

        Assert.All(pages, page => Assert.Equal((HttpStatusCode.OK, "止めた"), (page.Status, page.Text(".adm-top .chip"))));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.MailCancelled)));
    }

    [Fact]
    public async Task A_sender_that_takes_the_mail_up_between_look_and_save_wins()
    {
        using var site = await Site.StartAsync(services: services =>
        {
            Outbox.StandsStill(services);
            new QuickerSender().Watch(services);
        });
        await site.Visitor().ApplyAsync();
        var mail = Assert.Single(await site.MailsAsync());
        var staff = await site.StaffAsync(Role.Reviewer);
        var fields = (await staff.OpenAsync($"/admin/mail/{mail.Key}")).Fields(CancelForm);

        var page = await staff.PostAsync($"/admin/mail/{mail.Key}/cancellation", fields);

        Assert.Equal((HttpStatusCode.Conflict, MailState.Queued), (page.Status, Assert.Single(await site.MailsAsync()).State));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.MailCancelled)));
    }

    [Theory]
    [InlineData("resend")]
    [InlineData("cancellation")]
    public async Task Whoever_may_only_read_can_send_and_stop_nothing(string what)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (mail, viewer) = await SentAsync(site, Role.Viewer);
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var fields = (await reviewer.OpenAsync($"/admin/mail/{mail.Key}")).Fields(ResendForm);

        var refused = await viewer.PostAsync($"/admin/mail/{mail.Key}/{what}", fields);

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Single(await site.MailsAsync());
    }

    private static async Task<(OutgoingMail Mail, HttpClient Staff)> SentAsync(Site site, Role role)
    {
        await site.Visitor().ApplyAsync();
        await site.DeliverAllAsync();
        return (Assert.Single(await site.MailsAsync()), await site.StaffAsync(role));
    }

    private static async Task<List<OutgoingMail>> ResentAsync(Site site) => [.. (await site.MailsAsync()).Where(m => m.IsResent)];

    private static string Policy(Page page) => page.Answer.Headers.GetValues("Content-Security-Policy").Single();
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;
using static Shiojiri.CxoLab.Web.Tests.Features.Admin.Inquiries.InquiriesTests;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Inquiries;

/// <summary>What staff do about a question.</summary>
public sealed class AnswerTests
{
    [Fact]
    public async Task An_answer_leaves_once_by_mail_to_be_answered_to_the_office_and_is_written_down()
    {
        using var site = await Site.StartAsync(new() { ["Office:Email"] = "office@example.jp" }, Outbox.StandsStill);
        var number = await site.ApplicantAsync(email: "yuki@example.jp");
        var key = await AskedAsync(site, "質問です。https://evil.example", number: number);
        var staff = await site.StaffAsync(Role.Reviewer, "審査 花子");
        var fields = (await staff.OpenAsync($"{List}/{key}")).Fields("#answer");
        fields["Text"] = "録画があります。\nhttps://lab.example.jp/x\n\n<b>お待ち</b>しています。";

        var page = await staff.PostAsync($"{List}/{key}/answers", fields);
        var again = await staff.PostAsync($"{List}/{key}/answers", fields);
        await site.DeliverAllAsync();

        var mail = Assert.Single(await site.MailsAsync(MailKind.InquiryAnswer));
        var letter = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(site.MailFolder, "*.eml")));
        var inquiry = await site.InDatabaseAsync(db => db.Inquiries.Include(i => i.Answers).SingleAsync());
        Assert.Equal((HttpStatusCode.OK, "済み", "済み"), (page.Status, page.Text(".adm-top .chip"), again.Text(".adm-top .chip")));
        Assert.Equal(("yuki@example.jp", "【塩尻CxO Lab】お問い合わせへのお返事", "office@example.jp"), (mail.Recipient, mail.Subject, Assert.Single(letter.ReplyTo.Mailboxes).Address));
        Assert.Contains("<a href=\"https://lab.example.jp/x\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;お待ち&lt;/b&gt;", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", mail.Html + mail.Text, StringComparison.Ordinal);
        Assert.Null(letter.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal((InquiryStatus.Closed, "審査 花子"), (inquiry.Status, Assert.Single(inquiry.Answers).ByName));
        var entry = await site.InDatabaseAsync(db => db.AuditEntries.SingleAsync(e => e.Action == AuditAction.InquiryAnswered));
        Assert.Equal(number, entry.Subject);
        Assert.DoesNotContain("録画", entry.After!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_answer_twice_at_one_moment_is_one_mail()
    {
        var meeting = new Meeting("Inquiries");
        using var site = await Site.StartAsync(services: services =>
        {
            Outbox.StandsStill(services);
            meeting.Watch(services);
        });
        var key = await AskedAsync(site, "質問です。");
        var staff = await site.StaffAsync(Role.Reviewer);
        var fields = (await staff.OpenAsync($"{List}/{key}")).Fields("#answer");
        fields["Text"] = "お返事です。";

        var pages = await meeting.OfAsync(2, () => staff.PostAsync($"{List}/{key}/answers", fields));

        Assert.All(pages, page => Assert.Equal((HttpStatusCode.OK, "済み"), (page.Status, page.Text(".adm-top .chip"))));
        Assert.Single(await site.MailsAsync());
    }

    [Fact]
    public async Task Who_comes_second_sees_the_other_answer_and_keeps_their_own_words()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var key = await AskedAsync(site, "質問です。");
        var first = await site.StaffAsync(Role.Reviewer, "審査 花子");
        var second = await site.StaffAsync(Role.Reviewer, "審査 次郎");
        var (one, other) = ((await first.OpenAsync($"{List}/{key}")).Fields("#answer"), (await second.OpenAsync($"{List}/{key}")).Fields("#answer"));
        one["Text"] = "先の返事です。";
        other["Text"] = "後の返事です。";
        await first.PostAsync($"{List}/{key}/answers", one);

        var stale = await second.PostAsync($"{List}/{key}/answers", other);
        var mails = (await site.MailsAsync()).Count;
        var sent = await second.PostAsync($"{List}/{key}/answers", stale.Fields("#answer"));

        Assert.Equal((HttpStatusCode.Conflict, "後の返事です。", 1), (stale.Status, stale.Fields("#answer")["Text"], mails));
        Assert.Contains("先の返事です。", stale.Words, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, 2), (sent.Status, (await site.MailsAsync()).Count));
    }

    [Theory]
    [InlineData("", "本文を入力してください")]
    [InlineData("a\u202eb", "本文に表示できない文字が混ざっています。貼り付けた場合は、入力し直してください")]
    public async Task An_answer_that_cannot_leave_comes_back(string typed, string message)
    {
        using var site = await Site.StartAsync();
        var key = await AskedAsync(site, "質問です。");
        var staff = await site.StaffAsync(Role.Reviewer);

        var page = await staff.FillAsync($"{List}/{key}", $"{List}/{key}/answers", ("Text", typed));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), (page.Status, page.Text(".errsum li")));
    }

    [Fact]
    public async Task State_and_assignee_are_changed_and_written_down_and_a_stale_form_changes_nothing()
    {
        using var site = await Site.StartAsync();
        var key = await AskedAsync(site, "質問です。");
        var staff = await site.StaffAsync(Role.Treasurer, "会計 三郎");
        var care = $"{List}/{key}/care";
        var id = await site.InDatabaseAsync(db => db.StaffAccounts.Select(a => a.Id).SingleAsync());
        var old = (await staff.OpenAsync($"{List}/{key}")).Fields($"form[action='{care}']");

        var page = await staff.FillAsync($"{List}/{key}", care, ("Status", "answered"), ("AccountId", $"{id}"));
        old["Status"] = "closed";
        var stale = await staff.PostAsync(care, old);
        var nobody = await staff.FillAsync($"{List}/{key}", care, ("AccountId", "9999"));

        Assert.Equal(("返事済み", "会計 三郎"), (page.Text(".adm-top .chip"), page.Definition("担当")));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (stale.Status, nobody.Status));
        Assert.Equal([AuditAction.InquiryChanged], await site.AuditAsync());
        Assert.Equal(InquiryStatus.Answered, await site.InDatabaseAsync(db => db.Inquiries.Select(i => i.Status).SingleAsync()));
    }
}

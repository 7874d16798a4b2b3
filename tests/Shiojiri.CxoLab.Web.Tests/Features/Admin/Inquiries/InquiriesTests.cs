using System.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Shiojiri.CxoLab.Inquiries;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Inquiries;

public sealed class InquiriesTests
{
    private const string List = "/admin/inquiries";

    [Fact]
    public async Task The_list_shows_the_open_ones_the_oldest_first_with_counts()
    {
        using var site = await Site.StartAsync();
        await AskedAsync(site, "はじめの質問");
        var closed = await AskedAsync(site, "済んだ質問", i => i.Change(InquiryStatus.Closed, null));
        await AskedAsync(site, "あとの質問");
        var staff = await site.StaffAsync(Role.Viewer);

        var page = await staff.OpenAsync(List);
        var done = await staff.OpenAsync($"{List}?state=closed");

        Assert.Equal(["はじめの質問", "あとの質問"], page.Texts(".alist .p2 small"));
        Assert.Equal(["未対応2", "返事済み0", "済み1"], page.Texts(".fchips li"));
        Assert.Equal(["2件 未対応"], page.Texts($".adm-nav a[href='{List}'] .n"));
        Assert.Equal($"{List}/{closed}", done.Html.QuerySelector(".alist a")!.GetAttribute("href"));
        Assert.True(page.Answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Without_a_question_the_page_says_so()
    {
        using var site = await Site.StartAsync();

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync(List);

        Assert.Equal("未対応の問い合わせはありません", page.Text(".empty h2"));
        Assert.Empty(page.Texts($".adm-nav a[href='{List}'] .n"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task List_and_question_cost_the_same_for_one_and_for_three(int rows)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var number = await site.ApplicantAsync();
        var key = "";
        for (var i = 0; i < rows; i++)
        {
            key = await AskedAsync(site, $"質問 {i}", inquiry =>
            {
                for (var n = 0; n < rows; n++)
                {
                    inquiry.Answer($"返事 {n}", Guid.NewGuid(), closes: false, new(null, "事務局"), DateTime.UnixEpoch);
                }

                inquiry.Change(InquiryStatus.Open, null);
            }, number);
        }

        var staff = await site.StaffAsync(Role.Reviewer);
        await staff.OpenAsync(List);
        await staff.OpenAsync($"{List}/{key}");
        count.StartAgain();
        var list = await staff.OpenAsync(List);
        var forList = count.Statements;
        count.StartAgain();
        var shown = await staff.OpenAsync($"{List}/{key}");

        Assert.Equal((rows, rows), (list.Texts(".alist tbody tr").Length, shown.Texts(".two__col:not(.two__side) .mailpaper").Length - 1));
        Assert.Equal((5, 7), (forList, count.Statements));
    }

    [Fact]
    public async Task Whoever_may_read_sees_and_only_who_may_send_answers()
    {
        using var site = await Site.StartAsync();
        var key = await AskedAsync(site, "質問です。");
        foreach (var (role, answers, cares) in new[] { (Role.Viewer, false, false), (Role.Treasurer, false, true), (Role.Reviewer, true, true), (Role.Administrator, true, true) })
        {
            var page = await (await site.StaffAsync(role)).OpenAsync($"{List}/{key}");

            Assert.Equal((HttpStatusCode.OK, "質問です。"), (page.Status, page.Text(".mailpaper__text")));
            Assert.Equal((role, answers, cares), (role, page.Html.QuerySelector("#answer") is not null, page.Html.QuerySelector($"form[action='{List}/{key}/care']") is not null));
        }
    }

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

    [Theory]
    [InlineData("yuki@example.jp", false)]
    [InlineData("somebody@example.jp", true)]
    public async Task A_number_leads_to_its_application_with_a_word_when_the_address_is_another(string address, bool warns)
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync("塩尻 太郎", address);
        var key = await AskedAsync(site, "質問です。", number: number);

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync($"{List}/{key}");

        Assert.Equal("塩尻 太郎", page.Text($"main a[href='/admin/applications/{number}']"));
        Assert.Equal(warns, page.Html.QuerySelector("main .note--warn") is not null);
    }

    [Fact]
    public async Task Who_may_see_one_cohort_sees_its_questions_and_those_of_nobody_and_no_others()
    {
        using var site = await Site.StartAsync();
        var otherId = await OtherCohort.AddAsync(site);
        var number = await site.ApplicantAsync();
        var (linked, free) = (await AskedAsync(site, "第三期の質問", number: number), await AskedAsync(site, "申し込む前の質問"));
        var third = await site.InDatabaseAsync(db => db.Cohorts.Where(c => c.Ordinal == 3).Select(c => c.Id).SingleAsync());
        var other = await site.StaffAsync(Role.Reviewer, "別の期", otherId, followsRedirects: false);
        var own = await site.StaffAsync(Role.Reviewer, "この期", third);
        var token = (await other.OpenAsync($"{List}/{free}")).Fields("#answer");
        token["Text"] = "お返事です。";

        var list = await other.OpenAsync(List);
        var hidden = await other.OpenAsync($"{List}/{linked}");
        var answered = await other.PostAsync($"{List}/{linked}/answers", token);
        var cared = await other.PostAsync($"{List}/{linked}/care", token.Append(new("Status", "closed")));

        Assert.Equal(["申し込む前の質問"], list.Texts(".alist .p2 small"));
        Assert.Equal(["1件 未対応"], list.Texts($".adm-nav a[href='{List}'] .n"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.Status, answered.Status, cared.Status));
        Assert.Equal(["第三期の質問", "申し込む前の質問"], (await own.OpenAsync(List)).Texts(".alist .p2 small"));
    }

    [Fact]
    public async Task What_a_stranger_typed_is_inert()
    {
        using var site = await Site.StartAsync();
        var key = await AskedAsync(site, "<script>alert(1)</script> https://evil.example");

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync($"{List}/{key}");

        Assert.Equal("<script>alert(1)</script> https://evil.example", page.Text(".mailpaper__text"));
        Assert.Empty(page.Html.QuerySelectorAll("main script, main a[href*='evil']"));
    }

    // As if it had come by the form, a minute after the one before.
    private static Task<string> AskedAsync(Site site, string text, Action<Inquiry>? then = null, string? number = null) => site.InDatabaseAsync(async db =>
    {
        var id = await db.Applications.Where(a => a.Number == number).Select(a => (int?)a.Id).SingleOrDefaultAsync();
        var at = DateTime.UnixEpoch.AddYears(52).AddMinutes(await db.Inquiries.CountAsync());
        var inquiry = new Inquiry(new InquiryDraft(RandomToken.Draw(), null, "例文 ゆき", "yuki@example.jp", number, text), id, at);
        then?.Invoke(inquiry);
        db.Add(inquiry);
        await db.SaveChangesAsync();
        return inquiry.Key;
    });
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Mail;

public sealed class MailListTests
{
    [Fact]
    public async Task Without_a_mail_the_page_says_so()
    {
        using var site = await Site.StartAsync();
        var staff = await site.StaffAsync(Role.Viewer);

        var page = await staff.OpenAsync("/admin/mail");

        Assert.Equal((HttpStatusCode.OK, "メール", "まだメールはありません"), (page.Status, page.Heading, page.Text(".empty h2")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_list_costs_the_same_for_one_mail_and_for_three(int mails)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: services =>
        {
            Outbox.StandsStill(services);
            count.Watch(services);
        });
        for (var i = 0; i < mails; i++)
        {
            await site.Visitor().ApplyAsync(("Email", $"person{i}@example.jp"));
        }

        var staff = await site.StaffAsync(Role.Viewer);
        await staff.OpenAsync("/admin/mail");
        count.StartAgain();

        var page = await staff.OpenAsync("/admin/mail");

        Assert.Equal(mails, page.Texts(".alist tbody tr").Length);
        Assert.Equal(5, count.Statements);
    }

    [Fact]
    public async Task A_row_tells_whom_what_and_how_it_went()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        await site.SetAsync(Assert.Single(await site.MailsAsync()), MailState.Failed, "550 no such user here");
        var staff = await site.StaffAsync(Role.Viewer);

        var page = await staff.OpenAsync("/admin/mail?state=failed");

        var mail = Assert.Single(await site.MailsAsync());
        Assert.Equal("塩尻 太郎", page.Text(".alist__name a"));
        Assert.Equal("taro@example.jp", page.Text(".alist__name small"));
        Assert.Equal(["お支払いのご案内"], page.Texts(".mlist__subject b"));
        Assert.Equal([mail.Subject], page.Texts(".mlist__subject small"));
        Assert.Equal("送信失敗 宛先が見つかりません。アドレスを確かめてください", page.Text(".mlist__state"));
    }

    [Fact]
    public async Task States_are_counted_and_narrow_the_list()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        foreach (var name in (string[])["a", "b", "c"])
        {
            await site.Visitor().ApplyAsync(("Email", $"{name}@example.jp"));
        }

        var mails = await site.MailsAsync();
        await site.SetAsync(mails[0], MailState.Failed, "550");
        await site.SetAsync(mails[1], MailState.Sent);
        var staff = await site.StaffAsync(Role.Viewer);

        var all = await staff.OpenAsync("/admin/mail");
        var failed = await staff.OpenAsync("/admin/mail?state=failed");

        Assert.Equal(["すべて3", "送信待ち1", "送信済み1", "送信失敗1", "止めた0"], all.Texts(".fchips a"));
        Assert.Equal("/admin/mail?state=failed", all.Html.QuerySelector(".note--err a")!.GetAttribute("href"));
        Assert.Equal(["a@example.jp"], failed.Texts(".alist__name small"));
        Assert.Equal("送信失敗1", failed.Text(".fchips [aria-current]"));
    }

    [Theory]
    [InlineData("q=hanako", "Hanako@example.jp")]
    [InlineData("q=HANAKO%40example", "Hanako@example.jp")]
    [InlineData("q=やまだ", "Hanako@example.jp")]
    [InlineData("q=100%25", "")]
    [InlineData("kind=RepeatNotice", "")]
    [InlineData("kind=PaymentInstructions&q=jiro", "jiro@example.jp")]
    [InlineData("state=nonsense&kind=99&page=-3&q=jiro", "jiro@example.jp")]
    public async Task Mails_are_found_by_words_and_kind(string query, string expected)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync(("Email", "Hanako@example.jp"), ("Name", "山田 花子"), ("Kana", "ヤマダ ハナコ"));
        await site.Visitor().ApplyAsync(("Email", "jiro@example.jp"));
        var staff = await site.StaffAsync(Role.Viewer);

        var page = await staff.OpenAsync($"/admin/mail?{query}");

        Assert.Equal(expected, string.Join(',', page.Texts(".alist__name small")));
    }

    [Fact]
    public async Task A_mail_is_found_by_the_number_and_by_the_address_it_went_to_before_a_correction()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync(("Email", "old-one@example.jp"));
        await site.InDatabaseAsync(async db =>
        {
            var application = await db.Applications.SingleAsync();
            application.Correct(application.Contact with { Email = "new@example.jp" });
            return await db.SaveChangesAsync();
        });
        var number = Assert.Single(await site.MailsAsync()).Application!.Number;
        var staff = await site.StaffAsync(Role.Viewer);

        var byOld = await staff.OpenAsync("/admin/mail?q=old-one");
        var byNumber = await staff.OpenAsync($"/admin/mail?q={number[..4]}-{number[4..7]}-{number[7..]}");

        Assert.Equal(["old-one@example.jp"], byOld.Texts(".alist__name small"));
        Assert.Equal(["old-one@example.jp"], byNumber.Texts(".alist__name small"));
    }

    [Fact]
    public async Task More_than_fifty_mails_are_paged_newest_first_and_the_way_keeps_the_filter()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        await site.InDatabaseAsync(async db =>
        {
            var application = await db.Applications.SingleAsync();
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            db.AddRange(Enumerable.Range(1, 60).Select(i => new OutgoingMail(
                MailKind.Group, $"test:{i}", $"n{i}@example.jp", "件名", new MailBody("本文", "<p>本文</p>"), application.Id).QueuedAt(now.AddMinutes(i))));
            return await db.SaveChangesAsync();
        });
        var staff = await site.StaffAsync(Role.Viewer);

        var first = await staff.OpenAsync("/admin/mail?kind=Group");
        var second = await staff.OpenAsync(first.Html.QuerySelector(".pager > :last-child")!.GetAttribute("href")!);

        Assert.Equal((50, "n60@example.jp"), (first.Texts(".alist tbody tr").Length, first.Texts(".alist__name small")[0]));
        Assert.Equal((10, "n10@example.jp"), (second.Texts(".alist tbody tr").Length, second.Texts(".alist__name small")[0]));
        Assert.Equal("60通のうち 51〜60通目", second.Text(".pager + p"));
    }

    [Fact]
    public async Task Mails_of_another_cohort_are_not_there()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        var mail = Assert.Single(await site.MailsAsync());
        var elsewhere = await site.StaffAsync(Role.Reviewer, "よその期", cohortId: await OtherCohortAsync(site));

        var list = await elsewhere.OpenAsync("/admin/mail");
        var shown = await elsewhere.OpenAsync($"/admin/mail/{mail.Key}");
        var html = await elsewhere.OpenAsync($"/admin/mail/{mail.Key}/html");

        Assert.Equal("まだメールはありません", list.Text(".empty h2"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shown.Status, html.Status));
    }

    [Fact]
    public async Task Mails_for_staff_are_listed_for_administrators_alone_and_never_show_their_link()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.InDatabaseAsync(db =>
        {
            db.Add(new OutgoingMail(MailKind.StaffInvitation, "invitation:1", "new@staff.example.jp", "招待", new MailBody("https://secret-link", "<p>https://secret-link</p>")).QueuedAt(DateTime.UnixEpoch));
            return db.SaveChangesAsync();
        });
        var key = Assert.Single(await site.MailsAsync()).Key;
        var administrator = await site.StaffAsync(Role.Administrator);
        var reviewer = await site.StaffAsync(Role.Reviewer);

        var list = await administrator.OpenAsync("/admin/mail");
        var shown = await administrator.OpenAsync($"/admin/mail/{key}");
        var html = await administrator.OpenAsync($"/admin/mail/{key}/html");
        var others = await reviewer.OpenAsync($"/admin/mail/{key}");

        Assert.Equal(["new@staff.example.jp"], list.Texts(".alist__name a"));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.DoesNotContain("secret-link", shown.Body, StringComparison.Ordinal);
        Assert.Null(shown.Html.QuerySelector("#resend"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (html.Status, others.Status));
    }

    private static Task<int> OtherCohortAsync(Site site) => site.InDatabaseAsync(async db =>
    {
        var cohort = new Cohort(2, "第二期", new(2021, 7, 1), new(2022, 1, 31), new Yen(20_000), new RecruitmentPeriod(null, new(2021, 7, 30)), [], []);
        db.Add(cohort);
        await db.SaveChangesAsync();
        return cohort.Id;
    });
}

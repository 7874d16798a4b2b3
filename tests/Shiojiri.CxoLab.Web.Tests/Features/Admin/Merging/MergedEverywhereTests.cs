using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Merging;

/// <summary>An application that was put under another one, laid against every screen, mail, filter, file and job.</summary>
public sealed class MergedEverywhereTests
{
    [Fact]
    public async Task It_is_in_no_list_count_or_file()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (_, merged) = await TwoOfThreeAsync(site);
        var staff = await site.StaffAsync(Role.Administrator);

        Dictionary<string, (string Path, string Selector, int Count)> screens = new()
        {
            ["list"] = ("/admin/applications", ".alist tbody tr", 2),
            ["status"] = ("/admin/applications?status=received", ".alist tbody tr", 2),
            ["fee"] = ("/admin/applications?payment=unpaid", ".alist tbody tr", 2),
            ["due"] = ("/admin/applications?sort=due", ".alist tbody tr", 2),
            ["ranking"] = ("/admin/reviews/ranking", ".rank > li", 2),
            ["newest"] = ("/admin", ".tasks:nth-of-type(1) ~ * li", -1),
        };
        foreach (var (name, (path, selector, count)) in screens)
        {
            var page = await staff.OpenAsync(path);
            Assert.Equal((name, HttpStatusCode.OK), (name, page.Status));
            Assert.DoesNotContain($"/admin/applications/{merged}", page.Body, StringComparison.Ordinal);
            Assert.True(count < 0 || page.Html.QuerySelectorAll(selector).Length == count, name);
        }

        Assert.Contains("第三期 2件", (await staff.OpenAsync("/admin/applications")).Text(".adm-top p"), StringComparison.Ordinal);
        Assert.Equal("第三期・対象 2件（辞退を除く）", (await staff.OpenAsync("/admin/reviews")).Text(".adm-top p"));
        Assert.Contains("2件", (await staff.OpenAsync("/admin/mail/group")).Text("main dl"), StringComparison.Ordinal);
        Assert.Equal("2", (await staff.OpenAsync("/admin")).Text(".adm-nav .n").Replace("件 未審査", "", StringComparison.Ordinal));
        var export = (await staff.OpenAsync("/admin/applications/export")).Fields("form[action^='/admin/applications/export']");
        (export["Format"], export["Columns"]) = ("csv", "number");
        Assert.Equal(3, (await staff.PostAsync("/admin/applications/export", export)).Body.Trim().Split("\r\n").Length);
    }

    [Fact]
    public async Task Its_number_and_address_lead_to_the_one_that_stays()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (main, merged) = await TwoOfThreeAsync(site);
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.OpenAsync($"/admin/applications/{merged}");
        var mails = await staff.OpenAsync("/admin/mail?q=second@example.jp");
        var audit = await staff.OpenAsync($"/admin/audit?subject={merged}");

        Assert.Equal((HttpStatusCode.OK, $"/admin/applications/{main}"), (page.Status, page.Answer.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Contains("この申し込みにまとめてあります", page.Text(".saved"), StringComparison.Ordinal);
        foreach (var word in new[] { merged, "second@example.jp" })
        {
            var found = await staff.OpenAsync($"/admin/applications?q={word}");
            Assert.Equal([$"/admin/applications/{main}?q={word}"], found.Html.QuerySelectorAll(".alist__name > a").Select(a => a.GetAttribute("href")!));
        }

        Assert.Equal(2, mails.Html.QuerySelectorAll("tbody tr").Length);
        Assert.Contains($"塩尻 太郎さんの申し込みを受付番号 {ApplicationNumber.Grouped(main)} にまとめた", audit.Text(".say"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_can_be_done_to_it_by_itself()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (main, merged) = await TwoOfThreeAsync(site);
        var staff = await site.StaffAsync(Role.Administrator);
        var url = $"/admin/applications/{merged}";
        var token = (await staff.OpenAsync($"/admin/applications/{main}")).Html.QuerySelector("input[name=FormToken]")!.GetAttribute("value")!;

        foreach (var path in new[] { "/sheet", "/contact", "/payments", "/review", $"/merging?with={main}" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await staff.OpenAsync(url + path)).Status));
        }

        foreach (var path in new[] { "/notes", "/tags", "/assignee", "/contact", "/payments", "/refunds", "/review", "/decision", "/taking-back", "/place", "/merging", "/splitting" })
        {
            var answer = await staff.PostAsync(url + path, new Dictionary<string, string>
            {
                ["FormToken"] = token,
                ["Text"] = "メモ",
                ["name"] = "タグ",
                ["to"] = "Accepted",
                ["reason"] = "理由",
                ["With"] = main,
                ["Main"] = main,
            });
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.Status));
        }

        await staff.PostAsync("/admin/decisions", new Dictionary<string, string> { ["FormToken"] = token, ["numbers"] = merged, ["to"] = "Accepted" });
        Assert.Equal(0, await site.InDatabaseAsync(db => db.PreparedDecisions.CountAsync()));
    }

    [Fact]
    public async Task No_mail_of_it_leaves_and_none_is_made()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (_, merged) = await TwoOfThreeAsync(site);
        var staff = await site.StaffAsync(Role.Administrator);
        var mail = (await site.MailsAsync()).Single(m => m.Recipient == "second@example.jp");
        var cancelled = mail.State;

        await site.SetAsync(mail, MailState.Sent);
        var form = (await staff.OpenAsync($"/admin/mail/{mail.Key}")).Fields($"form[action$='{mail.Key}/resend'], form[action*='{mail.Key}']");
        var before = (await site.MailsAsync()).Count;
        await staff.PostAsync($"/admin/mail/{mail.Key}/resend", form);
        await site.SetAsync(mail, MailState.Queued);
        await site.InDatabaseAsync(db => db.OutgoingMails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptUtc, DateTime.UnixEpoch)));
        await site.DeliverAllAsync();

        var stopped = (await site.MailsAsync()).Single(m => m.Id == mail.Id);
        Assert.Equal((MailState.Cancelled, before), (cancelled, (await site.MailsAsync()).Count));
        Assert.Equal(MailRefusal.Merged, stopped.StoppedBecause);
        Assert.Equal(merged, stopped.Application!.Number);
    }

    [Fact]
    public async Task A_visitor_reads_on_its_page_where_it_went_and_nothing_of_the_other_but_its_number()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (main, merged) = await TwoOfThreeAsync(site);
        var key = (await site.ApplicationAsync(merged)).Key;

        var page = await site.Visitor().OpenAsync($"/apply/complete/{key}");

        Assert.Equal("お申し込みを1つにまとめました", page.Heading);
        Assert.Contains($"受付番号 {ApplicationNumber.Grouped(main)} としてお預かりしています", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("お支払い期限", page.Words, StringComparison.Ordinal);
        Assert.Contains("この受付番号でのお支払いの必要はありません。", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_its_address_repeats_the_one_that_stays_while_that_one_stands()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (main, _) = await TwoOfThreeAsync(site);

        await site.Visitor().ApplyAsync(("Email", "SECOND@example.jp"));
        var (count, notice) = (await site.InDatabaseAsync(db => db.Applications.CountAsync()), (await site.MailsAsync(MailKind.RepeatNotice)).Single());
        await site.InDatabaseAsync(async db =>
        {
            (await db.Applications.SingleAsync(a => a.Number == main)).MoveTo(ApplicationStatus.Withdrawn, new Actor(null, "事務局"), DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });
        await site.Visitor().ApplyAsync(("Email", "second@example.jp"));

        Assert.Equal((3, "first@example.jp", main), (count, notice.Recipient, notice.Application!.Number));
        Assert.Equal(4, await site.InDatabaseAsync(db => db.Applications.CountAsync()));
    }

    [Fact]
    public async Task A_form_from_its_address_is_answered_like_any_other_when_the_one_that_stays_came_on_paper_without_an_address()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var (main, _) = await TwoOfThreeAsync(site);
        await site.InDatabaseAsync(db => db.Applications.Where(a => a.Number == main).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.Email, (string?)null).SetProperty(a => a.NormalizedEmail, (string?)null).SetProperty(a => a.ActiveEmail, (string?)null)));

        var done = await site.Visitor().ApplyAsync(("Email", "second@example.jp"));

        Assert.Equal((HttpStatusCode.OK, "お申し込みを受け付けました"), (done.Status, done.Heading));
        Assert.Equal([main], await site.InDatabaseAsync(db => db.RepeatSubmissions.Join(db.Applications, r => r.Issued!.ApplicationId, a => a.Id, (_, a) => a.Number).ToListAsync()));
        Assert.Empty(await site.MailsAsync(MailKind.RepeatNotice));
    }

    [Fact]
    public async Task Asking_for_ones_number_with_its_address_reaches_the_address_of_the_one_that_stays()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await TwoOfThreeAsync(site);
        var visitor = site.Visitor();
        var fields = (await visitor.OpenAsync("/apply/again")).Fields("form[action='/apply/again']");
        fields["Email"] = "second@example.jp";

        await visitor.PostAsync("/apply/again", fields);

        Assert.Equal(["first@example.jp"], (await site.MailsAsync(MailKind.StatusSummary)).Select(m => m.Recipient));
    }

    /// <summary>Three have applied; the second was put under the first, whose person it is.</summary>
    private static async Task<(string Main, string Merged)> TwoOfThreeAsync(Site site)
    {
        var first = await ApplyAsync(site, ("Email", "first@example.jp"));
        var second = await ApplyAsync(site, ("Email", "second@example.jp"));
        await ApplyAsync(site, ("Email", "third@example.jp"), ("Name", "諏訪 花子"), ("Kana", "スワ ハナコ"));
        var staff = await site.StaffAsync(Role.Reviewer, "まとめる人");
        var fields = (await staff.OpenAsync($"/admin/applications/{first}/merging?with={second}")).Fields("form.merging");
        fields["Main"] = first;
        Assert.Equal("同じ人の申し込みとしてまとめました。メールはお送りしていません", (await staff.PostAsync($"/admin/applications/{first}/merging", fields)).Text(".saved"));
        return (first, second);
    }

    private static async Task<string> ApplyAsync(Site site, params (string Field, string Value)[] changes) =>
        (await site.Visitor().ApplyAsync(changes)).Text(".done__ref b").Replace("-", "", StringComparison.Ordinal);
}

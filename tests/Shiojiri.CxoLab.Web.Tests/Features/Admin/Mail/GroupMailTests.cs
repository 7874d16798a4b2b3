using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Mail;

public sealed class GroupMailTests
{
    private const string Editor = "#group";

    [Fact]
    public async Task Everybody_on_the_list_gets_a_mail_of_their_own()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await ApplyAsync(site, "a@example.jp", "b@example.jp", "c@example.jp");
        var staff = await site.StaffAsync(Role.Reviewer);
        var form = await staff.OpenAsync("/admin/mail/group");

        var page = await staff.PostAsync("/admin/mail/group", Filled(form, "3"));

        var mails = await site.MailsAsync(MailKind.Group);
        Assert.Equal(["a@example.jp", "b@example.jp", "c@example.jp"], mails.Select(m => m.Recipient));
        Assert.All(mails, m => Assert.StartsWith($"{m.Application!.Name} 様\n\n現地の集合場所をお知らせします。", m.Text, StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.OK, "メール", 3), (page.Status, page.Heading, page.Texts(".alist tbody tr").Length));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.GroupMailQueued)));
        Assert.Equal("3件", form.Definition("送るアドレス"));
    }

    [Fact]
    public async Task The_preview_is_the_first_recipient_s_mail()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await ApplyAsync(site, "a@example.jp", "b@example.jp");
        var staff = await site.StaffAsync(Role.Reviewer);
        var fields = Filled(await staff.OpenAsync("/admin/mail/group"), "2");

        var fragment = await staff.PostAsync("/admin/mail/group/preview", fields);
        await staff.PostAsync("/admin/mail/group", fields);

        var newest = (await site.MailsAsync(MailKind.Group)).Single(m => m.Recipient == "b@example.jp");
        Assert.Equal((newest.Subject, newest.Text), (fragment.Text(".mailpaper__subject"), fragment.Html.QuerySelector(".mailpaper__text")!.TextContent));
    }

    [Fact]
    public async Task The_filter_of_the_list_holds()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await ApplyAsync(site, "a@example.jp", "b@example.jp");
        await MoveAsync(site, "b@example.jp", ApplicationStatus.UnderReview);
        var staff = await site.StaffAsync(Role.Reviewer);
        var form = await staff.OpenAsync("/admin/mail/group?status=UnderReview");

        await staff.PostAsync("/admin/mail/group", Filled(form, "1"));

        Assert.Equal("第三期、審査中", form.Definition("条件"));
        Assert.Equal(["b@example.jp"], (await site.MailsAsync(MailKind.Group)).Select(m => m.Recipient));
    }

    [Fact]
    public async Task The_word_searched_for_is_not_kept_in_the_log()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await ApplyAsync(site, "a@example.jp");
        var staff = await site.StaffAsync(Role.Reviewer);

        await staff.PostAsync("/admin/mail/group", Filled(await staff.OpenAsync("/admin/mail/group?q=a%40example.jp"), "1"));

        var line = await site.InDatabaseAsync(db => db.AuditEntries.SingleAsync(e => e.Action == AuditAction.GroupMailQueued));
        Assert.Contains("\"Filter\":{\"q\":\"…\"}", line.After!, StringComparison.Ordinal);
        Assert.DoesNotContain("a@example.jp", line.After!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seeing_the_names_to_choose_from_is_written_down_but_not_every_renewed_preview()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await ApplyAsync(site, "a@example.jp", "b@example.jp");
        var staff = await site.StaffAsync(Role.Reviewer);

        var page = await staff.OpenAsync("/admin/mail/group");
        await staff.PostAsync("/admin/mail/group/preview", Filled(page, "2"));

        var line = await site.InDatabaseAsync(db => db.AccessEntries.SingleAsync(e => e.Action == AuditAction.ListViewed));
        Assert.Equal("""{"page":"group-mail","cohort":"第三期","filter":{},"shown":2}""", line.Details);
    }

    [Fact]
    public async Task The_same_address_gets_one_mail_and_who_stepped_back_none_unless_meant()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await ApplyAsync(site, "gone@example.jp", "taro@example.jp");
        await MoveAsync(site, "gone@example.jp", ApplicationStatus.Withdrawn);
        await MoveAsync(site, "taro@example.jp", ApplicationStatus.Withdrawn);
        await ApplyAsync(site, "Taro@example.jp");
        await SameAddressAsync(site);
        var staff = await site.StaffAsync(Role.Reviewer);

        var all = await staff.OpenAsync("/admin/mail/group");
        var withdrawn = await staff.OpenAsync("/admin/mail/group?status=Withdrawn");
        await staff.PostAsync("/admin/mail/group", Filled(withdrawn, "2"));

        Assert.Equal(("1件（辞退した人を除く）", "1件"), (all.Definition("申し込み"), all.Definition("送るアドレス")));
        Assert.Equal(("3件", "2件（同じアドレスの1件をまとめました）"), (withdrawn.Definition("申し込み"), withdrawn.Definition("送るアドレス")));
        Assert.Equal(["gone@example.jp", "TARO@example.jp"], (await site.MailsAsync(MailKind.Group)).Select(m => m.Recipient));
    }

    [Fact]
    public async Task The_same_form_sent_several_times_makes_one_mail_for_each()
    {
        var meeting = new Meeting("Applications");
        using var site = await Site.StartAsync(services: services =>
        {
            Outbox.StandsStill(services);
            meeting.Watch(services);
        });
        await ApplyAsync(site, "a@example.jp", "b@example.jp");
        var staff = await site.StaffAsync(Role.Reviewer);
        var fields = Filled(await staff.OpenAsync("/admin/mail/group"), "2");

        var answers = await meeting.OfAsync(4, () => staff.PostAsync("/admin/mail/group", fields));
        var later = await staff.PostAsync("/admin/mail/group", fields);

        Assert.All(answers.Append(later), a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(2, (await site.MailsAsync(MailKind.Group)).Count);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.GroupMailQueued)));
    }

    [Theory]
    [InlineData("", "宛先の件数（2）を入力してください")]
    [InlineData("3", "宛先は2件です。件数をもう一度入力してください")]
    [InlineData("-2", "宛先は2件です。件数をもう一度入力してください")]
    [InlineData("二", "宛先は2件です。件数をもう一度入力してください")]
    public async Task A_wrong_number_sends_nothing_and_loses_nothing(string typed, string message)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await ApplyAsync(site, "a@example.jp", "b@example.jp");
        var staff = await site.StaffAsync(Role.Reviewer);
        var fields = Filled(await staff.OpenAsync("/admin/mail/group?payment=unpaid"), typed);

        var page = await staff.PostAsync("/admin/mail/group", fields);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), (page.Status, page.Text(".errsum a")));
        Assert.Equal(
            (fields["Subject"], fields["Body"], fields["Batch"], fields["payment"]),
            (page.Fields(Editor)["Subject"], page.Fields(Editor)["Body"], page.Fields(Editor)["Batch"], page.Fields(Editor)["payment"]));
        Assert.Empty(await site.MailsAsync(MailKind.Group));
    }

    [Fact]
    public async Task A_number_in_full_width_digits_is_understood()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await ApplyAsync(site, "a@example.jp");
        var staff = await site.StaffAsync(Role.Reviewer);

        await staff.PostAsync("/admin/mail/group", Filled(await staff.OpenAsync("/admin/mail/group"), " １ "));

        Assert.Single(await site.MailsAsync(MailKind.Group));
    }

    [Fact]
    public async Task When_the_number_has_changed_since_the_page_says_so_and_sends_nothing()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await ApplyAsync(site, "a@example.jp");
        var staff = await site.StaffAsync(Role.Reviewer);
        var fields = Filled(await staff.OpenAsync("/admin/mail/group"), "1");
        await ApplyAsync(site, "b@example.jp");

        var page = await staff.PostAsync("/admin/mail/group", fields);
        var afterwards = await staff.PostAsync("/admin/mail/group", Filled(page, "2"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.StartsWith("宛先が1件から2件に変わりました。まだ送っていません。", page.Text(".note--err"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, 2), (afterwards.Status, (await site.MailsAsync(MailKind.Group)).Count));
    }

    [Fact]
    public async Task When_somebody_took_another_s_place_the_page_says_so_though_the_number_is_the_same()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await ApplyAsync(site, "a@example.jp", "b@example.jp");
        var staff = await site.StaffAsync(Role.Reviewer);
        var fields = Filled(await staff.OpenAsync("/admin/mail/group"), "2");
        await MoveAsync(site, "a@example.jp", ApplicationStatus.Withdrawn);
        await ApplyAsync(site, "c@example.jp");

        var page = await staff.PostAsync("/admin/mail/group", fields);
        var before = (await site.MailsAsync(MailKind.Group)).Count;
        await staff.PostAsync("/admin/mail/group", page.Fields(Editor));

        Assert.Equal((HttpStatusCode.Conflict, 0), (page.Status, before));
        Assert.StartsWith("宛先の人かアドレスが変わりました（いまは2件です）。まだ送っていません。", page.Text(".note--err"), StringComparison.Ordinal);
        Assert.Equal((fields["Subject"], fields["Batch"], "2"), (page.Fields(Editor)["Subject"], page.Fields(Editor)["Batch"], page.Fields(Editor)["Count"]));
        Assert.Equal(["b@example.jp", "c@example.jp"], (await site.MailsAsync(MailKind.Group)).Select(m => m.Recipient));
    }

    [Theory]
    [InlineData("Subject", "{氏名}さんへ", "{氏名}は件名には使えません。本文に入れてください")]
    [InlineData("Body", "{名まえ}さんへ", "{名まえ}という差し込み項目はありません。{氏名}ではありませんか")]
    public async Task A_faulty_text_is_sent_to_nobody(string field, string text, string message)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await ApplyAsync(site, "a@example.jp");
        var staff = await site.StaffAsync(Role.Reviewer);
        var fields = Filled(await staff.OpenAsync("/admin/mail/group"), "1");
        fields[field] = text;

        var page = await staff.PostAsync("/admin/mail/group", fields);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), (page.Status, page.Text(".errsum a")));
        Assert.Empty(await site.MailsAsync(MailKind.Group));
    }

    [Fact]
    public async Task Two_hundred_people_are_written_to_in_one_save()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.ApplicantsAsync(200);
        var staff = await site.StaffAsync(Role.Reviewer);

        var page = await staff.PostAsync("/admin/mail/group", Filled(await staff.OpenAsync("/admin/mail/group"), "200"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(200, (await site.MailsAsync(MailKind.Group)).Select(m => m.Recipient).Distinct().Count());
    }

    [Fact]
    public async Task Whoever_may_only_read_writes_to_nobody()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await ApplyAsync(site, "a@example.jp");
        var fields = Filled(await (await site.StaffAsync(Role.Reviewer)).OpenAsync("/admin/mail/group"), "1");
        var viewer = await site.StaffAsync(Role.Viewer);

        var opened = await viewer.OpenAsync("/admin/mail/group");
        var posted = await viewer.PostAsync("/admin/mail/group", fields);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (opened.Status, posted.Status));
        Assert.Empty(await site.MailsAsync(MailKind.Group));
    }

    [Fact]
    public async Task Whoever_sees_one_cohort_writes_to_nobody_of_another()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await ApplyAsync(site, "a@example.jp");
        var second = await site.InDatabaseAsync(async db =>
        {
            var cohort = new Cohort(2, "第二期", new(2021, 7, 1), new(2022, 1, 31), new Yen(20_000), new RecruitmentPeriod(null, new(2021, 7, 30)), [], []);
            db.Add(cohort);
            await db.SaveChangesAsync();
            return cohort.Id;
        });
        var staff = await site.StaffAsync(Role.Reviewer, "第二期の人", cohortId: second);

        var elsewhere = await staff.OpenAsync("/admin/mail/group?cohort=3");
        var own = await staff.OpenAsync("/admin/mail/group");
        var nobody = await staff.PostAsync("/admin/mail/group", Filled(own, "0"));

        Assert.Equal((HttpStatusCode.NotFound, "第二期", "0件"), (elsewhere.Status, own.Definition("条件"), own.Definition("送るアドレス")));
        Assert.Equal("宛先がありません。申込者の一覧で条件を選び直してください", nobody.Text(".errsum a"));
        Assert.Empty(await site.MailsAsync(MailKind.Group));
    }

    private static Dictionary<string, string> Filled(Page form, string count)
    {
        var fields = form.Fields(Editor);
        fields["Subject"] = "【塩尻CxO Lab】集合場所のお知らせ（{受付番号}）";
        fields["Title"] = "集合場所のお知らせ";
        fields["Body"] = "{氏名} 様\r\n\r\n現地の集合場所をお知らせします。";
        fields["Count"] = count;
        return fields;
    }

    private static async Task ApplyAsync(Site site, params string[] addresses)
    {
        var visitor = site.Visitor();
        foreach (var address in addresses)
        {
            await visitor.ApplyAsync(("Email", address), ("Name", $"申込 {address[0]}"));
            site.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private static Task<int> MoveAsync(Site site, string address, ApplicationStatus to) => site.InDatabaseAsync(async db =>
    {
        (await db.Applications.SingleAsync(a => a.ActiveEmail == address)).MoveTo(to, Actor.CommandLine, site.Clock.GetUtcNow().UtcDateTime);
        return await db.SaveChangesAsync();
    });

    // One person stepped back twice, and wrote the address in capitals the second time; a third application stands.
    private static Task<int> SameAddressAsync(Site site) => site.InDatabaseAsync(async db =>
    {
        var again = await db.Applications.SingleAsync(a => a.Email == "Taro@example.jp");
        again.Correct(again.Contact with { Email = "TARO@example.jp" });
        again.MoveTo(ApplicationStatus.Withdrawn, Actor.CommandLine, site.Clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        await ApplyAsync(site, "stays@example.jp");
        return 0;
    });
}

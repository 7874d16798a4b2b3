using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Merging;

public sealed class MergingTests
{
    private static readonly string[] KeptOfTheOther =
        ["まとめたときの状態：受付・メール1通・メモ1件・採点0件", "（シオジリ", "person2@example.jp", "参加費", "申し込みを受付", "電話で話しました", "止めた"];

    [Fact]
    public async Task The_same_name_and_reading_or_telephone_number_are_noted_on_list_and_page_and_others_not()
    {
        using var site = await Site.StartAsync();
        var people = await PeopleAsync(site);
        var staff = await site.StaffAsync(Role.Administrator);

        var list = await staff.OpenAsync("/admin/applications?sort=oldest");
        var page = await staff.OpenAsync($"/admin/applications/{people[0].Number}");
        var alone = await staff.OpenAsync($"/admin/applications/{people[3].Number}");

        Assert.Equal(
            [$"{people[1].Number} {people[2].Number}", people[0].Number, people[0].Number, "", ""],
            list.Html.QuerySelectorAll(".alist tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll(".alist__twin a").Select(a => a.GetAttribute("href")!.Split('/')[^1]))));
        Assert.Equal(
            ["お名前とフリガナが同じ・受付", "電話番号が同じ・受付"],
            page.Texts(".twins__why").Order(StringComparer.Ordinal));
        Assert.Equal(2, page.Html.QuerySelectorAll(".twins a[href*='/merging?with=']").Length);
        Assert.Equal((HttpStatusCode.OK, 0), (alone.Status, alone.Html.QuerySelectorAll(".twins").Length));
    }

    [Fact]
    public async Task The_one_that_stays_shows_answers_mails_payments_and_notes_of_the_other()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var people = await PeopleAsync(site);
        var staff = await site.StaffAsync(Role.Administrator);
        var note = (await staff.OpenAsync($"/admin/applications/{people[1].Number}")).Fields("form[action$='/notes']");
        note["Text"] = "電話で話しました";
        await staff.PostAsync($"/admin/applications/{people[1].Number}/notes", note);
        await QueueAsync(site, people[1].Number);

        var page = await MergeAsync(staff, people[0].Number, people[1].Number, main: people[0].Number);

        var merged = page.Text(".merged");
        Assert.All(KeptOfTheOther, word => Assert.Contains(word, merged, StringComparison.Ordinal));
        Assert.Single(page.Html.QuerySelectorAll(".merged a[href^='/admin/mail/']"));
        Assert.Equal([people[2].Number], page.Html.QuerySelectorAll(".twins li > a:first-child").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
        Assert.Contains("同じ人としてまとめる", page.Text(".log"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parted_again_both_stand_as_before_and_the_log_tells_of_both()
    {
        using var site = await Site.StartAsync();
        var people = await PeopleAsync(site);
        var staff = await site.StaffAsync(Role.Administrator);
        var merged = await MergeAsync(staff, people[0].Number, people[1].Number, main: people[1].Number);
        var form = merged.Fields("form[action$='/splitting']");

        var page = await staff.PostAsync($"/admin/applications/{people[1].Number}/splitting", form);
        var again = await staff.PostAsync($"/admin/applications/{people[1].Number}/splitting", form);
        var audit = await staff.OpenAsync($"/admin/audit?subject={people[1].Number}");
        var parted = await site.ApplicationAsync(people[0].Number);

        Assert.Equal(("申し込みを分けました。メールはお送りしていません", $"/admin/applications/{people[0].Number}"), (page.Text(".saved"), page.Answer.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Equal((null, true, "person1@example.jp"), (parted.MergedIntoId, parted.HoldsPlace, parted.ActiveEmail));
        Assert.NotNull(parted.DueOn);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Contains($"から受付番号 {ApplicationNumber.Grouped(people[0].Number)} の申し込みを分けた", audit.Text(".say"), StringComparison.Ordinal);
        Assert.Contains($"に受付番号 {ApplicationNumber.Grouped(people[0].Number)} の申し込みをまとめた", audit.Text(".say"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preparation_and_waiting_mails_are_withdrawn_and_the_check_page_says_so()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var people = await PeopleAsync(site);
        await QueueAsync(site, people[1].Number);
        var staff = await site.StaffAsync(Role.Administrator);
        var prepare = (await staff.OpenAsync($"/admin/applications/{people[1].Number}")).Fields("form[action$='/decision']");
        prepare["to"] = "Accepted";
        await staff.PostAsync($"/admin/applications/{people[1].Number}/decision", prepare);

        var check = await staff.OpenAsync($"/admin/applications/{people[0].Number}/merging?with={people[1].Number}");
        await MergeAsync(staff, people[0].Number, people[1].Number, main: people[0].Number);

        Assert.Equal(
            [
                $"もう1件（{ApplicationNumber.Grouped(people[1].Number)}・受付）は、一覧・人数・定員・決定・書き出し・まとめてのメールに出なくなります。",
                "もう1件の席が空きます。", "もう1件の送信待ちのメール1通を取り消します。", "もう1件に準備した「参加確定」を取りやめます。",
            ],
            check.Texts("section:nth-of-type(1) .merging__then li"));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.PreparedDecisions.CountAsync()));
        Assert.All(await site.MailsAsync(), mail => Assert.Equal(MailState.Cancelled, mail.State));
    }

    [Fact]
    public async Task With_money_or_a_decision_on_it_an_application_can_only_be_the_one_that_stays()
    {
        using var site = await Site.StartAsync();
        var people = await PeopleAsync(site);
        await site.InDatabaseAsync(async db =>
        {
            var paid = await db.Applications.Include(a => a.Ledger).SingleAsync(a => a.Id == people[1].Id);
            paid.RecordPayment(new(RandomToken.Draw(), new Yen(5000), new(2022, 6, 9), CxoLab.Payments.PaymentWay.Cash, null), new Actor(null, "会計"), DateTime.UnixEpoch);
            return await db.SaveChangesAsync();
        });
        var staff = await site.StaffAsync(Role.Administrator);

        var check = await staff.OpenAsync($"/admin/applications/{people[0].Number}/merging?with={people[1].Number}");
        var fields = check.Fields("form.merging");
        fields["Main"] = people[0].Number;
        var refused = await staff.PostAsync($"/admin/applications/{people[0].Number}/merging", fields);

        Assert.Contains("先に「入金の記録」で、返金を記録するか、入金を取り消して残す方の申し込みに記録してください。", check.Text(".merging__no"), StringComparison.Ordinal);
        Assert.Equal([people[1].Number], check.Html.QuerySelectorAll("input[name=Main]").Select(i => i.GetAttribute("value")!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.MergedIntoId != null)));
    }

    [Fact]
    public async Task A_stale_page_a_mail_that_is_leaving_and_no_choice_put_nothing_together()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var people = await PeopleAsync(site);
        await QueueAsync(site, people[1].Number);
        var staff = await site.StaffAsync(Role.Administrator);
        var path = $"/admin/applications/{people[0].Number}/merging";
        var fields = (await staff.OpenAsync($"{path}?with={people[1].Number}")).Fields("form.merging");

        var none = await staff.PostAsync(path, fields);
        fields["Main"] = people[0].Number;
        await site.ClaimAsync((await site.MailsAsync()).Single());
        var leaving = await staff.PostAsync(path, fields);
        await site.InDatabaseAsync(db => db.Applications.Where(a => a.Id == people[0].Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Version, Guid.NewGuid())));
        var stale = await staff.PostAsync(path, fields);
        var viewer = await site.StaffAsync(Role.Viewer);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "残す申し込みを選んでください"), (none.Status, none.Text(".errsum li")));
        Assert.Equal(HttpStatusCode.Conflict, leaving.Status);
        Assert.Contains("いま送っているところです", leaving.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.OpenAsync($"{path}?with={people[1].Number}")).Status);
        Assert.Equal((0, 0), await site.InDatabaseAsync(async db => (await db.Applications.CountAsync(a => a.MergedIntoId != null), await db.AuditEntries.CountAsync(e => e.Action == AuditAction.ApplicationMerged))));
    }

    [Fact]
    public async Task Two_who_merge_crosswise_at_one_moment_leave_one_that_stays()
    {
        var meeting = new Meeting("Applications");
        using var site = await Site.StartAsync(services: meeting.Watch);
        var people = await PeopleAsync(site);
        var staff = await site.StaffAsync(Role.Administrator);
        var path = $"/admin/applications/{people[0].Number}/merging";
        var fields = (await staff.OpenAsync($"{path}?with={people[1].Number}")).Fields("form.merging");

        await meeting.OfAsync(
            () => staff.PostAsync(path, new Dictionary<string, string>(fields) { ["Main"] = people[0].Number }),
            () => staff.PostAsync(path, new Dictionary<string, string>(fields) { ["Main"] = people[1].Number }));

        Assert.Equal(1, await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.MergedIntoId != null)));
    }

    [Fact]
    public async Task The_number_of_a_form_sent_again_stands_on_the_page()
    {
        using var site = await Site.StartAsync();
        var own = (await site.Visitor().ApplyAsync()).Text(".done__ref b").Replace("-", "", StringComparison.Ordinal);
        var repeat = (await site.Visitor().ApplyAsync()).Text(".done__ref b");

        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync($"/admin/applications/{own}");

        Assert.StartsWith(repeat, page.Definition("ほかの受付番号"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task The_page_costs_the_same_statements_whatever_is_under_it(int merged)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        var people = await site.ReceiveAsync(4, (_, a) => a with { Name = "塩尻 太郎" });
        var staff = await site.StaffAsync(Role.Administrator);
        for (var n = 1; n <= merged; n++)
        {
            await MergeAsync(staff, people[0].Number, people[n].Number, main: people[0].Number);
        }

        await staff.OpenAsync($"/admin/applications/{people[0].Number}");
        count.StartAgain();

        var page = await staff.OpenAsync($"/admin/applications/{people[0].Number}");

        Assert.Equal((merged, 12), (page.Html.QuerySelectorAll(".merged").Length, count.Statements));
    }

    /// <summary>The second has the first's name and reading, the third their telephone number, the others nothing of them.</summary>
    private static Task<IReadOnlyList<Application>> PeopleAsync(Site site) => site.ReceiveAsync(5, (n, applicant) => n switch
    {
        1 => applicant with { Name = "塩尻 太郎", Kana = "シオジリ タロウ", Phone = "09012345678" },
        2 => applicant with { Name = "塩尻　太郎", Kana = "シオジリ　タロウ" },
        3 => applicant with { Name = "塩尻 花子", Kana = "シオジリ ハナコ", Phone = "+819012345678" },
        4 => applicant with { Name = "塩尻 太朗", Kana = "シオジリ タロウ", Phone = "09012345679" },
        _ => applicant,
    });

    private static async Task<Page> MergeAsync(HttpClient staff, string number, string with, string main)
    {
        var fields = (await staff.OpenAsync($"/admin/applications/{number}/merging?with={with}")).Fields("form.merging");
        fields["Main"] = main;
        return await staff.PostAsync($"/admin/applications/{number}/merging", fields);
    }

    private static Task<int> QueueAsync(Site site, string number) => site.InDatabaseAsync(async db =>
    {
        var application = await db.Applications.SingleAsync(a => a.Number == number);
        var cohort = await db.Cohorts.Include(c => c.Sessions).SingleAsync();
        var office = new OfficeDetails("office@example.jp", null, "https://lab.example.jp", new("銀行", "本店", "普通", "1234567", "ラボ", false), null, null);
        db.Add(ApplicantMail.For(MailKind.PaymentInstructions, $"test:{number}", new MailContext(application, cohort, office), null, MailMarkdown.Read).QueuedAt(DateTime.UnixEpoch));
        return await db.SaveChangesAsync();
    });
}

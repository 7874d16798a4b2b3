using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Curriculum;

/// <summary>After a date was moved or called off staff are offered a mail to members; it leaves once.</summary>
public sealed class SessionNoticeTests
{
    private const string List = "/admin/cohorts/3/sessions";
    private const string Offer = ".note--act a";
    private const string Mail = "/admin/mail/group";

    [Fact]
    public async Task Members_are_written_to_after_a_move_and_the_row_says_so()
    {
        using var site = await SiteAsync();
        var staff = await site.StaffAsync(Role.Administrator);

        var moved = await MoveAsync(staff, "2022-09-01");
        var form = await staff.OpenAsync(moved.Html.QuerySelector(Offer)!.GetAttribute("href")!);
        var sent = await staff.PostAsync(Mail, With(form, "2"));

        Assert.Equal(["「『仕様書』作成中間発表会」を移したことを、参加が確定した2名にまだ知らせていません。"], moved.Texts(".note--act p"));
        Assert.Equal("2件", form.Definition("送るアドレス"));
        var mails = await site.MailsAsync(MailKind.Group);
        Assert.Equal(["a@example.jp", "b@example.jp"], mails.Select(m => m.Recipient).Order());
        Assert.All(mails, m => Assert.Equal("【塩尻CxO Lab】「『仕様書』作成中間発表会」日程の変更のお知らせ", m.Subject));
        Assert.All(mails, m => Assert.Contains("変更前：8月24日(水) 21:00〜22:30\n変更後：9月1日(木) 21:00〜22:30\n場所：オンライン\n", m.Text, StringComparison.Ordinal));
        Assert.Equal(("第三期", "まとめて送るメールを送信待ちに入れました。順に送られます。"), (sent.Heading, sent.Text(".saved")));
        Assert.Contains("お知らせ済み（6月10日(金)）", sent.Words, StringComparison.Ordinal);
        Assert.Null(sent.Html.QuerySelector(Offer));
    }

    [Fact]
    public async Task A_form_sent_again_or_opened_again_writes_to_nobody_twice()
    {
        using var site = await SiteAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var address = (await MoveAsync(staff, "2022-09-01")).Html.QuerySelector(Offer)!.GetAttribute("href")!;
        var (one, other) = (await staff.OpenAsync(address), await staff.OpenAsync(address));

        await staff.PostAsync(Mail, With(one, "2"));
        var reloaded = await staff.PostAsync(Mail, With(one, "2"));
        var second = await staff.PostAsync(Mail, With(other, "2"));
        var late = await staff.OpenAsync(address);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound), (reloaded.Status, second.Status, late.Status));
        Assert.Equal(2, (await site.MailsAsync(MailKind.Group)).Count);
    }

    [Fact]
    public async Task Two_who_send_it_at_one_moment_send_one()
    {
        var meeting = new Meeting("Cohorts");
        using var site = await SiteAsync(meeting);
        var (one, other) = (await site.StaffAsync(Role.Administrator, "はじめ"), await site.StaffAsync(Role.Administrator, "つぎ"));
        var address = (await MoveAsync(one, "2022-09-01")).Html.QuerySelector(Offer)!.GetAttribute("href")!;
        var (first, second) = (With(await one.OpenAsync(address), "2"), With(await other.OpenAsync(address), "2"));

        await meeting.OfAsync(() => one.PostAsync(Mail, first), () => other.PostAsync(Mail, second));

        Assert.Equal(2, (await site.MailsAsync(MailKind.Group)).Count);
    }

    [Fact]
    public async Task What_was_moved_again_meanwhile_is_not_told_and_nothing_typed_is_lost()
    {
        using var site = await SiteAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var form = await staff.OpenAsync((await MoveAsync(staff, "2022-09-01")).Html.QuerySelector(Offer)!.GetAttribute("href")!);
        var fields = With(form, "2");
        fields["Body"] += "\nよろしくお願いします。";
        await MoveAsync(staff, "2022-09-02");

        var page = await staff.PostAsync(Mail, fields);

        Assert.Equal((HttpStatusCode.Conflict, "この日程は、画面を開いたあとに変わりました。まだ送っていません。日程の画面から開き直してください"), (page.Status, page.Text(".errsum li")));
        Assert.EndsWith("よろしくお願いします。", page.Fields("#group")["Body"].Trim(), StringComparison.Ordinal);
        Assert.Empty(await site.MailsAsync(MailKind.Group));
        Assert.NotNull((await staff.OpenAsync(List)).Html.QuerySelector(Offer));
    }

    [Fact]
    public async Task A_cancellation_is_offered_too_and_nothing_where_there_is_nobody_to_tell()
    {
        using var site = await SiteAsync();
        using var empty = await Site.StartAsync();
        var (staff, alone) = (await site.StaffAsync(Role.Administrator), await empty.StaffAsync(Role.Administrator));

        var (told, untold) = (await CancelAsync(staff), await CancelAsync(alone));
        var form = await staff.OpenAsync(told.Html.QuerySelector(Offer)!.GetAttribute("href")!);

        Assert.Equal(["「現地フィールドワーク」の中止を、参加が確定した2名にまだ知らせていません。"], told.Texts(".note--act p"));
        Assert.Equal("中止のお知らせ", form.Fields("#group")["Title"]);
        Assert.Null(untold.Html.QuerySelector(Offer));
    }

    [Fact]
    public async Task An_address_for_members_stands_in_no_page_feed_mail_copy_or_log()
    {
        using var site = await SiteAsync();
        var staff = await site.StaffAsync(Role.Administrator);
        var edit = (await staff.OpenAsync($"{List}/interim-presentation/edit")).Fields("form.form");
        edit["MeetingUrl"] = "https://meet.example.jp/secret-room";
        await staff.PostAsync($"{List}/interim-presentation", edit);

        var moved = await MoveAsync(staff, "2022-09-01");
        await staff.PostAsync(Mail, With(await staff.OpenAsync(moved.Html.QuerySelector(Offer)!.GetAttribute("href")!), "2"));
        var shown = (await staff.OpenAsync($"{List}/interim-presentation/edit")).Fields("form.form")["MeetingUrl"];
        string[] addresses =
        [
            "/", "/program", "/recruit", "/schedule", "/schedule.ics", "/schedule/interim-presentation.ics", "/briefings", "/projects", "/faq", "/apply", "/contact", "/news", "/legal",
            "/privacy", "/accessibility", "/sitemap.xml", "/robots.txt", "/schedule/secret-room", "/error/404",
        ];
        var bodies = new List<string>();
        foreach (var address in addresses)
        {
            bodies.Add((await site.Visitor().OpenAsync(address)).Body);
        }

        bodies.Add((await staff.OpenAsync("/admin/audit")).Body);
        bodies.AddRange((await site.MailsAsync()).Select(m => m.Text + m.Html));
        bodies.AddRange(await site.InDatabaseAsync(db => db.AuditEntries.Select(e => e.Before + e.After).ToListAsync()));

        Assert.Equal("https://meet.example.jp/secret-room", shown);
        Assert.All(bodies, body => Assert.DoesNotContain("secret-room", body.Replace("/schedule/secret-room", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    private static async Task<Site> SiteAsync(Meeting? meeting = null)
    {
        var site = meeting is null ? await Site.StartAsync(services: Outbox.StandsStill) : await Site.StartAsync(services: services =>
        {
            Outbox.StandsStill(services);
            meeting.Watch(services);
        });
        await site.ApplicantAsync("塩尻 一郎", "a@example.jp", ApplicationStatus.UnderReview, ApplicationStatus.Accepted);
        await site.ApplicantAsync("塩尻 二郎", "b@example.jp", ApplicationStatus.UnderReview, ApplicationStatus.Accepted);
        await site.ApplicantAsync("塩尻 三郎", "c@example.jp");
        return site;
    }

    private static async Task<Page> MoveAsync(HttpClient staff, string day)
    {
        var fields = (await staff.OpenAsync($"{List}/interim-presentation/move")).Fields("form.form");
        fields["StartsOn"] = day;
        var check = await staff.PostAsync($"{List}/interim-presentation/move/check", fields);
        return await staff.PostAsync($"{List}/interim-presentation/move", check.Fields("form.btns"));
    }

    private static async Task<Page> CancelAsync(HttpClient staff) => await staff.PostAsync(
        $"{List}/field-work/cancellation", (await staff.OpenAsync($"{List}/field-work/cancellation")).Fields("form.btns"));

    private static Dictionary<string, string> With(Page form, string count)
    {
        var fields = form.Fields("#group");
        fields["Count"] = count;
        return fields;
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Payments;

/// <summary>Asking for a fee again: everybody whose due day has passed at once, and one person once more.</summary>
public sealed class RemindersTests
{
    private const string Form = "form[action='/admin/payments/reminders']";

    [Fact]
    public async Task From_the_dashboard_one_step_leads_to_the_very_mails_and_one_button_sends_them()
    {
        using var site = await OverdueSiteAsync();
        var number = await site.ApplicantAsync("期限 切男");
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 20, 9, 0, 0, JapanTime.Offset));
        var treasurer = await site.StaffAsync(Role.Treasurer);

        var dashboard = await treasurer.OpenAsync("/admin");
        var page = await treasurer.OpenAsync(dashboard.Html.QuerySelector(".todos a[href^='/admin/payments/overdue']")!.GetAttribute("href")!);
        var sent = await treasurer.PostAsync("/admin/payments/reminders", page.Fields(Form));

        Assert.Equal("1人", dashboard.Text(".todos a[href^='/admin/payments/overdue'] .todos__n"));
        Assert.Equal(("メールを送る1人", "1人にお願いを送る", "期限 切男"), (page.Text("#asked-h"), page.Text($"{Form} .btn--block"), Assert.Single(page.Texts(".rt__h > a"))));
        Assert.Equal(("1人にお支払いをお願いしました", "期限 切男"), (sent.Heading, Assert.Single(sent.Texts(".rt__h > a"))));
        var mail = Assert.Single(await site.MailsAsync(MailKind.PaymentReminder));
        Assert.Equal(Lines(mail.Text), Lines(page.Html.QuerySelector(".mailpaper__text")!.TextContent));
        Assert.Contains("期限を過ぎましたが", mail.Text, StringComparison.Ordinal);
        Assert.Contains("お支払い期限: 2022年6月17日(金)（過ぎていますので、お早めにお願いします）", mail.Text, StringComparison.Ordinal);
        Assert.Equal(number, mail.Application!.Number);
        Assert.Equal([AuditAction.PaymentAsked], await site.AuditAsync());
    }

    [Fact]
    public async Task Nobody_is_asked_twice_on_one_day_and_the_page_says_who_was_left_out()
    {
        using var site = await OverdueSiteAsync();
        await site.ApplicantAsync("一人目 太郎");
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 20, 9, 0, 0, JapanTime.Offset));
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var fields = (await treasurer.OpenAsync("/admin/payments/overdue")).Fields(Form);
        await treasurer.PostAsync("/admin/payments/reminders", fields);

        var again = await treasurer.PostAsync("/admin/payments/reminders", fields);
        var page = await treasurer.OpenAsync("/admin/payments/overdue");
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 21, 9, 0, 0, JapanTime.Offset));
        var tomorrow = await treasurer.OpenAsync("/admin/payments/overdue");

        Assert.Equal("1人にお支払いをお願いしました", again.Heading);
        Assert.Single(await site.MailsAsync(MailKind.PaymentReminder));
        Assert.Null(page.Html.QuerySelector(Form));
        Assert.StartsWith("一人目 太郎 残り 20,000円今日、お願いのメールを用意しました", page.Text(".namelist li"), StringComparison.Ordinal);
        Assert.Equal("6月20日(月)", tomorrow.Text("td[data-l='前回のお願い']"));
        Assert.NotNull(tomorrow.Html.QuerySelector(Form));
    }

    [Fact]
    public async Task Sent_twice_at_one_moment_everybody_gets_one_mail()
    {
        var meeting = new Meeting("Applications");
        using var site = await Site.StartAsync(services: services =>
        {
            Outbox.StandsStill(services);
            meeting.Watch(services);
        });
        await site.ApplicantsAsync(3);
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 20, 9, 0, 0, JapanTime.Offset));
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var fields = (await treasurer.OpenAsync("/admin/payments/overdue")).Fields(Form);

        var pages = await meeting.OfAsync(2, () => treasurer.PostAsync("/admin/payments/reminders", fields));

        Assert.All(pages, p => Assert.Equal("3人にお支払いをお願いしました", p.Heading));
        Assert.Equal(3, (await site.MailsAsync(MailKind.PaymentReminder)).Count);
    }

    [Fact]
    public async Task Whoever_has_no_address_is_named_with_their_telephone()
    {
        using var site = await OverdueSiteAsync();
        await site.ReceiveAsync(1, (_, a) => a with { Name = "電話 花子", Email = null, Phone = "09011112222" });
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 20, 9, 0, 0, JapanTime.Offset));

        var page = await (await site.StaffAsync(Role.Treasurer)).OpenAsync("/admin/payments/overdue");

        Assert.Null(page.Html.QuerySelector(Form));
        Assert.Equal("電話 花子 残り 20,000円メールアドレスがありません。お電話でご連絡ください（09011112222）", page.Text(".namelist li"));
    }

    [Fact]
    public async Task A_new_due_day_is_seen_in_the_mail_before_it_is_asked_for()
    {
        using var site = await OverdueSiteAsync();
        var number = await site.ApplicantAsync();
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 20, 9, 0, 0, JapanTime.Offset));
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var fields = (await treasurer.OpenAsync("/admin/payments/overdue")).Fields(Form);
        fields["due"] = "7/1";

        var unseen = await treasurer.PostAsync("/admin/payments/reminders", fields);
        var wrong = await treasurer.PostAsync("/admin/payments/reminders/preview", Changed(fields, "due", "6/1"));
        var look = await treasurer.PostAsync("/admin/payments/reminders/preview", fields);
        var dueBefore = (await site.ApplicationAsync(number)).DueOn;
        await treasurer.PostAsync("/admin/payments/reminders", look.Fields(Form));

        Assert.Equal((HttpStatusCode.Conflict, "まだ送っていません。宛先か文面が変わりました。下の内容を確かめて、もう一度押してください。"), (unseen.Status, unseen.Text(".stale p")));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "エラー 今日から1年後までの日付を、2022-07-01 のように入力してください"), (wrong.Status, wrong.Text("#due-error")));
        Assert.Contains("お支払い期限: 2022年7月1日(金)", look.Text(".mailpaper__text"), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2022, 6, 17), dueBefore);
        Assert.Equal(new DateOnly(2022, 7, 1), (await site.ApplicationAsync(number)).DueOn);
        Assert.Contains("お支払い期限: 2022年7月1日(金)\n", Assert.Single(await site.MailsAsync(MailKind.PaymentReminder)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_pays_in_the_meantime_gets_no_mail()
    {
        using var site = await OverdueSiteAsync();
        var number = await site.ApplicantAsync();
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 20, 9, 0, 0, JapanTime.Offset));
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var fields = (await treasurer.OpenAsync("/admin/payments/overdue")).Fields(Form);
        await treasurer.PostAsync("/admin/payments/reminders", fields);
        var url = $"/admin/applications/{number}/payments";

        await treasurer.FillAsync(url, url, ("Amount", "5000"));
        await site.DeliverAllAsync();

        Assert.Equal(MailState.Cancelled, Assert.Single(await site.MailsAsync(MailKind.PaymentReminder)).State);
    }

    [Fact]
    public async Task A_list_that_is_out_of_date_sends_nothing_and_shows_the_new_one()
    {
        using var site = await OverdueSiteAsync();
        await site.ApplicantAsync("一人目 太郎");
        var second = await site.ApplicantAsync("二人目 次郎");
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 20, 9, 0, 0, JapanTime.Offset));
        var treasurer = await site.StaffAsync(Role.Treasurer);
        var fields = (await treasurer.OpenAsync("/admin/payments/overdue")).Fields(Form);
        var url = $"/admin/applications/{second}/payments";
        await treasurer.FillAsync(url, url, ("Amount", "20000"));

        var page = await treasurer.PostAsync("/admin/payments/reminders", fields);

        Assert.Equal((HttpStatusCode.Conflict, "一人目 太郎"), (page.Status, Assert.Single(page.Texts(".rt__h > a"))));
        Assert.Empty(await site.MailsAsync(MailKind.PaymentReminder));
    }

    [Fact]
    public async Task The_way_to_pay_is_sent_once_more_by_one_press_and_the_page_says_when()
    {
        using var site = await OverdueSiteAsync();
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var (url, action) = ($"/admin/applications/{number}", $"/admin/applications/{number}/payment-instructions");
        var before = await reviewer.OpenAsync(url);
        var fields = before.Fields($"form[action='{action}']");

        var after = await reviewer.PostAsync(action, fields);
        await reviewer.PostAsync(action, fields);

        Assert.Equal("", before.Text($"form[action='{action}'] .hint"));
        Assert.Equal("お支払いのご案内を送信待ちに入れました。まもなく送られます。", after.Text(".saved"));
        Assert.Contains("「お支払いのご案内（再送）」（送信待ち）", after.Text($"form[action='{action}'] .hint"), StringComparison.Ordinal);
        Assert.Contains("塩尻CxO Lab 第三期の参加費のお支払い方法を、あらためてご案内します。", Assert.Single(await site.MailsAsync(MailKind.InstructionsAgain)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ApplicationStatus.Waitlisted, "いまの審査の状態では、参加費をお願いしません")]
    [InlineData(ApplicationStatus.Declined, "いまの審査の状態では、参加費をお願いしません")]
    public async Task Where_no_fee_is_asked_there_is_no_button_and_the_composer_refuses(ApplicationStatus status, string reason)
    {
        using var site = await OverdueSiteAsync();
        var number = await site.ApplicantAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var (url, action) = ($"/admin/applications/{number}", $"/admin/applications/{number}/payment-instructions");
        var fields = (await reviewer.OpenAsync(url)).Fields($"form[action='{action}']");
        await site.InDatabaseAsync(db => db.Applications.ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, status)));

        var page = await reviewer.PostAsync(action, fields);

        Assert.Equal($"送りませんでした。{reason}。", page.Text(".saved"));
        Assert.Null(page.Html.QuerySelector($"form[action='{action}']"));
        Assert.Empty(await site.MailsAsync(MailKind.InstructionsAgain));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_page_asks_the_database_as_often_for_three_people_as_for_one(int people)
    {
        var count = new QueryCount();
        using var site = await Site.StartAsync(services: count.Watch);
        await site.ApplicantsAsync(people);
        site.Clock.SetUtcNow(new DateTimeOffset(2022, 6, 20, 9, 0, 0, JapanTime.Offset));
        var viewer = await site.StaffAsync(Role.Viewer);
        await viewer.OpenAsync("/admin/payments/overdue");

        count.StartAgain();
        var page = await viewer.OpenAsync("/admin/payments/overdue");

        Assert.Equal((people, 0), (page.Html.QuerySelectorAll(".rt tbody tr").Length, page.Html.QuerySelectorAll(Form).Length));
        Assert.Equal(10, count.Statements);
    }

    private static Task<Site> OverdueSiteAsync() => Site.StartAsync(services: Outbox.StandsStill);

    private static Dictionary<string, string> Changed(Dictionary<string, string> fields, string field, string value) => new(fields) { [field] = value };

    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim();
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features;

/// <summary>Admission, fee and decision as the applicant and staff live through them, the sad ways too.</summary>
public sealed class AdmissionStoryTests
{
    private const string Taro = "taro@example.jp";
    private const string Hanako = "hanako@example.jp";

    [Fact]
    public async Task With_one_place_the_second_waits_unasked_until_it_is_offered_the_place_that_fell_free()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.InDatabaseAsync(db => db.Cohorts.Where(c => c.Ordinal == 3).ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, 1)));
        var visitor = site.Visitor();
        await visitor.ApplyAsync(("Email", Taro));
        var check = await visitor.CheckAsync(("Email", Hanako));
        var waits = await visitor.SendAsync(check);
        var staff = await site.StaffAsync(Role.Administrator);

        Assert.Contains("定員に達しているため、補欠として受け付けます。", check.Body, StringComparison.Ordinal);
        Assert.Contains("いまはお支払いの必要はありません", check.Body, StringComparison.Ordinal);
        Assert.Equal("補欠として受け付けました", waits.Heading);
        Assert.Single(waits.Html.QuerySelectorAll(".done--quiet"));
        Assert.DoesNotContain("お振込先", waits.Body, StringComparison.Ordinal);
        Assert.Equal([MailKind.PaymentInstructions, MailKind.ApplicationReceipt], (await site.MailsAsync()).Select(m => m.Kind));
        Assert.Equal("保留", (await staff.OpenAsync($"/admin/applications/{(await NumberAsync(site, Hanako))}")).Texts(".adm-top .chip")[1]);

        await staff.DecideAsync(ApplicationStatus.Withdrawn, await NumberAsync(site, Taro));
        Assert.Contains("空いた席を案内できる補欠の人", (await staff.OpenAsync("/admin")).Texts(".todos b"));
        var offered = await PostAsync(staff, await NumberAsync(site, Hanako), "place");

        Assert.Equal("席を取り、ご案内のメールをお送りします", offered.Text(".saved"));
        Assert.Equal(["受付", "お願い中"], offered.Texts(".adm-top .chip"));
        Assert.Equal((1, 0), await site.InDatabaseAsync(async db => (await db.Cohorts.SingleAsync(c => c.Ordinal == 3)) is var c ? (c.PlacesTaken, c.Waiting) : default));
        var mail = Assert.Single(await site.MailsAsync(MailKind.PlaceOffer));
        Assert.Contains("6月17日(金)", mail.Text, StringComparison.Ordinal);
        Assert.Contains("お振込先", (await visitor.OpenAsync(await CompletionAsync(site, Hanako))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_free_place_offered_to_two_at_once_is_given_to_one()
    {
        var meeting = new Meeting("Cohorts");
        using var site = await Site.StartAsync(services: meeting.Watch);
        await site.InDatabaseAsync(db => db.Cohorts.Where(c => c.Ordinal == 3).ExecuteUpdateAsync(set => set.SetProperty(c => c.Capacity, 1)));
        foreach (var email in new[] { Taro, Hanako, "jiro@example.jp" })
        {
            await site.Visitor().ApplyAsync(("Email", email));
        }

        var staff = await site.StaffAsync(Role.Administrator);
        await staff.DecideAsync(ApplicationStatus.Withdrawn, await NumberAsync(site, Taro));
        var forms = new List<(string Number, List<KeyValuePair<string, string>> Fields)>();
        foreach (var email in new[] { Hanako, "jiro@example.jp" })
        {
            var number = await NumberAsync(site, email);
            forms.Add((number, [.. (await staff.OpenAsync($"/admin/applications/{number}")).Fields($"form[action='/admin/applications/{number}/place']")]));
        }

        var answers = await meeting.OfAsync([.. forms.Select(f => (Func<Task<Page>>)(() => staff.PostAsync($"/admin/applications/{f.Number}/place", f.Fields)))]);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.HoldsPlace)));
        Assert.Single(await site.MailsAsync(MailKind.PlaceOffer));
    }

    [Fact]
    public async Task A_selection_asks_for_money_only_from_whom_it_accepts()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.InDatabaseAsync(async db =>
        {
            (await db.Cohorts.SingleAsync(c => c.Ordinal == 3)).Choose(new Admission(AdmissionMode.Selection, FeeTiming.OnAdmission, AnswersOn: new(2022, 8, 5)));
            return await db.SaveChangesAsync();
        });
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync(("Email", Taro));
        var done = await visitor.SendAsync(check);
        var staff = await site.StaffAsync(Role.Administrator);
        var number = await NumberAsync(site, Taro);

        Assert.Contains("選考のうえ、参加していただく方を決めます。結果は8月5日(金)までにメールでお知らせします。", check.Body, StringComparison.Ordinal);
        Assert.Contains("参加が決まったときに、振込先と期限をメールでご案内します。", done.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("お振込先", done.Body, StringComparison.Ordinal);
        Assert.Equal([MailKind.ApplicationReceipt], (await site.MailsAsync()).Select(m => m.Kind));
        Assert.Contains("参加が決まったときに", (await visitor.OpenAsync("/recruit")).Body, StringComparison.Ordinal);
        Assert.Contains("選考のうえ", (await visitor.OpenAsync("/faq")).Body, StringComparison.Ordinal);
        Assert.Contains("参加の決め方 選考のうえ、参加していただく方を決めます。結果は8月5日(金)までにメールでお知らせします。", (await visitor.OpenAsync("/")).Texts("main p"));
        Assert.Contains("参加が決まったお知らせから7日以内", (await visitor.OpenAsync("/legal")).Body, StringComparison.Ordinal);

        site.Clock.SetUtcNow(new DateTimeOffset(2022, 8, 1, 9, 0, 0, JapanTime.Offset));
        await staff.DecideAsync(ApplicationStatus.Accepted, number);

        var acceptance = Assert.Single(await site.MailsAsync(MailKind.Acceptance));
        Assert.Contains("8月8日(月)", acceptance.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2022, 8, 8), (await site.ApplicationAsync(number)).DueOn);
        var page = await visitor.OpenAsync(await CompletionAsync(site, Taro));
        Assert.Equal("参加が確定しました", page.Heading);
        Assert.Contains("お振込先", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_declined_after_paying_is_told_of_the_money_everywhere_until_it_is_back()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync(("Email", Taro));
        var number = await NumberAsync(site, Taro);
        var staff = await site.StaffAsync(Role.Administrator);
        await MoneyAsync(staff, number, "payments");

        await staff.DecideAsync(ApplicationStatus.Declined, number);

        Assert.Contains("20,000円", Assert.Single(await site.MailsAsync(MailKind.Decline)).Text, StringComparison.Ordinal);
        Assert.Equal(["見送り", "20,000円の返金が必要"], (await staff.OpenAsync($"/admin/applications/{number}")).Texts(".adm-top .chip"));
        Assert.Contains("お支払いいただいた20,000円をお返しします。", (await site.Visitor().OpenAsync(await CompletionAsync(site, Taro))).Body, StringComparison.Ordinal);
        Assert.Single((await staff.OpenAsync("/admin/applications?payment=refunddue")).Texts(".alist__name a"));
        await MoneyAsync(staff, number, "refunds");
        Assert.Equal(["見送り", "なし"], (await staff.OpenAsync($"/admin/applications/{number}")).Texts(".adm-top .chip"));
        Assert.Empty((await staff.OpenAsync("/admin/applications?payment=refunddue")).Texts(".alist__name a"));
    }

    [Fact]
    public async Task A_decision_taken_back_before_its_mail_left_reaches_nobody()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync(("Email", Taro));
        var number = await NumberAsync(site, Taro);
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.DecideAsync(ApplicationStatus.Declined, number);

        var refused = await PostAsync(staff, number, "taking-back");
        var taken = await PostAsync(staff, number, "taking-back", ("reason", "別の方と取り違えました"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "エラー 取り消す理由を入力してください"), (refused.Status, refused.Text("#reason-error")));
        Assert.Equal("決定を取り消しました", taken.Text(".saved"));
        Assert.Equal(["審査中", "お願い中"], taken.Texts(".adm-top .chip"));
        Assert.Contains(taken.Texts(".log li"), line => line.Contains("見送り → 審査中（別の方と取り違えました）", StringComparison.Ordinal));
        Assert.Equal(
            [(MailKind.PaymentInstructions, MailState.Cancelled), (MailKind.Decline, MailState.Cancelled)], (await site.MailsAsync()).Select(m => (m.Kind, m.State)));
        Assert.Contains("別の方と取り違えました", (await staff.OpenAsync("/admin/audit")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_taken_back_after_its_mail_left_is_corrected_when_asked_for()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync(("Email", Taro));
        var number = await NumberAsync(site, Taro);
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.DecideAsync(ApplicationStatus.Declined, number);
        await site.DeliverAllAsync();

        var taken = await PostAsync(staff, number, "taking-back", ("reason", "別の方と取り違えました"), ("correction", "yes"));

        Assert.Equal("決定を取り消し、お知らせを取り消すメールをお送りします", taken.Text(".saved"));
        Assert.Equal((MailKind.Correction, MailState.Queued), (await site.MailsAsync()).Select(m => (m.Kind, m.State)).Last());
        await site.DeliverAllAsync();
        Assert.Equal(MailState.Sent, (await site.MailsAsync(MailKind.Correction)).Single().State);
    }

    [Fact]
    public async Task A_decision_is_not_taken_back_while_its_mail_is_being_sent_nor_over_a_newer_application()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync(("Email", Taro));
        var number = await NumberAsync(site, Taro);
        var staff = await site.StaffAsync(Role.Administrator);
        await staff.DecideAsync(ApplicationStatus.Withdrawn, number);
        await site.ClaimAsync((await site.MailsAsync(MailKind.Withdrawal)).Single());

        var leaving = await PostAsync(staff, number, "taking-back", ("reason", "電話の聞き違い"));
        var stored = (await site.ApplicationAsync(number)).Version;
        await site.SetAsync((await site.MailsAsync(MailKind.Withdrawal)).Single(), MailState.Sent);
        await site.Visitor().ApplyAsync(("Email", Taro));
        var overtaken = await PostAsync(staff, number, "taking-back", ("reason", "電話の聞き違い"));

        Assert.Equal((HttpStatusCode.Conflict, "電話の聞き違い"), (leaving.Status, leaving.Html.QuerySelector("#reason")!.GetAttribute("value")));
        Assert.All([leaving, overtaken], page => Assert.Equal($"{stored}", page.Fields("form[action*='taking-back']")["version"]));
        Assert.All([leaving, overtaken], page => Assert.Contains("「辞退」を取り消して", page.Words, StringComparison.Ordinal));
        Assert.Equal(
            (HttpStatusCode.Conflict, "エラー この方は、そのあとにもう一度申し込んでいます。新しい申し込みのほうを使ってください"), (overtaken.Status, overtaken.Text("#reason-error")));
        Assert.Equal(ApplicationStatus.Withdrawn, (await site.ApplicationAsync(number)).Status);
    }

    public static TheoryData<ApplicationStatus, int> Standings
    {
        get
        {
            var all = new TheoryData<ApplicationStatus, int>();
            foreach (var status in Enum.GetValues<ApplicationStatus>())
            {
                foreach (var paid in new[] { 0, 5_000, 20_000, 25_000 })
                {
                    all.Add(status, paid);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Standings))]
    public async Task Page_list_filter_and_export_tell_of_the_same_fee(ApplicationStatus status, int paid)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.InDatabaseAsync(async db =>
        {
            // Nobody is confirmed by money here, so that each state can be had with each sum.
            (await db.Cohorts.SingleAsync(c => c.Ordinal == 3)).Choose(Admission.Usual with { ConfirmsWhenPaid = false });
            return await db.SaveChangesAsync();
        });
        await site.Visitor().ApplyAsync(("Email", Taro));
        var number = await NumberAsync(site, Taro);
        await site.InDatabaseAsync(async db =>
        {
            var cohort = await db.Cohorts.SingleAsync(c => c.Ordinal == 3);
            var application = await db.Applications.SingleAsync();
            if (paid > 0)
            {
                application.RecordPayment(new MoneyMoved(RandomToken.Draw(), new Yen(paid), new(2022, 6, 10), PaymentWay.Cash, null), cohort, Actor.CommandLine, DateTime.UnixEpoch);
            }

            if (status == ApplicationStatus.UnderReview)
            {
                application.BeginReview(cohort, Actor.CommandLine, DateTime.UnixEpoch);
            }
            else if (status != ApplicationStatus.Received)
            {
                application.Decide(status, cohort, new(2022, 6, 17), Actor.CommandLine, DateTime.UnixEpoch);
            }

            return await db.SaveChangesAsync();
        });
        var staff = await site.StaffAsync(Role.Administrator);
        var fee = (await site.ApplicationAsync(number)).FeeStatusOn(new(2022, 6, 10));

        var completion = await site.Visitor().OpenAsync(await CompletionAsync(site, Taro));
        var chip = (await staff.OpenAsync($"/admin/applications/{number}")).Texts(".adm-top .chip")[1];

        Assert.Equal(fee.IsAwaited, completion.Body.Contains("参加費を振り込む", StringComparison.Ordinal));
        Assert.Equal(fee.IsAwaited, (await staff.OpenAsync("/admin/applications?payment=unpaid")).Texts(".alist__name a").Length == 1);
        Assert.Equal(fee.State == FeeState.RefundDue, (await staff.OpenAsync("/admin/applications?payment=refunddue")).Texts(".alist__name a").Length == 1);
        Assert.Equal(fee.State == FeeState.RefundDue, chip.EndsWith("の返金が必要", StringComparison.Ordinal));
        Assert.Equal(chip, (await staff.OpenAsync($"/admin/applications/{number}/payments")).Text(".adm-top .chip"));
        Assert.Equal(fee.State == FeeState.None ? "—参加費なし" : chip, (await staff.OpenAsync("/admin/applications")).Texts(".alist tbody td")[^1]);
        var dashboard = await staff.OpenAsync("/admin");
        Assert.Equal(fee.IsAwaited, dashboard.Html.QuerySelectorAll(".todos a[href*='payment=asked'], .todos a[href*='payment=overdue']").Length == 1);
    }

    private static Task<string> NumberAsync(Site site, string email) =>
        site.InDatabaseAsync(db => db.Applications.Where(a => a.Email == email).OrderBy(a => a.Id).Select(a => a.Number).FirstAsync());

    private static Task<string> CompletionAsync(Site site, string email) =>
        site.InDatabaseAsync(async db => $"/apply/complete/{await db.Applications.Where(a => a.Email == email).Select(a => a.Key).SingleAsync()}");

    private static async Task<Page> PostAsync(HttpClient staff, string number, string action, params (string Field, string Value)[] typed)
    {
        var url = $"/admin/applications/{number}/{action}";
        var fields = (await staff.OpenAsync($"/admin/applications/{number}")).Fields($"form[action='{url}']");
        foreach (var (field, value) in typed)
        {
            fields[field] = value;
        }

        return await staff.PostAsync(url, fields);
    }

    private static async Task MoneyAsync(HttpClient staff, string number, string kind)
    {
        var url = $"/admin/applications/{number}";
        var fields = (await staff.OpenAsync($"{url}/payments")).Fields($"form[action='{url}/{kind}']");
        fields["On"] = "2022-06-10";
        fields["Amount"] = "20000";
        Assert.NotEqual("", (await staff.PostAsync($"{url}/{kind}", fields)).Text(".saved"));
    }
}

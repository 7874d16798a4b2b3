using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.PaperApplications;

/// <summary>What came on paper or by phone is taken in by the same rules.</summary>
public sealed class PaperApplicationTests
{
    private const string Form = "form[action='/admin/applications/new']";

    [Fact]
    public async Task A_paper_application_is_stored_with_its_channel_mail_and_audit_and_only_once()
    {
        using var site = await Site.StartAsync(now: new DateTimeOffset(2022, 8, 1, 9, 0, 0, JapanTime.Offset));
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var fields = await FilledAsync(reviewer, ("Channel", "Paper"), ("ArrivedOn", "2022/7/30"));

        var page = await reviewer.PostAsync("/admin/applications/new", fields);
        await reviewer.PostAsync("/admin/applications/new", fields);

        Assert.Equal("申し込みを記録しました。お支払いのご案内をメールでお送りします", page.Text(".saved"));
        var application = await site.InDatabaseAsync(db => db.Applications.SingleAsync());
        Assert.Equal(
            (Channel.Paper, new DateOnly(2022, 7, 30), new DateOnly(2022, 8, 8)),
            (application.Channel, JapanTime.DayOf(application.ReceivedUtc), application.DueOn));
        Assert.Equal(MailKind.PaymentInstructions, (await site.InDatabaseAsync(db => db.OutgoingMails.SingleAsync())).Kind);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.ApplicationEntered && e.Subject == application.Number)));
    }

    [Theory]
    [InlineData("Channel", "", "channel", "受付の方法を選んでください")]
    [InlineData("Channel", "Web", "channel", "受付の方法を選んでください")]
    [InlineData("ArrivedOn", "きのう", "arrivedon", "受け付けた日を 2022-06-17 のように入力してください")]
    [InlineData("ArrivedOn", "2022-06-11", "arrivedon", "まだ来ていない日付です。受け付けた日を入力してください")]
    [InlineData("Name", "", "name", "氏名を入力してください")]
    [InlineData("Motivation", "", "motivation", "応募の動機を入力してください")]
    [InlineData("Consent", "", "consent", "本人の同意を確かめてから、チェックを入れてください")]
    public async Task A_fault_is_told_at_its_field(string field, string value, string id, string message)
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);

        var page = await reviewer.PostAsync("/admin/applications/new", await FilledAsync(reviewer, (field, value)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, $"エラー {message}"), (page.Status, page.Text($"#{id}-error")));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Applications.CountAsync()));
    }

    [Fact]
    public async Task Whoever_is_overtaken_again_and_again_is_told_so_and_keeps_what_was_typed()
    {
        var always = new AlwaysOvertaken();
        using var site = await Site.StartAsync(services: services => services.Intercept(always));
        var reviewer = await site.StaffAsync(Role.Reviewer);

        var page = await reviewer.PostAsync("/admin/applications/new", await FilledAsync(reviewer, ("Skills", "木工")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["ほかの申し込みと重なって保存できませんでした。入力内容は残っています。もう一度押してください"], page.Texts(".errsum li"));
        Assert.Equal(("木工", LostRace.FewRounds), (page.Fields(Form)["Skills"], always.Rounds));
    }

    [Fact]
    public async Task A_day_after_the_deadline_is_refused()
    {
        using var site = await Site.StartAsync(now: new DateTimeOffset(2022, 8, 1, 9, 0, 0, JapanTime.Offset));
        var reviewer = await site.StaffAsync(Role.Reviewer);

        var page = await reviewer.PostAsync("/admin/applications/new", await FilledAsync(reviewer, ("ArrivedOn", "2022-07-31")));

        Assert.Equal("エラー 募集期間の外の日付です。第三期の締め切りは2022年7月30日(土)です", page.Text("#arrivedon-error"));
    }

    [Fact]
    public async Task An_address_that_is_known_leads_to_its_application()
    {
        using var site = await Site.StartAsync();
        var number = await site.ApplicantAsync(email: "taro@example.jp");
        var reviewer = await site.StaffAsync(Role.Reviewer);

        var page = await reviewer.PostAsync("/admin/applications/new", await FilledAsync(reviewer, ("Email", "TARO@example.jp")));

        Assert.Equal("エラー 同じアドレスの申し込みがあります。別の方のときは、フォームの最初にある「別の方の申し込みとして受け付ける」を選んでください", page.Text("#email-error"));
        Assert.Equal($"/admin/applications/{number}", page.Html.QuerySelector(".note a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("令和4年6月9日")]
    [InlineData("６月９日")]
    [InlineData("2022.6.9")]
    public async Task The_day_of_arrival_is_read_however_it_is_written(string typed)
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);

        await reviewer.PostAsync("/admin/applications/new", await FilledAsync(reviewer, ("ArrivedOn", typed)));

        Assert.Equal(new DateOnly(2022, 6, 9), JapanTime.DayOf((await site.InDatabaseAsync(db => db.Applications.SingleAsync())).ReceivedUtc));
    }

    [Fact]
    public async Task Whoever_has_no_address_is_entered_with_a_number_and_no_mail_is_made()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);

        var page = await reviewer.PostAsync("/admin/applications/new", await FilledAsync(reviewer, ("Email", ""), ("Phone", "0263-52-0280")));

        Assert.Equal("申し込みを記録しました。メールアドレスがないため、お支払いのご案内は電話でお伝えください", page.Text(".saved"));
        Assert.StartsWith("電話で連絡", page.Definition("メール"), StringComparison.Ordinal);
        Assert.Contains("電話で連絡", page.Text(".adm-top p"), StringComparison.Ordinal);
        Assert.Equal("次の画面で確かめてから決まります。メールは送られないので、電話でお知らせください。", page.Text("#to-hint"));
        Assert.Null(page.Html.QuerySelector("form[action$='/payment-instructions']"));
        Assert.Equal(["シオジリ タロウ", "電話で連絡"], (await reviewer.OpenAsync("/admin/applications")).Texts(".alist__name small"));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.OutgoingMails.CountAsync()));
        var application = await site.InDatabaseAsync(db => db.Applications.SingleAsync());
        Assert.Equal((null, null, null, "0263520280"), (application.Email, application.ActiveEmail, application.NormalizedEmail, application.Phone));
    }

    [Fact]
    public async Task Without_an_address_and_a_number_nobody_could_be_reached()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);

        var page = await reviewer.PostAsync("/admin/applications/new", await FilledAsync(reviewer, ("Email", "")));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "エラー メールアドレスか電話番号のどちらかを入力してください"), (page.Status, page.Text("#email-error")));
    }

    [Fact]
    public async Task Two_people_without_an_address_are_two_and_the_same_one_is_asked_about()
    {
        using var site = await Site.StartAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        await reviewer.PostAsync("/admin/applications/new", await FilledAsync(reviewer, ("Email", ""), ("Phone", "0263-52-0280"), ("Name", "髙橋 一郎")));
        await reviewer.PostAsync("/admin/applications/new", await FilledAsync(reviewer, ("Email", ""), ("Phone", "0263-52-0281"), ("Name", "塩尻 花子")));

        var same = await reviewer.PostAsync("/admin/applications/new", await FilledAsync(reviewer, ("Email", ""), ("Phone", "+81 263 52 0280"), ("Name", "高橋 一郎")));
        var fields = same.Fields(Form);
        fields["IsAnother"] = "yes";
        var knowingly = await reviewer.PostAsync("/admin/applications/new", fields);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "エラー 同じお名前と電話番号の申し込みがあります。別の方のときは、フォームの最初にある「別の方の申し込みとして受け付ける」を選んでください"), (same.Status, same.Text("#name-error")));
        Assert.Equal(HttpStatusCode.OK, knowingly.Status);
        Assert.Equal(3, await site.InDatabaseAsync(db => db.Applications.CountAsync()));
        Assert.Empty((await reviewer.OpenAsync($"/admin/applications/{await site.InDatabaseAsync(db => db.Applications.OrderBy(a => a.Id).Select(a => a.Number).LastAsync())}")).Texts("#earlier-h"));
    }

    [Fact]
    public async Task A_couple_may_share_a_mailbox_when_staff_say_so()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.ApplicantAsync("塩尻 花子", "taro@example.jp");
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var asked = await reviewer.PostAsync("/admin/applications/new", await FilledAsync(reviewer));
        var fields = asked.Fields(Form);
        fields["IsAnother"] = "yes";

        var page = await reviewer.PostAsync("/admin/applications/new", fields);
        await site.Visitor().ApplyAsync(("Name", "だれか"), ("Email", "taro@example.jp"));

        Assert.Equal("申し込みを記録しました。お支払いのご案内をメールでお送りします", page.Text(".saved"));
        var both = await site.InDatabaseAsync(db => db.Applications.OrderBy(a => a.Id).ToListAsync());
        Assert.Equal([("塩尻 花子", "taro@example.jp"), ("塩尻 太郎", null)], both.Select(a => (a.Name, a.ActiveEmail)));
        Assert.Equal(["塩尻 太郎", "塩尻 花子"], (await site.MailsAsync()).Select(m => m.Application!.Name));
        Assert.Equal("taro@example.jp", (await site.MailsAsync(MailKind.PaymentInstructions)).Single().Recipient);
    }

    [Theory]
    [InlineData("taro@example.jp", "申し込みを記録しました。受付のお知らせをメールでお送りします", 1)]
    [InlineData("", "申し込みを記録しました。メールアドレスがないため、受付のお知らせは電話でお伝えください", 0)]
    public async Task Where_the_fee_is_asked_on_admission_nothing_is_said_of_paying(string email, string said, int mails)
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.InDatabaseAsync(async db =>
        {
            (await db.Cohorts.SingleAsync(c => c.Ordinal == 3)).Choose(new Admission(AdmissionMode.Selection, FeeTiming.OnAdmission, AnswersOn: new(2022, 8, 5)));
            return await db.SaveChangesAsync();
        });
        var admin = await site.StaffAsync(Role.Administrator);

        var page = await admin.PostAsync("/admin/applications/new", await FilledAsync(admin, ("Email", email), ("Phone", "0263-52-0280")));

        Assert.Equal((said, mails), (page.Text(".saved"), (await site.MailsAsync(MailKind.ApplicationReceipt)).Count));
        Assert.Empty(await site.MailsAsync(MailKind.PaymentInstructions));
    }

    [Fact]
    public async Task No_mail_is_made_for_whoever_is_reached_by_telephone_whatever_is_done()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.ApplicantAsync("塩尻 花子", "hanako@example.jp");
        var admin = await site.StaffAsync(Role.Administrator);
        await admin.PostAsync("/admin/applications/new", await FilledAsync(admin, ("Email", ""), ("Phone", "0263-52-0280")));
        var number = await site.InDatabaseAsync(db => db.Applications.Where(a => a.Email == null).Select(a => a.Number).SingleAsync());

        var group = await admin.OpenAsync("/admin/mail/group");
        await admin.FillAsync($"/admin/applications/{number}/payments", $"/admin/applications/{number}/payments", ("On", "6/10"), ("Amount", "￥20,000"), ("Thanks", "yes"));
        await admin.FillAsync($"/admin/applications/{number}", $"/admin/applications/{number}/decision", ("to", nameof(ApplicationStatus.Withdrawn)));
        var batch = await admin.OpenAsync("/admin/decisions");
        var contact = await admin.FillAsync($"/admin/applications/{number}/contact", $"/admin/applications/{number}/contact", ("Name", "塩尻 次郎"));
        var preview = await admin.OpenAsync("/admin/templates/acceptance");
        var export = await admin.OpenAsync("/admin/applications/export");
        var sheet = await admin.OpenAsync($"/admin/applications/{number}/sheet");

        Assert.Equal("1件（メールアドレスのない1件には送られません。電話でご連絡ください）", group.Definition("送るアドレス"));
        Assert.Contains("電話で連絡", batch.Text(".pick > li"), StringComparison.Ordinal);
        Assert.Equal("連絡先を直しました。メールアドレスがないため、ご連絡は電話になります", contact.Text(".saved"));
        Assert.All([preview, export, sheet], page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Equal("電話で連絡 0263520280", sheet.Definition("連絡先"));
        Assert.Empty(await site.MailsAsync());
    }

    private static async Task<Dictionary<string, string>> FilledAsync(HttpClient staff, params (string Field, string Value)[] changes)
    {
        var fields = (await staff.OpenAsync("/admin/applications/new")).Fields(Form);
        (string, string)[] usual =
        [
            ("Channel", "Phone"), ("ArrivedOn", "2022-06-10"), ("Name", "塩尻 太郎"), ("Kana", "しおじり たろう"), ("Email", "taro@example.jp"), ("Residence", "東京都"),
            ("Attendance[specification-training]", "yes"), ("Attendance[field-work]", "no"), ("Motivation", "電話で伺った動機"), ("Consent", "yes"),
        ];
        foreach (var (field, value) in usual.Concat(changes))
        {
            fields[field] = value;
        }

        return fields;
    }

    /// <summary>Somebody else is always a moment quicker with the same unique value.</summary>
    private sealed class AlwaysOvertaken : SaveChangesInterceptor
    {
        public int Rounds { get; private set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (!eventData.Context!.ChangeTracker.Entries<Application>().Any(e => e.State == EntityState.Added))
            {
                return ValueTask.FromResult(result);
            }

            Rounds++;
            throw new DbUpdateException("overtaken", new SqliteException("UNIQUE constraint failed", 19, 2067));
        }
    }
}

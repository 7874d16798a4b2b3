using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shiojiri.CxoLab.Applications;
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
        using var site = await Site.StartAsync(services: services => services.ConfigureDbContext<SqliteCxoLabDb>(options => options.AddInterceptors(always)));
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

        Assert.Equal("エラー このメールアドレスの申し込みはすでに受け付けています", page.Text("#email-error"));
        Assert.Equal($"/admin/applications/{number}", page.Html.QuerySelector(".note a")!.GetAttribute("href"));
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

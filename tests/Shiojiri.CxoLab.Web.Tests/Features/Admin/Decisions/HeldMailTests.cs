using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Decisions;

/// <summary>For ten minutes the mails of decisions wait, and can be stopped.</summary>
public sealed class HeldMailTests
{
    // 14:22 in Japan.
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 4, 30, 14, 22, 0, JapanTime.Offset));

    [Fact]
    public async Task A_decision_is_told_after_ten_minutes_and_not_a_second_before()
    {
        using var site = await SiteAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        var check = await reviewer.CheckAsync(await reviewer.PrepareAsync(ApplicationStatus.Accepted, number), number);

        var done = await reviewer.CarryOutAsync(check);
        var page = await reviewer.OpenAsync($"/admin/applications/{number}");
        var list = await reviewer.OpenAsync("/admin/mail");
        _time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        await site.DeliverAllAsync();
        var before = (await site.MailsAsync()).Single().State;
        _time.Advance(TimeSpan.FromSeconds(1));
        await site.DeliverAllAsync();

        Assert.Contains("メール 1通を、10分後に送ります", check.Texts(".sure li"));
        Assert.Equal("1件を決定しましたメール1通を14:32に送ります。それまでは止められます。", done.Text(".note--ok"));
        Assert.Equal(["参加確定", "お願い中 6/17まで", "14:32に送ります"], done.Texts(".decided td .chip"));
        Assert.Equal(("14:32に送ります", "14:32に送ります"), (page.Text(".maillog .chip"), list.Text(".mlist__state .chip")));
        Assert.Equal((MailState.Queued, MailState.Sent), (before, (await site.MailsAsync()).Single().State));
        Assert.Equal("送信済み", (await reviewer.OpenAsync(Address(done))).Texts(".decided td .chip")[^1]);
    }

    [Fact]
    public async Task Mails_that_are_stopped_never_leave_the_decisions_stand_and_each_can_be_sent_after_all()
    {
        using var site = await SiteAsync();
        var reviewer = await site.StaffAsync(Role.Administrator);
        var numbers = await site.ApplicantsAsync(2, ApplicationStatus.UnderReview);
        var done = await reviewer.DecideAsync(ApplicationStatus.Accepted, numbers);

        var stopped = await StopAsync(reviewer, done);
        _time.Advance(TimeSpan.FromMinutes(15));
        await site.DeliverAllAsync();
        var mail = (await site.MailsAsync())[0];
        var shown = await reviewer.OpenAsync($"/admin/mail/{mail.Key}");
        await reviewer.PostAsync($"/admin/mail/{mail.Key}/resend", shown.Fields("#resend"));
        await site.DeliverAllAsync();

        Assert.Equal("メール2通を止めました", stopped.Text(".saved"));
        Assert.StartsWith("メールを止めたので、2名にはまだお知らせしていません。", stopped.Text(".note--warn"), StringComparison.Ordinal);
        Assert.Equal(["止めた", "止めた"], stopped.Html.QuerySelectorAll(".decided tbody tr").Select(r => r.QuerySelectorAll(".chip")[^1].TextContent.Trim()));
        Assert.StartsWith("このメールは止めてあります。申込 1号さんには、このメールではお知らせしていません。", shown.Text(".note--warn"), StringComparison.Ordinal);
        Assert.Equal(
            [(numbers[0], MailState.Cancelled), (numbers[1], MailState.Cancelled), (numbers[0], MailState.Sent)],
            (await site.MailsAsync()).Select(m => (m.Application!.Number, m.State)));
        Assert.Equal(2, await site.InDatabaseAsync(db => db.Applications.CountAsync(a => a.Status == ApplicationStatus.Accepted)));
        var later = await reviewer.OpenAsync(Address(done));
        Assert.Equal(["送信済み", "止めた"], later.Html.QuerySelectorAll(".decided tbody tr").Select(r => r.QuerySelectorAll(".chip")[^1].TextContent.Trim()));
        Assert.StartsWith("メールを止めたので、1名には", later.Text(".note--warn"), StringComparison.Ordinal);
        Assert.Contains("申込 2号さんへのメール1通を、送る前に止めた", (await reviewer.OpenAsync("/admin/audit")).Texts(".say > li > span:nth-child(3)"));
        Assert.Equal("送り直す（参加確定のお知らせ）", (await reviewer.OpenAsync($"/admin/applications/{numbers[1]}")).Text(".maillog a[href$='#resend']"));
    }

    [Fact]
    public async Task One_mail_is_stopped_alone()
    {
        using var site = await SiteAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var numbers = await site.ApplicantsAsync(2, ApplicationStatus.UnderReview);
        var done = await reviewer.DecideAsync(ApplicationStatus.Declined, numbers);

        var stopped = await StopAsync(reviewer, done, (await site.MailsAsync())[1].Key);
        _time.Advance(TimeSpan.FromMinutes(10));
        await site.DeliverAllAsync();

        Assert.Equal("メール1通を止めました", stopped.Text(".saved"));
        Assert.Equal([MailState.Sent, MailState.Cancelled], (await site.MailsAsync()).Select(m => m.State));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_decision_taken_back_before_it_was_told_sends_nothing_not_even_the_correction_that_was_asked_for(bool stoppedBefore)
    {
        using var site = await SiteAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        var done = await reviewer.DecideAsync(ApplicationStatus.Declined, number);
        if (stoppedBefore)
        {
            await StopAsync(reviewer, done);
        }

        var form = await reviewer.OpenAsync($"/admin/applications/{number}/taking-back");
        var fields = form.Fields("form[action$='/taking-back']");
        (fields["reason"], fields["correction"]) = ("別の方と取り違えました", "yes");
        var taken = await reviewer.PostAsync($"/admin/applications/{number}/taking-back", fields);
        _time.Advance(TimeSpan.FromMinutes(15));
        await site.DeliverAllAsync();

        Assert.Empty(form.Html.QuerySelectorAll("input[name=correction]"));
        Assert.Equal("決定を取り消しました。まだお知らせしていなかったので、取り消しのメールは送りません", taken.Text(".saved"));
        Assert.Equal([(MailKind.Decline, MailState.Cancelled)], (await site.MailsAsync()).Select(m => (m.Kind, m.State)));
        Assert.Equal("いまは審査中", (await reviewer.OpenAsync(Address(done))).Text(".decided td small"));
    }

    [Fact]
    public async Task What_the_sender_took_up_at_the_same_moment_leaves_and_the_page_names_whose_it_was()
    {
        var sender = new SenderBetween();
        using var site = await SiteAsync(sender.Watch);
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var done = await reviewer.DecideAsync(ApplicationStatus.Accepted, await site.ApplicantsAsync(3, ApplicationStatus.UnderReview));
        _time.Advance(TimeSpan.FromMinutes(10));
        sender.Deliver = async id =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MailDispatcher>().DeliverAsync(id, CancellationToken.None);
        };
        sender.Takes = (await site.MailsAsync())[1].Id;

        var stopped = await StopAsync(reviewer, done);

        Assert.Equal("メール2通を止めました。申込 2号さんのメールは、先に送られていました", stopped.Text(".saved"));
        Assert.Equal([MailState.Cancelled, MailState.Sent, MailState.Cancelled], (await site.MailsAsync()).Select(m => m.State));
        Assert.Equal(2, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.MailCancelled)));
    }

    [Fact]
    public async Task Two_who_stop_the_same_mails_stop_them_once()
    {
        var meeting = new Meeting("OutgoingMails");
        using var site = await SiteAsync(meeting.Watch);
        var (one, other) = (await site.StaffAsync(Role.Reviewer, "審査 一"), await site.StaffAsync(Role.Administrator, "管理 二"));
        var done = await one.DecideAsync(ApplicationStatus.Accepted, await site.ApplicantsAsync(2, ApplicationStatus.UnderReview));

        var (mine, theirs) = (await one.OpenAsync(Address(done)), await other.OpenAsync(Address(done)));
        var answers = await meeting.OfAsync(() => StopAsync(one, mine), () => StopAsync(other, theirs));

        Assert.Equal(["メール2通を止めました", "止めるメールはありませんでした"], answers.Select(a => a.Text(".saved")).Order(StringComparer.Ordinal));
        Assert.Equal(2, await site.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.MailCancelled)));
    }

    [Fact]
    public async Task A_later_decision_stops_an_announcement_that_was_sent_once_more_and_still_waits()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var number = await site.ApplicantAsync(moves: ApplicationStatus.UnderReview);
        await reviewer.DecideAsync(ApplicationStatus.Accepted, number);
        await site.DeliverAllAsync();
        var sent = Assert.Single(await site.MailsAsync(MailKind.Acceptance));
        await reviewer.PostAsync($"/admin/mail/{sent.Key}/resend", (await reviewer.OpenAsync($"/admin/mail/{sent.Key}")).Fields("#resend"));

        await reviewer.DecideAsync(ApplicationStatus.Declined, number);

        Assert.Equal(
            [(MailKind.Acceptance, MailState.Sent), (MailKind.Acceptance, MailState.Cancelled), (MailKind.Decline, MailState.Queued)],
            (await site.MailsAsync()).Select(m => (m.Kind, m.State)));
    }

    [Fact]
    public async Task A_batch_of_another_cohort_is_not_there()
    {
        using var site = await SiteAsync();
        var reviewer = await site.StaffAsync(Role.Reviewer);
        var done = await reviewer.DecideAsync(ApplicationStatus.Accepted, await site.ApplicantAsync(moves: ApplicationStatus.UnderReview));
        var stranger = await site.StaffAsync(Role.Reviewer, "別の期の人", await OtherCohort.AddAsync(site));

        var seen = await stranger.OpenAsync(Address(done));
        var stopped = await stranger.PostAsync($"{Address(done)}/stopping", (await stranger.OpenAsync("/admin/decisions")).Fields("form[action='/admin/sign-out']"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (seen.Status, stopped.Status));
        Assert.Equal(MailState.Queued, (await site.MailsAsync()).Single().State);
    }

    private static string Address(Page done) => done.Answer.RequestMessage!.RequestUri!.AbsolutePath;

    private static Task<Page> StopAsync(HttpClient staff, Page done, Guid? mail = null)
    {
        var fields = done.Fields("#stop");
        if (mail is { } only)
        {
            fields["mail"] = only.ToString();
        }

        return staff.PostAsync($"{Address(done)}/stopping", fields);
    }

    private Task<Site> SiteAsync(Action<IServiceCollection>? services = null) => Site.StartAsync(
        new() { ["Mail:DecisionHoldMinutes"] = "10" },
        own =>
        {
            Outbox.StandsStill(own);
            services?.Invoke(own);
        },
        time: _time);

    /// <summary>The real sender, which delivers one mail after whoever stops it has looked at it and before the save.</summary>
    private sealed class SenderBetween : DbCommandInterceptor
    {
        public Func<int, Task> Deliver { get; set; } = null!;

        public int? Takes { get; set; }

        public void Watch(IServiceCollection services) => services.Intercept(this);

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            // Lists leave the letters where they are; who changes a mail reads all of it.
            if (Takes is { } id && command.CommandText.Contains("OutgoingMails", StringComparison.Ordinal) && command.CommandText.Contains("Html", StringComparison.Ordinal))
            {
                Takes = null;
                await Deliver(id);
            }

            return result;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Mail;

/// <summary>Many mails in a row, a process that dies among them, and mails whose time has passed.</summary>
public sealed class MailDispatchTests
{
    [Fact]
    public async Task Twenty_mails_in_a_row_share_one_connection()
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts);
        using var site = await Site.StartAsync(smtp.Settings, Outbox.StandsStill);
        await QueueAsync(site, 20);

        await site.DeliverAllAsync();

        Assert.Equal((20, 1), (smtp.Accepted.Count, smtp.Connections));
        Assert.Equal(20, smtp.Recipients.Distinct().Count());
    }

    [Fact]
    public async Task A_refused_mail_does_not_cost_the_others_their_connection()
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.RejectsRecipient);
        using var site = await Site.StartAsync(smtp.Settings, Outbox.StandsStill);
        await QueueAsync(site, 3);

        await site.DeliverAllAsync();

        Assert.Equal((0, 1), (smtp.Accepted.Count, smtp.Connections));
        Assert.All(await site.MailsAsync(), mail => Assert.Equal((MailState.Failed, "550 no such user here"), (mail.State, mail.LastError)));
    }

    [Fact]
    public async Task A_connection_that_broke_is_not_used_again()
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.DropsAfterData);
        using var site = await Site.StartAsync(smtp.Settings, Outbox.StandsStill);
        await QueueAsync(site, 2);

        await site.DeliverAllAsync();
        smtp.Mood = SmtpMood.Accepts;
        await site.InDatabaseAsync(db => db.OutgoingMails.ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptUtc, m => m.QueuedUtc)));
        await site.DeliverAllAsync();

        Assert.Equal((2, 3), (smtp.Accepted.Count, smtp.Connections));
        Assert.All(await site.MailsAsync(), mail => Assert.Equal((MailState.Sent, 2), (mail.State, mail.Attempts)));
    }

    [Fact]
    public async Task A_process_that_dies_leaves_at_most_one_mail_that_is_sent_again()
    {
        var dying = new DyingTransport(diesAt: 8);
        using var first = await Site.StartAsync(services: services => services.AddSingleton<IMailTransport>(dying));
        await QueueAsync(first, 20);
        await dying.Dead;
        var before = await first.MailsAsync();

        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts);
        var settings = smtp.Settings;
        first.DatabaseSettings.ToList().ForEach(s => settings[s.Key] = s.Value);
        using var second = await Site.StartAsync(settings, Outbox.StandsStill);
        await second.InDatabaseAsync(db => db.OutgoingMails.Where(m => m.State == MailState.Queued).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.Lease, Guid.NewGuid()).SetProperty(m => m.LeasedUntilUtc, (DateTime?)null)));
        await second.DeliverAllAsync();

        Assert.Equal((7, 13), (before.Count(m => m.State == MailState.Sent), before.Count(m => m.State == MailState.Queued)));
        Assert.Equal((8, 13), (dying.Sent.Count, smtp.Accepted.Count));
        Assert.All(await second.MailsAsync(), mail => Assert.Equal(MailState.Sent, mail.State));
        dying.Go();
    }

    [Fact]
    public async Task Told_to_end_it_lets_the_mail_that_is_leaving_go_and_takes_no_other()
    {
        var answers = new TaskCompletionSource();
        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts) { Greets = answers.Task };
        using var site = await Site.StartAsync(smtp.Settings, Outbox.StandsStill);
        await QueueAsync(site, 2);
        using var end = new CancellationTokenSource();
        var (leaving, other) = ((await site.MailsAsync())[0], (await site.MailsAsync())[1]);

        var delivering = DeliverAsync(site, leaving, end.Token);
        await smtp.Called;
        await end.CancelAsync();
        answers.SetResult();
        await delivering;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DeliverAsync(site, other, end.Token));

        Assert.Single(smtp.Accepted);
        Assert.Equal([(MailState.Sent, 1), (MailState.Queued, 0)], (await site.MailsAsync()).Select(m => (m.State, m.Attempts)));
    }

    [Fact]
    public async Task Told_to_end_it_gives_a_mail_back_whose_server_says_nothing_and_the_next_takes_it_at_once()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var answers = new TaskCompletionSource();
        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts) { Greets = answers.Task };
        var settings = smtp.Settings;
        settings["Mail:TimeoutSeconds"] = "60";
        using var site = await Site.StartAsync(settings, Outbox.StandsStill, time: time);
        await QueueAsync(site, 1, queuedUtc: time.GetUtcNow().UtcDateTime);
        using var end = new CancellationTokenSource();

        var delivering = DeliverAsync(site, Assert.Single(await site.MailsAsync()), end.Token);
        await smtp.Called;
        await end.CancelAsync();
        time.Advance(MailDispatcher.Farewell);
        await delivering;
        var back = Assert.Single(await site.MailsAsync());
        answers.SetResult();
        await site.DeliverAllAsync();

        Assert.Equal((MailState.Queued, null, time.GetUtcNow().UtcDateTime), (back.State, back.LeasedUntilUtc, back.NextAttemptUtc));
        Assert.Equal((1, MailState.Sent), (smtp.Accepted.Count, Assert.Single(await site.MailsAsync()).State));
    }

    [Fact]
    public async Task A_mail_to_one_person_leaves_before_those_to_many()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await QueueAsync(site, 3, MailKind.Group);
        await site.Visitor().ApplyAsync();
        var alone = Assert.Single(await site.MailsAsync(MailKind.PaymentInstructions));

        await using var scope = site.Services.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<MailDispatcher>().DueAsync(2, CancellationToken.None);

        Assert.Equal((alone.Id, 2), (due[0], due.Count));
    }

    [Fact]
    public async Task A_save_that_brings_a_mail_wakes_the_dispatcher_whoever_saves()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        var signal = site.Services.GetRequiredService<WorkSignal<MailDispatchWorker>>();
        using var none = new CancellationTokenSource();

        // What another save has rung before is heard first.
        await signal.WaitAsync(TimeSpan.Zero, TimeProvider.System, none.Token);
        var waiting = signal.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, none.Token);
        Assert.False(waiting.IsCompleted);
        await QueueAsync(site, 1);

        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_mail_that_may_not_leave_any_more_is_stopped_and_staff_see_why()
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts);
        using var site = await Site.StartAsync(smtp.Settings, Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        await ChangeAsync(site, application => application.RecordPayment(
            new MoneyMoved(RandomToken.Draw(), new Yen(20_000), new(2022, 6, 10), PaymentWay.Cash, null), Actor.CommandLine, DateTime.UnixEpoch));

        await site.DeliverAllAsync();

        var mail = Assert.Single(await site.MailsAsync());
        Assert.Equal((MailState.Cancelled, MailRefusal.AlreadyPaid, null, 0), (mail.State, mail.StoppedBecause, mail.LeasedUntilUtc, smtp.Accepted.Count));
        var page = await (await site.StaffAsync(Role.Viewer)).OpenAsync($"/admin/mail/{mail.Key}");
        Assert.Contains("ご入金があり、案内の金額と合わなくなっています", page.Html.QuerySelectorAll(".deflist dd").Select(d => d.TextContent));
    }

    [Fact]
    public async Task A_mail_that_tells_of_a_status_long_past_is_not_sent_again()
    {
        using var site = await Site.StartAsync(services: Outbox.StandsStill);
        await site.Visitor().ApplyAsync();
        var mail = Assert.Single(await site.MailsAsync());
        await site.SetAsync(mail, MailState.Sent);
        await ChangeAsync(site, application => application.MoveTo(ApplicationStatus.Withdrawn, Actor.CommandLine, DateTime.UnixEpoch));
        var staff = await site.StaffAsync(Role.Administrator);

        var page = await staff.PostAsync($"/admin/mail/{mail.Key}/resend", (await staff.OpenAsync($"/admin/mail/{mail.Key}")).Fields("#resend"));

        Assert.Equal("送り直せません。いまの審査の状態では、参加費をお願いしません。", page.Text(".note--err"));
        Assert.Single(await site.MailsAsync());
    }

    private static async Task DeliverAsync(Site site, OutgoingMail mail, CancellationToken ct)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MailDispatcher>().DeliverAsync(mail.Id, ct);
    }

    private static Task<int> QueueAsync(Site site, int count, MailKind kind = MailKind.Test, DateTime? queuedUtc = null) => site.InDatabaseAsync(db =>
    {
        for (var i = 0; i < count; i++)
        {
            db.Add(new OutgoingMail(kind, $"test:{i}", $"a{i}@example.jp", "件名", new MailBody("本文", "<p>本文</p>")).QueuedAt(queuedUtc ?? TimeProvider.System.GetUtcNow().UtcDateTime));
        }

        return db.SaveChangesAsync();
    });

    private static Task<int> ChangeAsync(Site site, Action<Application> change) => site.InDatabaseAsync(async db =>
    {
        change(await db.Applications.SingleAsync());
        return await db.SaveChangesAsync();
    });

    /// <summary>Takes mails over until, at one of them, the process that uses it is gone: nothing ever comes back.</summary>
    private sealed class DyingTransport(int diesAt) : IMailTransport
    {
        private readonly TaskCompletionSource _dead = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Lets what is left of it end, so that its host does not wait.</summary>
        public void Go() => _gone.SetException(new IOException());

        public System.Collections.Concurrent.ConcurrentQueue<string> Sent { get; } = new();

        public Task Dead => _dead.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public async Task<MailTrouble?> SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            Sent.Enqueue(mail.Recipient);
            if (Sent.Count >= diesAt)
            {
                _dead.TrySetResult();
                await _gone.Task.WaitAsync(ct);
            }

            return null;
        }
    }
}

using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MimeKit;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Mail;

/// <summary>What becomes of a queued mail, for each way in which a mail server can answer.</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task A_mail_leaves_within_a_second_of_the_application()
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts);
        var looked = new Watched();
        using var site = await Site.StartAsync(smtp.Settings, services => services.Intercept(looked));
        var visitor = site.Visitor();
        var check = await visitor.CheckAsync();
        await looked.MailsRead;

        await visitor.SendAsync(check);
        var started = TimeProvider.System.GetTimestamp();
        await Eventually.HoldsAsync(() => !smtp.Accepted.IsEmpty);

        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(3), "The sender was not woken: else it rests five seconds.");
    }

    [Theory]
    [InlineData("Accepts", "Sent", 1)]
    [InlineData("Slow", "Sent", 1)]
    [InlineData("GreetsWith421", "Queued", 0)]
    [InlineData("RejectsRecipientForNow", "Queued", 0)]
    [InlineData("RejectsRecipient", "Failed", 0)]
    [InlineData("RejectsContent", "Failed", 0)]
    [InlineData("DropsInData", "Queued", 0)]
    [InlineData("DropsAfterData", "Queued", 0)]
    [InlineData("NeverGreets", "Queued", 0)]
    public async Task The_server_s_answer_decides(string mood, string state, int accepted)
    {
        await using var smtp = new LoopbackSmtp(Enum.Parse<SmtpMood>(mood));
        using var site = await Site.StartAsync(smtp.Settings, WithoutSender);
        await site.Visitor().ApplyAsync();

        await DeliverAllAsync(site);

        var mail = await MailAsync(site);
        Assert.Equal((state, 1, accepted), (mail.State.ToString(), mail.Attempts, smtp.Accepted.Count));
        Assert.Null(mail.LeasedUntilUtc);
        Assert.Equal(state != "Sent", mail.LastError is not null);
        Assert.Equal(state == "Queued", mail.NextAttemptUtc > mail.QueuedUtc.AddSeconds(30));
    }

    [Theory]
    [InlineData("RejectsRecipient", "550 no such user here")]
    [InlineData("RejectsRecipientForNow", "451 try again later")]
    [InlineData("RejectsContent", "554 not that")]
    public async Task The_server_s_words_are_kept_for_staff(string mood, string words)
    {
        await using var smtp = new LoopbackSmtp(Enum.Parse<SmtpMood>(mood));
        using var site = await Site.StartAsync(smtp.Settings, WithoutSender);
        await site.Visitor().ApplyAsync();

        await DeliverAllAsync(site);

        Assert.Equal(words, (await MailAsync(site)).LastError);
    }

    [Fact]
    public async Task A_server_that_is_down_loses_nothing()
    {
        var settings = new Dictionary<string, string?> { ["Mail:Transport"] = "Smtp", ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = "1", ["Mail:Security"] = "None" };
        using var site = await Site.StartAsync(settings, WithoutSender);
        await site.Visitor().ApplyAsync();

        await DeliverAllAsync(site);

        Assert.Equal(("Queued", 1), ((await MailAsync(site)).State.ToString(), (await MailAsync(site)).Attempts));
    }

    [Fact]
    public async Task Without_the_TLS_asked_for_nothing_is_sent_in_clear()
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts);
        var settings = smtp.Settings;
        settings["Mail:Security"] = "StartTls";
        using var site = await Site.StartAsync(settings, WithoutSender);
        await site.Visitor().ApplyAsync();

        await DeliverAllAsync(site);

        Assert.Equal(("Queued", 0), ((await MailAsync(site)).State.ToString(), smtp.Accepted.Count));
    }

    [Fact]
    public async Task After_a_failure_the_mail_is_sent_at_its_next_turn_and_is_the_same_mail()
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.DropsAfterData);
        using var site = await Site.StartAsync(smtp.Settings, WithoutSender);
        await site.Visitor().ApplyAsync();
        await DeliverAllAsync(site);
        var key = (await MailAsync(site)).Key;

        smtp.Mood = SmtpMood.Accepts;
        await DeliverAllAsync(site);
        Assert.Empty(smtp.Accepted);
        await site.InDatabaseAsync(db => db.OutgoingMails.ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptUtc, m => m.QueuedUtc)));
        await DeliverAllAsync(site);

        Assert.Equal($"{key:N}@localhost", Message(Assert.Single(smtp.Accepted)).MessageId);
        Assert.Equal(("Sent", 2), ((await MailAsync(site)).State.ToString(), (await MailAsync(site)).Attempts));
    }

    [Fact]
    public async Task A_mail_that_a_dead_process_had_claimed_is_taken_up_when_its_lease_runs_out()
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts);
        using var site = await Site.StartAsync(smtp.Settings, WithoutSender);
        await site.Visitor().ApplyAsync();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await LeaseUntilAsync(site, now.AddMinutes(3));
        await DeliverAllAsync(site);
        Assert.Empty(smtp.Accepted);

        await LeaseUntilAsync(site, now.AddSeconds(-1));
        await DeliverAllAsync(site);

        Assert.Single(smtp.Accepted);
        Assert.True(OutgoingMail.LeaseTime < TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Eight_senders_that_see_the_same_mail_send_it_once()
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts);
        var allTried = new TaskCompletionSource();
        smtp.Greets = allTried.Task;
        using var site = await Site.StartAsync(smtp.Settings, WithoutSender);
        await site.Visitor().ApplyAsync();
        var id = (await MailAsync(site)).Id;

        var senders = Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MailDispatcher>().DeliverAsync(id, CancellationToken.None);
        }).ToList();
        await Eventually.HoldsAsync(() => senders.Count(s => s.IsCompletedSuccessfully) == 7);
        allTried.SetResult();
        await Task.WhenAll(senders);

        Assert.Equal((1, 1), (smtp.Accepted.Count, (await MailAsync(site)).Attempts));
    }

    [SqliteFact]
    public async Task A_mail_that_left_while_the_database_was_locked_does_not_leave_again()
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts);
        var locked = new TaskCompletionSource();
        smtp.Greets = locked.Task;
        var saves = new Watched();
        using var site = await Site.StartAsync(smtp.Settings, services =>
        {
            WithoutSender(services);
            SqlitePragmas.Impatient(services);
            services.Intercept(saves);
        });
        await site.Visitor().ApplyAsync();
        var delivering = DeliverAllAsync(site);
        await smtp.Called;
        await using (var locker = new SqliteConnection($"Data Source={site.DatabaseFile}"))
        {
            await locker.OpenAsync();
            await using var transaction = locker.BeginTransaction();
            locked.SetResult();
            await saves.SaveFailed.WaitAsync(TimeSpan.FromSeconds(20));
        }

        await delivering;

        Assert.Equal(("Sent", 1), ((await MailAsync(site)).State.ToString(), smtp.Accepted.Count));
    }

    [Fact]
    public async Task A_process_that_ended_between_storing_and_sending_loses_no_mail()
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts);
        using var first = await Site.StartAsync(smtp.Settings, WithoutSender);
        await first.Visitor().ApplyAsync();
        Assert.Empty(smtp.Accepted);

        using var second = await Site.StartAsync(smtp.Settings.Concat(first.DatabaseSettings).ToDictionary());
        await second.Visitor().OpenAsync("/");

        await Eventually.HoldsAsync(() => !smtp.Accepted.IsEmpty);
        Assert.Single(smtp.Accepted);
    }

    [Fact]
    public async Task The_message_is_one_that_every_mail_program_reads()
    {
        using var site = await Site.StartAsync();
        await site.Visitor().ApplyAsync(("Name", "髙橋 𠮷子 <b>"));
        await Eventually.HoldsAsync(() => Directory.Exists(site.MailFolder) && Directory.GetFiles(site.MailFolder, "*.eml").Length == 1);

        var raw = await File.ReadAllTextAsync(Directory.GetFiles(site.MailFolder, "*.eml").Single(), Encoding.Latin1);
        var message = Message(raw);
        var stored = await MailAsync(site);
        Assert.Equal(("taro@example.jp", ""), (message.To.Mailboxes.Single().Address, message.To.Mailboxes.Single().Name ?? ""));
        Assert.Equal((stored.Subject, stored.Text, stored.Html), (message.Subject, message.TextBody!.ReplaceLineEndings("\n"), message.HtmlBody!.ReplaceLineEndings("\n")));
        Assert.Equal(("auto-generated", $"{stored.Key:N}@localhost"), (message.Headers[HeaderId.AutoSubmitted], message.MessageId));
        Assert.Equal("multipart/alternative", message.Body!.ContentType.MimeType);
        Assert.Contains("髙橋 𠮷子 <b> 様", message.TextBody, StringComparison.Ordinal);
        Assert.All(raw.Split("\r\n\r\n")[0], c => Assert.True(c < 128));
        Assert.All(raw.Split('\n'), line => Assert.True(line.Length <= 998));
        Assert.True(message.Subject!.Length <= 120);
    }

    [Fact]
    public async Task A_transport_that_breaks_in_an_unforeseen_way_is_written_down_and_tried_later()
    {
        using var site = await Site.StartAsync(services: services =>
        {
            WithoutSender(services);
            services.AddSingleton<IMailTransport, BrokenTransport>();
        });
        await site.Visitor().ApplyAsync();

        await DeliverAllAsync(site);

        var mail = await MailAsync(site);
        Assert.Equal(("Queued", 1, "FormatException"), (mail.State.ToString(), mail.Attempts, mail.LastError));
    }

    [Theory]
    [InlineData("taro..x@docomo.ne.jp")]
    [InlineData("taro.@ezweb.ne.jp")]
    [InlineData("o'neil+lab@example.co.jp")]
    public async Task An_unusual_address_is_written_to_as_it_is(string address)
    {
        await using var smtp = new LoopbackSmtp(SmtpMood.Accepts);
        using var site = await Site.StartAsync(smtp.Settings, WithoutSender);
        await site.Visitor().ApplyAsync(("Email", address));

        await DeliverAllAsync(site);

        var recipient = Message(Assert.Single(smtp.Accepted)).To.Mailboxes.Single().Address;
        Assert.Equal(address, recipient.Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal($"<{address}>", Assert.Single(smtp.Recipients).Replace("\"", "", StringComparison.Ordinal));
    }

    private static void WithoutSender(IServiceCollection services) =>
        services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(MailDispatchWorker)));

    private static async Task DeliverAllAsync(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var postman = scope.ServiceProvider.GetRequiredService<MailDispatcher>();
        foreach (var id in await postman.DueAsync(10, CancellationToken.None))
        {
            await postman.DeliverAsync(id, CancellationToken.None);
        }
    }

    private static Task<OutgoingMail> MailAsync(Site site) => site.InDatabaseAsync(db => db.OutgoingMails.AsNoTracking().SingleAsync());

    private static Task<int> LeaseUntilAsync(Site site, DateTime untilUtc) => site.InDatabaseAsync(db => db.OutgoingMails.ExecuteUpdateAsync(
        set => set.SetProperty(m => m.Lease, Guid.NewGuid()).SetProperty(m => m.LeasedUntilUtc, untilUtc)));

    private static MimeMessage Message(string raw) => MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(raw)));

    /// <summary>Sees when the queue is looked through, and when a save comes to nothing.</summary>
    private sealed class Watched : DbCommandInterceptor, ISaveChangesInterceptor
    {
        private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task MailsRead => _read.Task;

        public Task SaveFailed => _failed.Task;

        public override ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
        {
            if (command.CommandText.Contains("OutgoingMails", StringComparison.Ordinal))
            {
                _read.TrySetResult();
            }

            return ValueTask.FromResult(result);
        }

        public Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            _failed.TrySetResult();
            return Task.CompletedTask;
        }
    }

    private sealed class BrokenTransport : IMailTransport
    {
        public Task<MailTrouble?> SendAsync(OutgoingMail mail, CancellationToken ct) => throw new FormatException();
    }
}
